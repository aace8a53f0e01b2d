import DocumentModel
import ReaderCore
import TestSupport
import Testing
import TextLayout

/// What is on the screen of statements and what quotes them.
@Suite("Statements on the screen")
struct StatementTests {
  static let thread = """
    The lamp was lit by hand until the spring of that year.
    # A heading
    The board had no answer to that.
    @ann
      The fog signal was never automatic. It was wound by hand.
      @bob
        > ann: The fog signal was never automatic.
        I have the log.
        @carl
          > The fog signal was never automatic.
          And the fog?
          > I have the log.
          Show it.
      @dora
        > Nobody ever said this sentence anywhere.
        Four.
    """

  private func rows(_ session: Session) -> [String] { session.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  @Test("P shows the source below the quotation, and P again hides it; nothing above it moves")
  func peek() {
    var session = Session(Self.thread, rows: 40)
    session.type("s")
    let before = rows(session)
    let view = session.state.view
    session.type("P")
    let after = rows(session)
    let row = view.row
    #expect(after[...row] == before[...row])
    #expect(after[row + 1].hasSuffix("┆ ann: ⟦The fog signal was never automatic.⟧ It was wound by hand."))
    #expect(after[row + 2] == before[row + 1])
    #expect(session.state.view == view)
    session.type("P")
    #expect(rows(session) == before)
    session.type("P Esc")
    #expect(rows(session) == before)
  }

  @Test("The lines of a source can be scrolled over like any others")
  func peekIsScrolledOver() {
    var session = Session(Self.thread, rows: 8)
    session.type("s P")
    var texts: [String] = []
    for _ in 0..<4 {
      texts.append(session.currentText)
      session.type("j")
    }
    #expect(texts[1].contains("⟦The fog signal"))
    #expect(texts[2].hasPrefix("I have the log."))
    for text in texts.reversed() {
      session.type("k")
      #expect(session.currentText == text)
    }
  }

  @Test("A source shown below the last row comes into the window")
  func peekAtTheBottom() {
    var session = Session(Self.thread, rows: 8)
    session.type("s g")
    while !session.screen.contains("┃ The fog") { session.type("j") }
    session.type("s")
    #expect(session.state.view.row == 6)
    session.type("P")
    #expect(session.screen.contains("⟦The fog signal was never automatic.⟧"))
  }

  @Test("B goes round the statements that quote a passage, Backspace back to it")
  func backlinks() {
    var session = Session(Self.thread, rows: 40)
    session.type("] j")
    #expect(session.currentText.hasPrefix("The fog signal was never automatic. It was"))
    let passage = session.state.view
    session.type("B")
    #expect(session.state.message?.text == "1 of 2 that quote it")
    let first = session.state.focus
    session.type("B")
    #expect(session.state.message?.text == "2 of 2 that quote it")
    #expect(session.state.focus > first)
    session.type("B")
    #expect(session.state.focus == first)
    session.type("Backspace")
    #expect(session.state.view == passage)
    session.type("G B")
    #expect(session.state.message?.text == "nothing quotes this")
  }

  @Test("A passage that is quoted says how often, in the margin or where its last line ends; zB hides it")
  func counts() {
    var session = Session(Self.thread, rows: 40)
    #expect(rows(session).contains { $0.contains("wound by hand.") && $0.hasSuffix("❞2") })
    #expect(rows(session).contains { $0.contains("I have the log.") && $0.hasSuffix("❞1") })
    session.resize(columns: 50, rows: 40)
    #expect(rows(session).contains { $0.hasSuffix("hand.                                       ❞2") || $0.hasSuffix("❞2") })
    session.type("zB")
    #expect(!session.screen.contains("❞"))
  }

  @Test("T hides all quoted text and shows it again as it was")
  func quotedText() {
    var session = Session(Self.thread, rows: 40)
    let before = session.screen
    session.type("T")
    #expect(session.screen.contains("▸ 1 quoted line — ann"))
    #expect(session.screen.contains("▸ 1 quoted line\n"), "nobody knows whose")
    #expect(!session.screen.contains("┃"))
    session.type("s Enter")
    #expect(session.screen.contains("┃ The fog signal was never automatic."), "one is unfolded by Enter")
    session.type("T g")
    #expect(session.screen == before)
  }

  @Test("A long quotation folds to how many lines it has and whose they are")
  func longQuotations() {
    let line = String(repeating: "the lamp was lit again and again by nobody at all ", count: 14)
    var session = Session("@ann\n  \(line)\n  @bob\n    > ann: \(line)\n    Indeed.", rows: 60)
    session.type("s")
    #expect(session.currentText.hasPrefix("▸ ") && session.currentText.contains(" quoted lines — ann"))
    let count = Int(session.currentText.split(separator: " ")[1]) ?? 0
    #expect(rows(session)[session.state.view.row].hasSuffix("⤴"))
    #expect(rows(session)[session.state.view.row + 1].hasSuffix("│ Indeed."))
    session.type("Enter")
    #expect(session.screen.split(separator: "\n").count { $0.contains("┃ ") && !$0.hasSuffix("┃") } >= count)
    #expect(rows(session).dropFirst(session.state.view.row + count).contains { $0.contains("Indeed.") })
    session.type("za")
    #expect(session.currentText.contains("quoted lines — ann"))
    session.type("zo zc")
    #expect(session.currentText.contains("quoted lines — ann"))
    session.type("h")
    #expect(session.currentText.hasPrefix("▸ bob"), "h folds the comment")
  }

  @Test("The passage stays marked until the reader moves")
  func highlight() {
    var session = Session(Self.thread, rows: 40)
    session.type("s Enter")
    #expect(session.state.highlight != nil)
    session.type("? q ^L")
    #expect(session.state.highlight != nil)
    session.type("j")
    #expect(session.state.highlight == nil)
  }

  @Test("w goes past what is quoted to somebody's own words")
  func ownWords() {
    var session = Session(Self.thread, rows: 40)
    let words = (0..<6).map { _ in
      session.type("w")
      return String(session.currentText.prefix { $0 != "❞" }).split(separator: " ").joined(separator: " ")
    }
    #expect(
      words == [
        "The fog signal was never automatic. It was wound by hand.", "I have the log.", "And the fog?", "Show it.",
        "Four.", "Four.",
      ]
    )
  }

