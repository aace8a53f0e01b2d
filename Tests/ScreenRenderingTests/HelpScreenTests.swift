import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing

@Suite("The help screen")
struct HelpScreenTests {
  private static let document = Document(sketch: "One line.")

  @Test("Scrolled from top to bottom, it shows every command with keys and summary", arguments: [2, 3, 7, 24, 80])
  func everyCommand(rows: Int) {
    var screen = Screen(Self.document, columns: 99, rows: rows)
    screen.type("?")
    var seen: Set<String> = []
    for _ in 0..<HelpText.lines.count {
      for row in 0..<screen.state.textRows { seen.insert(screen.frame.text(row: row)) }
      screen.type("j")
    }
    for command in Command.table {
      #expect(
        seen.contains { $0.hasPrefix("      \(command.keyText) ") && $0.hasSuffix(" \(command.summary)") },
        "\(command.name)"
      )
    }
    for group in Command.Group.allCases { #expect(seen.contains("    " + group.rawValue)) }
  }

  @Test("Summaries stand in one column, and a blank before each", arguments: [40, 60, 80, 120])
  func columns(columns: Int) {
    var screen = Screen(Self.document, columns: columns, rows: 120)
    screen.type("?")
    var starts: Set<Int> = []
    for (row, line) in HelpText.lines.enumerated() {
      guard case .command(_, let summary, _) = line else { continue }
      let text = screen.frame.text(row: row)
      guard let start = text.firstRange(of: " " + summary.prefix(8)) else {
        Issue.record("no summary: \(text)")
        continue
      }
      starts.insert(text.distance(from: text.startIndex, to: start.lowerBound))
    }
    #expect(starts.count == 1, "\(columns) columns: \(starts.sorted())")
  }

  @Test("A summary that has no room ends with a mark that says so", arguments: 24...80)
  func cut(columns: Int) {
    var screen = Screen(Self.document, columns: columns, rows: 120)
    screen.type("?")
    for (row, line) in HelpText.lines.enumerated() {
      guard case .command(_, let summary, _) = line else { continue }
      let text = screen.frame.text(row: row)
      #expect(
        text.hasSuffix(" " + summary) || text.hasSuffix("…") && DisplayWidth.columns(of: text) >= columns - 1,
        "\(text)"
      )
    }
  }

  @Test("At every size it fits", arguments: 1...60)
  func sizes(columns: Int) {
    for rows in [1, 2, 5, 12] {
      var screen = Screen(Self.document, columns: columns, rows: rows)
      screen.type("? G")
      #expect(screen.frame.cells.count == columns * rows)
      if rows > 2 { #expect((0..<2).contains { screen.frame.text(row: $0) != "" }) }
    }
  }
}
