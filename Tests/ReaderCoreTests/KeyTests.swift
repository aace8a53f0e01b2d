import TextLayout
import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing

/// Keys to commands: sequences, counts, what is forgotten when.
@Suite("Keys")
struct KeyTests {
  private static let lines = Document(sketch: (0..<100).map { "Line \($0)." }.joined(separator: "\n---\n"))

  private func match(_ keys: String) -> String {
    switch Keymap().match(keys.split(separator: " ").compactMap { KeyEvent(notation: String($0)) }) {
    case .command(let command): command.name
    case .prefix: "…"
    case .none: "-"
    }
  }

  /// The message after keys, and what is still pending, in brackets.
  private func said(_ keys: String) -> String {
    var typist = Typist(Self.lines)
    typist.type(keys)
    let pending = typist.state.pendingText
    return (typist.state.message?.text ?? "") + (pending.isEmpty ? "" : "[\(pending)]")
  }

  @Test("A sequence is a command, its beginning is a prefix, anything else nothing")
  func matches() {
    #expect(match("j") == "line-down")
    #expect(match("Down") == "line-down")
    #expect(match("^D") == "half-page-down")
    #expect(match("z") == "…")
    #expect(match("z M") == "fold-all")
    #expect(match("z m") == "fold-more")
    #expect(match("Z") == "fold-thread")
    #expect(match("z x") == "-")
    #expect(match("z M j") == "-")
    #expect(match("M-j") == "-")
    #expect(match("^J") == "-")
    #expect(match("") == "-")
  }

  @Test("The prefixes of the default keys are those of their sequences, and no others")
  func prefixes() {
    let sequences = Command.table.flatMap(\.keys).map { $0.split(separator: " ") }
    for key in (0x21...0x7E).map({ String(UnicodeScalar(UInt8($0))) }) + ["Enter", "Esc", "Tab", "F2"] {
      let begins = sequences.contains { $0.count > 1 && $0[0] == key }
      let isCommand = sequences.contains { $0 == [Substring(key)] }
      #expect((match(key) == "…") == begins, "\(key)")
      #expect((match(key) == "-") == (!begins && !isCommand), "\(key)")
    }
  }

  @Test("Keys that do nothing say so, with all of them, and are forgotten")
  func unknownKeys() {
    #expect(said("x") == "x does nothing; ? shows the keys")
    #expect(said("z x") == "zx does nothing; ? shows the keys")
    #expect(said("M-j") == "M-j does nothing; ? shows the keys")
    #expect(said("5 x") == "x does nothing; ? shows the keys")
  }

  @Test("A message stays until the next key, whatever that is")
  func messages() {
    #expect(said("x j") == "")
    #expect(said("x 5") == "[5]")
    #expect(said("x z") == "[z]")
    #expect(said("x Esc") == "")
    #expect(said("x v") == "v does nothing; ? shows the keys")
    var typist = Typist(Self.lines)
    typist.type("x")
    typist.resize(rows: 10)
    #expect(typist.state.message != nil, "a window that changes its size is no key")
  }

  @Test("What is typed of a sequence is shown until it is complete")
  func pending() {
    #expect(said("5") == "[5]")
    #expect(said("5 0") == "[50]")
    #expect(said("z") == "[z]")
    #expect(said("1 2 z") == "[12z]")
    #expect(said("5 j") == "")
  }

  @Test("Esc forgets keys and counts without a word", arguments: ["z", "5", "5z", "999999"])
  func escape(keys: String) {
    #expect(said(keys + " Esc") == "")
    // What follows begins anew: one line, not five.
    var typist = Typist(Self.lines)
    typist.type(keys + " Esc j")
    var other = Typist(Self.lines)
    other.type("j")
    #expect(typist.state.view == other.state.view)
    // What is open stays open: Esc was for the keys.
    var panel = Typist(Self.lines)
    panel.type("? " + keys + " Esc")
    #expect(panel.state.panel == .help(top: 0))
    panel.type("Esc")
    #expect(panel.state.panel == nil)
  }

  @Test("A count repeats", arguments: [1, 2, 5, 10, 37, 100, 250])
  func counts(count: Int) {
    var counted = Typist(Self.lines)
    counted.type("\(count)j")
    var repeated = Typist(Self.lines)
    for _ in 0..<count { repeated.type("j") }
    #expect(counted.state.view == repeated.state.view)
    #expect(counted.state.pendingText == "")
  }

  @Test("A count is used once")
  func countsAreForgotten() {
    var typist = Typist(Self.lines)
    typist.type("5j")
    let after = typist.state.view
    typist.type("j k")
    #expect(typist.state.view == after)
  }

  @Test("No count is too large")
  func hugeCounts() {
    // Marks wait for the key that names them, whatever the count.
    for command in Command.table where !["quit", "set-mark", "go-to-mark"].contains(command.name) {
      var typist = Typist(Document(seed: 5))
      typist.type("99999999999999999999")
      typist.type(command.keys[0])
      #expect(typist.state.view.row < typist.state.textRows, "\(command.name)")
      #expect(typist.state.pendingText == "", "\(command.name)")
    }
  }

  @Test("A percentage is one of the text")
  func percentages() {
    var typist = Typist(Self.lines)
    var last = -1
    for percentage in [1, 10, 40, 50, 75, 99] {
      typist.type("\(percentage)%")
      let line = Int(typist.state.currentLine?.node.position ?? 0)
      #expect(abs(line - 2 * percentage) <= 4, "\(percentage) % is line \(line / 2)")
      #expect(line > last)
      last = line
    }
    typist.type("100%")
    #expect(typist.percentage == 100)
    typist.type("1000%")
    #expect(typist.percentage == 100)
    #expect(said("%") == "% goes to a percentage of the document: type 40%")
  }

  @Test("Quitting, suspending and drawing anew are asked of the world")
  func effects() {
    var typist = Typist(Self.lines)
    typist.type("^L ^Z q")
    #expect(typist.effects == [.redraw, .suspend, .quit])
    var panel = Typist(Self.lines)
    panel.type("? q")
    #expect(panel.effects.isEmpty)
    #expect(panel.state.panel == nil)
    panel.type("? ^L ^Z")
    #expect(panel.effects == [.redraw, .suspend])
  }
}
