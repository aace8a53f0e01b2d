import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing

@Suite("The mouse")
struct MouseTests {
  private static let document = Document(
    sketch: "One.\n@ann\n  Two.\n  @bob\n    Three.\n" + (0..<40).map { "@c\($0)\n  Words." }.joined(separator: "\n")
  )

  private func session(_ keys: String = "zp") -> Session {
    var session = Session(Self.document, columns: 80, rows: 12)
    session.type(keys)
    return session
  }

  private func row(of words: String, in session: Session) throws -> Int {
    try #require((0..<session.state.size.rows).first { session.frame.text(row: $0).contains(words) })
  }

  @Test("It is the terminal's until it is asked for")
  func toggles() {
    var session = session("")
    session.take(.mouse(MouseEvent(.wheel(down: true), at: Position(row: 0, column: 0))))
    #expect(session.state.view == Session(Self.document, columns: 80, rows: 12).state.view)
    session.type("zp zp")
    #expect(session.effects == [.useMouse(true), .useMouse(false)])
  }

  @Test("The wheel scrolls by three lines")
  func wheel() {
    var session = session()
    session.take(.mouse(MouseEvent(.wheel(down: true), at: Position(row: 3, column: 3))))
    #expect(session.screen.split(separator: "\n")[0] == self.session("zp 3j").screen.split(separator: "\n")[0])
    session.take(.mouse(MouseEvent(.wheel(down: false), at: Position(row: 3, column: 3))))
    #expect(session.state.view == self.session("zp 3j 3k").state.view)
  }

  @Test("A click makes its line the current one, where it is")
  func click() throws {
    var session = session()
    let row = try row(of: "Three.", in: session)
    session.take(.mouse(MouseEvent(.press, at: Position(row: row, column: 10))))
    #expect(session.currentText == "Three.")
    #expect(session.state.view.row == row)
    session.type("Backspace")
    #expect(session.currentText == "42 comments")
  }

  @Test("A click on what is folded unfolds it, one on the head of the current comment folds it")
  func folds() throws {
    var session = session("zp zM")
    let place = Position(row: try row(of: "▸ ann", in: session), column: 10)
    session.take(.mouse(MouseEvent(.press, at: place)))
    #expect(!session.screen.contains("▸ ann"))
    session.take(.mouse(MouseEvent(.press, at: place)))
    #expect(session.screen.contains("▸ ann"))
  }

  @Test("A click on a link gives it the focus, another one opens it; beside it nothing is opened")
  func links() throws {
    var builder = DocumentBuilder()
    builder.open(.paragraph)
    builder.text("日本 ")
    let start = builder.textCount
    builder.text("link")
    builder.span(.link(address: "https://a.example/"), from: start)
    builder.text(" after.")
    builder.close()
    var session = Session(builder.finish())
    session.type("zp")
    let cells = session.frame.rows[0].cells.map(\.glyph.string)
    let column = try #require(cells.firstIndex(of: "l"))
    for (place, isLink) in [(column - 1, false), (column, true), (column + 3, true), (column + 4, false)] {
      session.type("Esc")
      session.take(.mouse(MouseEvent(.press, at: Position(row: 0, column: place))))
      #expect((session.state.focusedAddress != nil) == isLink, "\(place - column)")
    }
    session.take(.mouse(MouseEvent(.press, at: Position(row: 0, column: column))))
    session.take(.mouse(MouseEvent(.press, at: Position(row: 0, column: column))))
    #expect(session.effects.count == 2)
  }

  @Test("Clicks anywhere at any size do no harm", arguments: 1...30)
  func anywhere(columns: Int) {
    var generator = SeededGenerator(seed: UInt64(columns))
    for rows in [1, 2, 5, 12] {
      var session = Session(Self.document, columns: columns, rows: rows)
      session.type("zp")
      for _ in 0..<20 {
        let place = Position(row: Int.random(in: 0...40, using: &generator), column: Int.random(in: 0...90, using: &generator))
        session.take(.mouse(MouseEvent(generator.pick([.press, .wheel(down: true), .wheel(down: false)]), at: place)))
        if generator.chance(20) { session.type(generator.pick(["?", "t", "Esc", "/", ":"])) }
        #expect(session.frame.size.columns == columns)
      }
    }
  }
}
