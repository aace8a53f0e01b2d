import DocumentModel
import ReaderCore
import TestSupport
import Testing
import TextLayout

@Suite struct FoldingTests {
  static let thread = """
    A paragraph.
    # A heading
    Under the heading.
    @ann
      One.
      @bob
        Two.
        @carl
          Three.
      @dora
        Four.
    @eve
      Five.
    """

  /// Whatever is folded or resized, the anchor's line stays on its row, clamped, with no blank row above the first line.
  @Test(arguments: 0..<60)
  func theCurrentLineKeepsItsRow(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var session = Session(Document(seed: UInt64(seed)), columns: 80, rows: 24)
    for _ in 0..<30 {
      session.type(generator.pick(["j", "d", "]", "Space", "s", "k", "G"]))
      guard let before = session.state.currentLine else { return }
      let row = session.state.view.row
      let anchor = session.state.view.anchor
      let change = generator.pick(["h", "zM", "zR", "zm", "zr", "za", "Z", "zc", "zo", "+", "-", "resize"])
      if change == "h",
        session.state.currentFoldable.map({ session.state.layout.folds.isFolded($0, in: session.state.document) })
          ?? false
      {
        continue
      }
      if change == "resize" {
        session.resize(
          columns: Int.random(in: 1...120, using: &generator),
          rows: Int.random(in: 1...40, using: &generator)
        )
      } else {
        session.type(change)
      }
      let state = session.state
      let line = state.currentLine
      let hider = state.layout.hider(of: anchor.node)
      if let hider {
        #expect(line == LinePosition(node: hider, index: 0), "\(change) at \(before)")
      } else if state.document[anchor.node] != .section {
        #expect(line?.node == anchor.node, "\(change) at \(before)")
      }
      // Lines above the current one, as far as the row reaches.
      var above = 0
      var top = line
      while above < min(row, state.textRows - 1), let previous = top.flatMap({ state.layout.line(before: $0) }) {
        top = previous
        above += 1
      }
      #expect(state.view.row == above, "\(change) at \(before)")
    }
  }

  @Test func foldingGivesTheRowToTheHeadLine() {
    var session = Session(Self.thread)
    session.type("] ] j")
    #expect(session.currentText == "Two.")
    session.type("h")
    #expect(session.currentText.hasPrefix("▸ bob · Two."))
    #expect(session.currentText.hasSuffix("1 reply"))
    session.type("h")
    #expect(session.currentText == "ann", "h on a folded comment goes to the parent without folding it")
    session.type("h")
    #expect(session.currentText.hasPrefix("▸ ann · One."))
    session.type("l")
    #expect(session.screen.contains("▸ bob"), "a fold inside a fold is remembered")
    session.type("l")
    #expect(session.currentText == "ann")
  }

  @Test func levelsFoldByDepth() {
    var session = Session(Self.thread)
    session.type("zM")
    #expect(session.screen.contains("▸ ann · One."))
    #expect(!session.screen.contains("bob"))
    session.type("zr")
    #expect(session.screen.contains("▸ bob"))
    #expect(!session.screen.contains("carl"))
    session.type("zR")
    #expect(!session.screen.contains("▸"))
    session.type("zm")
    #expect(session.screen.contains("▸ carl"))
    #expect(!session.screen.contains("▸ bob"))
  }

  @Test func sectionsFoldOneAtATime() {
    var session = Session(Self.thread)
    session.type("} h")
    #expect(session.currentText.hasPrefix("▸ A heading"))
    #expect(!session.screen.contains("Under the heading."))
    session.type("zR")
    #expect(session.screen.contains("▸ A heading"), "levels are for comments")
    session.type("Enter")
    #expect(session.screen.contains("Under the heading."))
  }

  @Test func theWholeChainFolds() {
    var session = Session(Self.thread)
    session.type("] ] ] Z")
    #expect(session.currentText.hasPrefix("▸ ann"))
    session.type("l")
    #expect(session.screen.contains("▸ bob"))
    #expect(!session.screen.contains("▸ dora"))
  }
}