  @Test("The status line says where the way back leads")
  func origin() {
    var session = Session(Self.thread, rows: 40)
    session.type("s Enter")
    #expect(rows(session).last?.contains("back to bob's reply") == true)
    session.type("Backspace")
    #expect(rows(session).last?.contains("back in bob's reply") == true)
    session.type("j")
    #expect(rows(session).last?.contains("back") == false)
  }
}

@Suite("Following and returning")
struct FollowingTests {
  @Test("A jump unfolds what hides its target alone, and going back folds it again")
  func folds() {
    var session = Session(StatementTests.thread, rows: 60)
    session.type("] ] zM zo ] zo s")
    // ann and bob are folded, carl's quotation was revealed.
    let folds = session.state.layout.folds
    let view = session.state.view
    session.type("Enter")
    session.type("Backspace")
    #expect(session.state.layout.folds == folds)
    #expect(session.state.view == view)
  }

  @Test("On random documents every statement is come to, every source followed and returned from", arguments: 0..<60)
  func everyStatement(seed: Int) {
    let document = Document(seed: UInt64(seed), size: 60)
    var session = Session(document, columns: 30 + seed * 2, rows: 5 + seed % 30, foldLevel: seed % 3 == 0 ? seed % 2 : nil)
    if seed % 5 == 4 { session.type("T") }
    var met: Set<NodeIndex> = []
    for _ in 0..<4 * document.statements.count + 1 {
      let (before, folded) = (session.state.view, session.state.layout.folds)
      session.type("s")
      if session.state.view == before, session.state.layout.folds == folded { break }
      let view = session.state.view
      let folds = session.state.layout.folds
      met.insert(session.state.focus)
      guard let index = document[session.state.focus].statementIndex else { continue }
      if folds.isFolded(session.state.focus, in: document) { continue }
      session.type("Enter")
      if let source = session.state.layout.sources[index] {
        #expect(session.state.highlight == source)
        #expect(session.state.layout.hider(of: source.node) == nil)
        #expect(session.state.currentLine.map { session.state.layout.line(at: session.state.layout.anchor(of: $0)) } == session.state.currentLine)
        // A source on the very line of its quotation is nowhere to go to.
        if session.state.view != view || session.state.layout.folds != folds { session.type("Backspace") }
      }
      #expect(session.state.view == view, "seed \(seed)")
      #expect(session.state.layout.folds == folds, "seed \(seed)")
    }
    session.type("s")
    #expect(session.state.message?.text == (document.statements.isEmpty ? "no statements here" : "the last statement"))
    #expect(met.isEmpty == document.statements.isEmpty)
  }
}
