import DocumentModel
import Foundation
import HTMLParsing
import Testing

@testable import Importers

/// Articles of real pages, by how much of their words is what others took for the article. `score.py` beside the corpora
/// says more, page by page.
@Suite struct ArticleTests {
  /// Runs of four words, and how often each stands there.
  private static func shingles(_ text: String) -> [ArraySlice<Substring>: Int] {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    var counts: [ArraySlice<Substring>: Int] = [:]
    for start in words.indices.dropLast(3) { counts[words[start..<start + 4], default: 0] += 1 }
    return counts
  }

  /// The text of a page as it stands, without tags.
  private static func text(_ page: [UInt8]) -> String {
    let tree = HTMLParser.parse(page)
    return String(decoding: tree.text, as: UTF8.self)
  }

  /// How much of our articles is in the others', and how much of theirs in ours, over the small pages of the folder.
  @Test func articlesAreWhatOthersFind() throws {
    var (precision, recall, count) = (0.0, 0.0, 0.0)
    for file in SharedFolder.files(in: "corpora/readability/give", suffix: "/source.html") {
      // The larger ones take long where nothing is optimised.
      let page = SharedFolder.bytes(file)
      guard page.count < 60_000 else { continue }
      let expected = file.deletingLastPathComponent().appendingPathComponent("expected.html")
      let wanted = Self.shingles(Self.text(SharedFolder.bytes(expected)))
      guard !wanted.isEmpty else { continue }
      let document = HTMLImporter.read(page.span)
      let said = Self.shingles(document.string(in: document.articleTextRange))
      let common = Double(said.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) })
      precision += common / Double(max(1, said.values.reduce(0, +)))
      recall += common / Double(max(1, wanted.values.reduce(0, +)))
      count += 1
    }
    guard count > 0 else { return }
    #expect(precision / count > 0.9)
    #expect(recall / count > 0.9)
  }
}
