import Foundation
import HTMLParsing
import Testing

@testable import Importers

/// Discussions of real pages whose truth is known. `score.py` beside the corpora says more, page by page.
@Suite struct HTMLThreadTests {
  private struct Truth: Decodable {
    struct Comment: Decodable { var author: String? }
    var comments: [Comment]
  }

  /// How many contributions of all pages are found, with their authors in their order.
  private static func found(_ engines: [ThreadEngine]) throws -> (found: Int, all: Int) {
    var found = 0
    var all = 0
    for file in SharedFolder.files(in: "corpora/html-threads/give", suffix: "page.html") {
      let truth = try JSONDecoder().decode(
        Truth.self,
        from: Data(contentsOf: file.deletingLastPathComponent().appendingPathComponent("truth.json"))
      )
      let thread = PageThread.find(in: HTMLParser.parse(SharedFolder.bytes(file)), engines: engines)
      let authors = ([thread?.opening].compactMap { $0 } + (thread?.records ?? [])).map { $0.author ?? "" }
      let wanted = truth.comments.map { $0.author ?? "" }
      all += wanted.count
      found += wanted.count - wanted.difference(from: authors).count / 2
    }
    return (found, all)
  }

  @Test func descriptionsFindAlmostAll() throws {
    let (found, all) = try Self.found(ThreadEngine.all)
    #expect(found * 100 >= all * 97)
  }

  @Test func repetitionFindsMost() throws {
    let (found, all) = try Self.found([])
    #expect(found * 100 >= all * 85)
  }
}
