import DocumentModel
import Foundation
import StatementLinking
import TerminalModel
import TextLayout
import Testing

@testable import Importers
@testable import ReaderCore

/// Real threads that quote a lot, read by keys.
@Suite struct StatementWalkTests {
  private static let threads = [
    "corpora/json/give/discourse/t_2108_posts_pn_41.json",
    "corpora/json/give/discourse/t_2108_posts_pn_21.json",
    "corpora/json/give/discourse/t_2144_posts_pn_81.json",
    "corpora/html-threads/give/slashdot/slashdot-2013-algorithm/page.html",
    "corpora/html-threads/give/hackernews/hn-2018-visa-rant/page.html",
  ]

  @Test("Every statement is come to, every source followed and returned from", arguments: threads, [nil, 0])
  func walk(_ path: String, foldLevel: Int?) throws {
    let url = SharedFolder.url.appendingPathComponent(path)
    guard FileManager.default.fileExists(atPath: url.path) else {
      print("SKIPPED: no \(path) in \(SharedFolder.url.path); set QUIRE_SHARED to the shared folder")
      return
    }
    let document = Self.document(url)
    var state = ReaderState(document, size: Size(rows: 24, columns: 80), foldLevel: foldLevel)
    _ = state.handle(.indexed(ReaderIndex(of: document, era: 0)))
    func press(_ key: String) { _ = state.handle(.key(KeyEvent(notation: key)!)) }
    var met: Set<Int> = []
    var followed = 0
    while met.count <= document.statements.count {
      let (last, lastFolds) = (state.view, state.layout.folds)
      press("s")
      if state.view == last, state.layout.folds == lastFolds { break }
      let (view, folds) = (state.view, state.layout.folds)
      let index = try #require(document[state.focus].statementIndex ?? enclosing(state.focus, in: document))
      met.insert(index)
      // A long quotation that is folded is one line: `Enter` would unfold it.
      guard let source = state.layout.sources[index], !folds.isFolded(state.focus, in: document) else { continue }
      press("Enter")
      #expect(state.highlight == source)
      #expect(state.layout.hider(of: source.node) == nil)
      press("Backspace")
      #expect(state.view == view, "statement \(index)")
      #expect(state.layout.folds == folds, "statement \(index)")
      followed += 1
    }
    // One that begins with another may begin on the same line.
    for index in document.statements.indices where !met.contains(index) {
      let first = document.firstChild(of: document.statements[index].node)
      #expect(first.map { document[$0].statementIndex != nil } == true, "statement \(index) was not come to")
    }
    #expect(followed > 3)
  }

  private static func document(_ url: URL) -> Document {
    let bytes = SharedFolder.bytes(url)
    let document = DocumentImporter.read(
      bytes.span,
      as: FormatDetection.format(of: bytes.span, name: url.lastPathComponent)
    )
    return document.quoting(LostQuotations.find(in: document))
  }

  private func enclosing(_ node: NodeIndex, in document: Document) -> Int? {
    document.ancestors(ofAndIncluding: node).lazy.compactMap { document[$0].statementIndex }.first
  }

  /// What holds for every link of a document.
  @Test(
    "Sources lie in one place, neither in their own comment nor below it; backlinks are the inverse",
    arguments: threads
  )
  func properties(_ path: String) throws {
    let url = SharedFolder.url.appendingPathComponent(path)
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    let document = Self.document(url)
    let links = StatementLinks(linking: document)
    let backlinks = Backlinks(links)
    for (index, statement) in document.statements.enumerated() {
      guard let source = links.passage(of: index) else { continue }
      let own = try #require(document.enclosingComment(of: statement.node))
      let comment = document.enclosingComment(of: source.node)
      let whole = comment.map { document.plainTextRange(ofComment: $0) } ?? document.articleTextRange
      #expect(whole.lowerBound <= source.bytes.lowerBound && source.bytes.upperBound <= whole.upperBound)
      if let comment { #expect(!document.isNode(comment, within: own)) }
      #expect(backlinks.statements(quoting: source.bytes).contains(index))
    }
  }
}
