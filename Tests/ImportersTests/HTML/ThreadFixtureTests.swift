import DocumentModel
import Foundation
import HTMLParsing
import TestSupport
import Testing

@testable import Importers

/// Discussions of pages written for these tests, one an engine, and some of no engine.
@Suite struct ThreadFixtureTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = tests.appendingPathComponent("Fixtures/Threads")

  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()

  static func tree(_ name: String) -> HTMLTree {
    HTMLParser.parse(
      Array(FileManager.default.contents(atPath: folder.appendingPathComponent(name + ".html").path) ?? Data())
    )
  }

  /// Each `Fixtures/Threads/NAME.html` holds the discussion that `Goldens/Threads/NAME.txt` shows.
  @Test(arguments: names) func readsTheThread(_ name: String) {
    let path = Self.tests.appendingPathComponent("ImportersTests").path
    #expect(Golden("Threads/\(name).txt", of: path).difference(from: ThreadText.of(Self.tree(name))) == nil)
  }

  @Test func everyEngineHasAFixture() {
    let read = Set(Self.names.compactMap { PageThread.find(in: Self.tree($0))?.engine })
    #expect(ThreadEngine.all.map(\.name).filter { !read.contains($0) } == [])
  }

  /// The page's own repetition is found without any description.
  @Test(arguments: names) func repetitionAloneNeverFailsOnThem(_ name: String) {
    if let thread = PageThread.find(in: Self.tree(name), engines: []) { #expect(thread.engine == "repetition") }
  }
}

/// A discussion in a few lines, for goldens.
enum ThreadText {
  static func of(_ tree: HTMLTree, engines: [ThreadEngine] = ThreadEngine.all) -> String {
    guard let thread = PageThread.find(in: tree, engines: engines) else { return "no thread\n" }
    var builder = DocumentBuilder()
    ThreadWriter(thread, of: tree) { { body, builder in write(body, of: tree, to: &builder) } }.write(to: &builder)
    let document = builder.finish()
    var lines = [thread.engine]
    if let opening = thread.opening {
      lines.append("opening: \(opening.author ?? "?"): \(plainText(opening.body, of: tree))")
    }
    for (index, comment) in document.comments.enumerated() {
      let node = document.node(ofComment: index)
      let facts = [
        comment.id, comment.author ?? "?", comment.displayName, comment.published?.iso8601 ?? comment.age,
        comment.score.map { "\($0) votes" }, comment.standing == .live ? nil : comment.standing.rawValue,
      ]
      let depth = String(repeating: "  ", count: document.commentDepth(of: node) ?? 0)
      lines.append(depth + "- " + facts.compactMap { $0 }.joined(separator: " | "))
      let text = document.string(in: document.plainTextRange(ofComment: node))
      for line in text.split(separator: "\n") { lines.append(depth + "  " + line) }
    }
    for statement in document.statements {
      lines.append("quoted: \(statement.speaker ?? "?") \(statement.claim?.comment ?? "")")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(_ body: ThreadBody, of tree: HTMLTree, to builder: inout DocumentBuilder) {
    for quotation in body.quotations {
      builder.openQuotation(quotation.statement)
      builder.close()
    }
    let text = plainText(body, of: tree)
    if !text.isEmpty { builder.leaf(.paragraph, text) }
  }

  private static func plainText(_ body: ThreadBody, of tree: HTMLTree) -> String {
    let page = ThreadPage(tree)
    var bytes: [UInt8] = []
    for root in body.roots {
      var next = root
      while next < tree.subtreeEnd(of: root) {
        if body.omitted.contains(next) || page.isUnseen(next) {
          next = tree.subtreeEnd(of: next)
          continue
        }
        if tree.kind(of: next) == .text { bytes += tree.text[tree.textRange(of: next)] + [0x20] }
        next = next.next
      }
    }
    return ThreadPage.field(bytes[...])
  }
}
