import TextLayout
import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing

/// What is made from the command table, and the panel that shows it.
@Suite("Help")
struct HelpTests {
  @Test("Help lists every command once, below its group")
  func helpText() {
    var listed: [String: [String]] = [:]
    var group = ""
    for line in HelpText.lines {
      switch line {
      case .group(let name): group = name
      case .command(let keys, let summary, _): listed[group, default: []].append("\(keys): \(summary)")
      case .blank: group = ""
      }
    }
    for group in Command.Group.allCases {
      let commands = Command.table.filter { $0.group == group }
      #expect(listed[group.rawValue] == commands.map { "\($0.keyText): \($0.summary)" })
    }
    #expect(listed.values.map(\.count).reduce(0, +) == Command.table.count)
    #expect(HelpText.lines.last != .blank)
  }

  @Test("The key table has a row for every command, its summaries in one column")
  func keyTable() {
    let lines = KeyTable.text().split(separator: "\n")
    var columns: Set<Int> = []
    for command in Command.table {
      let rows = lines.filter { $0.hasPrefix("  \(command.keyText) ") && $0.hasSuffix("  \(command.summary)") }
      #expect(rows.count == 1, "\(command.name)")
      columns.formUnion(rows.map { $0.count - command.summary.count })
    }
    #expect(columns.count == 1)
    #expect(lines.count == Command.table.count + Command.Group.allCases.count)
    for line in KeyTable.text().split(separator: "\n", omittingEmptySubsequences: false) { #expect(!line.hasSuffix(" ")) }
  }

  @Test("The table for README has a row for every command, three cells each")
  func markdown() {
    let rows = KeyTable.markdown.split(separator: "\n")
    #expect(rows.count == Command.table.count + 2)
    for row in rows { #expect(row.split(separator: "|").count == 3, "\(row)") }
    for command in Command.table { #expect(rows.filter { $0.contains("| \(command.name) |") }.count == 1) }
  }

  @Test("The panel scrolls from its first line to its last and no further, at every height", arguments: 1...60)
  func bounds(rows: Int) {
    var generator = SeededGenerator(seed: UInt64(rows))
    var typist = Typist("One line.", rows: rows)
    typist.type("?")
    #expect(typist.state.panel == .help(top: 0))
    for _ in 0..<60 {
      typist.type(generator.pick(["j", "k", "d", "u", "Space", "b", "g", "G", "Down", "PgUp", "^D", "x", "]", "5j"]))
      if generator.chance(10) { typist.resize(rows: Int.random(in: 1...60, using: &generator)) }
      guard case .help(let top) = typist.state.panel else {
        Issue.record("a key that scrolls has closed the panel")
        return
      }
      let last = max(0, HelpText.lines.count - typist.state.textRows)
      #expect((0...last).contains(top), "\(typist.state.textRows) rows")
    }
    typist.resize(rows: rows)
    typist.type("G")
    #expect(typist.state.panel == .help(top: max(0, HelpText.lines.count - typist.state.textRows)))
    typist.type("g")
    #expect(typist.state.panel == .help(top: 0))
  }

  @Test("Line by line, every line of help comes into the window")
  func everyLine() {
    var typist = Typist("One line.", rows: 8)
    typist.type("?")
    var seen: Set<Int> = []
    while case .help(let top) = typist.state.panel, seen.insert(top).inserted { typist.type("j") }
    #expect(seen.sorted() == Array(0...HelpText.lines.count - typist.state.textRows))
  }

  @Test("While the panel is open, the document stays where it is")
  func theDocumentStays() {
    var typist = Typist(Document(seed: 4))
    typist.type("j j")
    let view = typist.state.view
    typist.type("? j d G ] s zM Enter F1")
    #expect(typist.state.panel == nil)
    #expect(typist.state.view == view)
    #expect(typist.state.layout.folds.level == nil)
  }
}
