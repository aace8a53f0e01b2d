import DocumentModel
import ReaderCore
import TestSupport
import Testing
import TextLayout

@Suite struct JumpTests {
  static let thread = """
    The lamp was lit by hand until the spring of that year.
    # A heading
    > the harbour board: The light is not late, the sun is early.
    # Another heading
    Under the other heading.
    @ann
      The fog signal was never automatic. It was wound by hand.
      @bob
        > ann: The fog signal was never automatic.
        I have the log.
        @carl
          Three.
      @dora
        > Nobody ever said this sentence anywhere.
        Four.
    @eve
      > The light is not late, the sun is early.
      Five.
    """

  /// What the current line says after each key.
  private func path(_ keys: String, from start: String = "") -> [String] {
    var session = Session(Self.thread, title: "A title", rows: 60)
    session.type(start)
    return keys.split(separator: " ").map {
      session.type(String($0))
      return session.currentText
    }
  }

  @Test func byComment() {
    #expect(path("] ] ] ] ] ]") == ["ann", "bob", "carl", "dora", "eve", "eve"])
    #expect(path("[ [ [", from: "G") == ["eve", "dora", "carl"])
  }

  @Test func bySibling() {
    #expect(path("J J K K", from: "]") == ["eve", "eve", "ann", "ann"])
    #expect(path("J p p", from: "] ]") == ["dora", "ann", "ann"])
  }

  @Test func byTopLevelAndHeading() {
    #expect(path("} } } } }") == ["A heading", "Another heading", "ann", "eve", "eve"])
    #expect(path("{ { { { {", from: "G") == ["eve", "ann", "Another heading", "A heading", "A title"])
  }

  @Test func foldedCommentsAreSkipped() {
    #expect(path("] ] [ [", from: "zM").map { $0.prefix(5) } == ["▸ ann", "▸ eve", "▸ ann", "▸ ann"])
  }

  @Test func statementsInArticleAndCommentsAlike() {
    let quoted = path("s s s s s")
    #expect(quoted[0].hasPrefix("The light is not late"))
    #expect(quoted[1].hasPrefix("The fog signal"))
    #expect(quoted[2].hasPrefix("Nobody ever"))
    #expect(quoted[3].hasPrefix("The light is not late"))
    #expect(quoted[4] == quoted[3])
    #expect(path("S S S S", from: "G").map { $0.prefix(9) } == ["The light", "Nobody ev", "The fog s", "The light"])
  }

  @Test func aStatementIsRevealed() {
    var session = Session(Self.thread, rows: 60)
    session.type("zM s s")
    #expect(session.currentText.hasPrefix("The fog signal"))
    #expect(session.screen.contains("▸ carl"), "only what hides the statement is unfolded")
    #expect(session.screen.contains("▸ eve"))
  }

  @Test func enterGoesToTheSourceAndBackspaceBack() {
    var session = Session(Self.thread, rows: 60)
    session.type("s s")
    let before = session.state.view
    session.type("Enter")
    #expect(session.currentText.hasPrefix("The fog signal was never automatic. It was wound"))
    let document = session.state.document
    #expect(session.state.highlight.map { document.string(in: $0.bytes) } == "The fog signal was never automatic.")
    session.type("Backspace")
    #expect(session.state.view == before)
    #expect(session.state.highlight == nil)
    session.type(")")
    #expect(session.currentText.hasPrefix("The fog signal was never automatic. It was wound"))
  }

  @Test func anUnresolvedStatementSaysSo() {
    var session = Session(Self.thread, rows: 60)
    session.type("s s s Enter")
    #expect(session.state.message?.text == "no source found for this quotation")
    #expect(session.currentText.hasPrefix("Nobody ever said"))
  }

  @Test func aJumpKeepsTheRowOfWhatIsVisible() {
    var session = Session(Self.thread, rows: 60)
    session.type("]")
    let row = session.state.view.row
    #expect(row > 0)
    session.type("]")
    #expect(session.state.view.row > row, "a visible target stays where it is")
    var small = Session(Self.thread, rows: 7)
    small.type("} } } }")
    #expect(small.state.view.row == 2, "one that is not comes a third down")
  }

  @Test func percentagesAndEnds() {
    var session = Session(Document(seed: 3, size: 200), rows: 24)
    session.type("50%")
    #expect((40...65).contains(session.percentage))
    session.type("G")
    #expect(session.percentage == 100)
    session.type("g")
    #expect(session.state.view == Viewport())
  }
}
