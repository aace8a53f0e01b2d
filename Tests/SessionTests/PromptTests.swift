import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing

@Suite("The prompt")
struct PromptTests {
  private func session(_ keys: String) -> Session {
    var session = Session(Self.sketch, columns: 80, rows: 12)
    session.type(keys)
    return session
  }

  private static let sketch = (0..<40).map { "Line \($0).\n---\n" }.joined() + "@ann\n  One.\n  @bob\n    Two."

  private func status(_ session: Session) -> String { session.frame.text(row: session.state.size.rows - 1) }

  @Test("Every command can be performed by its name, and by nothing else that is typed")
  func everyCommand() {
    for command in Command.table where command.name != "quit" {
      var typed = session(":")
      typed.type(words: command.name)
      typed.type("Enter")
      var pressed = session("")
      pressed.type(command.keys[0])
      // The prompt for keys waits for the next one, as the key does.
      #expect(typed.effects == pressed.effects, "\(command.name)")
      #expect(typed.screen == pressed.screen, "\(command.name)")
    }
  }

  @Test("What begins one name only is enough", arguments: [("fold-a", "all threads folded"), ("all", "fold-all, unfold-all")])
  func beginnings(typed: String, message: String) {
    var session = session(":")
    session.type(words: typed)
    session.type("Enter")
    #expect(session.state.message?.text.contains(message) == true, "\(session.state.message?.text ?? "")")
  }

  @Test("Counts stand before the name or after it", arguments: ["5 line-down", "5line-down", "line-down 5"])
  func counts(typed: String) {
    var named = session(":")
    named.type(words: typed)
    named.type("Enter")
    #expect(named.state.view == session("5j").state.view)
    var percent = session(":40% Enter")
    percent.type("x Esc")
    #expect(percent.state.view == session("40%").state.view)
  }

  @Test("Tab goes through what can be meant, and back")
  func completion() {
    var session = session(": f o l d")
    #expect(status(session).hasPrefix(" :fold"))
    #expect(session.frame.cursor == Position(row: 11, column: 6))
    var seen: [String] = []
    for _ in 0..<3 {
      session.type("Tab")
      seen.append(String(status(session).dropFirst(2).prefix { $0 != " " }))
    }
    #expect(seen == ["fold", "fold-all", "fold-more"])
    session.type("S-Tab")
    #expect(status(session).hasPrefix(" :fold-all "))
    #expect(status(session).contains("Fold all comments"))
    session.type("Enter")
    #expect(session.state.message?.text == "all threads folded")
  }

  @Test("What completes a name is shown before it is asked for")
  func suggestion() {
    var session = session(": u n f")
    #expect(status(session).hasPrefix(" :unfold "))
    #expect(session.state.prompt?.input.text == "unf")
    session.type("Esc")
    #expect(session.state.prompt == nil)
  }

  @Test("A name that nothing has is said, and nothing happens")
  func unknown() {
    var session = session("j")
    let before = session.state.view
    session.type(": f l y Enter")
    #expect(session.state.view == before)
    #expect(session.state.message?.text == "no command is called fly")
    session.type(": j Space x Enter")
    #expect(session.state.view == before)
  }

  @Test("What was typed before is there again, and taking the last letter back closes the prompt")
  func history() {
    var session = session(": t o p Enter : b o t t o m Enter : Up")
    #expect(session.state.prompt?.input.text == "bottom")
    session.type("Up")
    #expect(session.state.prompt?.input.text == "top")
    session.type("^U Backspace")
    #expect(session.state.prompt == nil)
  }

  @Test("A command that takes words gets them")
  func argument() {
    var session = session(":")
    session.type(words: "search line 7")
    session.type("Enter")
    #expect(session.currentText == "Line 7.")
    #expect(session.state.searchText == "1/1")
  }

  @Test("Help finds words in keys, names and sentences, and Esc shows all again")
  func help() {
    var session = session("? /")
    session.type(words: "fold thread")
    #expect(session.screen.contains("zM"))
    #expect(session.screen.contains("fold-thread") || session.screen.contains("Fold everything from here"))
    #expect(!session.screen.contains("Scroll one line down"))
    #expect(status(session).hasSuffix("commands"))
    session.type("Enter")
    #expect(session.screen.contains("zM"))
    session.type("Esc")
    #expect(session.screen.contains("Scroll one line down"))
    session.type("Esc")
    #expect(session.state.panel == nil)
    session.type("? /")
    session.type(words: "zM")
    #expect(session.screen.contains("Fold all comments"))
    #expect(!session.screen.contains("Show one level of comments less"))
  }

  @Test("In a narrow window the end of what is typed is shown", arguments: 1...24)
  func narrow(columns: Int) {
    var session = Session(Self.sketch, columns: columns, rows: 3)
    session.type("/")
    session.type(words: "a long line with 日本語 at its end")
    guard let cursor = session.frame.cursor else {
      Issue.record("no cursor")
      return
    }
    #expect(cursor.row == 2 && cursor.column < columns)
    if columns > 2 { #expect(session.frame.text(row: 2).hasSuffix("d")) }
  }
}
