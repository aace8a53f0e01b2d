import ReaderCore
import TerminalModel
import TextLayout

extension ScreenRenderer {
  /// Windows narrower than this have no room for the names of commands.
  private static let columnsForNames = 100
  private static let nameColumns = 22

  /// Draws the help screen from its line `top` on.
  func drawHelp(_ lines: [HelpText.Line], from top: Int, rows: Int, symbols: Symbols, into grid: inout CellGrid) {
    let columns = grid.size.columns
    let margin = columns >= 60 ? 4 : 0
    let indent = columns >= 24 ? 2 : 0
    let keyColumns = min(18, columns / 3)
    for row in 0..<rows where top + row < lines.count {
      switch lines[top + row] {
      case .blank: break
      case .group(let name): grid.rows[row].draw(name, column: margin, limit: columns, style: styles.helpGroup)
      case .command(let keys, let summary, let name):
        let end = grid.rows[row].draw(keys, column: margin + indent, limit: columns, style: styles.helpKey)
        var start = max(margin + indent + keyColumns, end + 1)
        if columns >= Self.columnsForNames {
          grid.rows[row].draw(name, column: start, limit: columns, style: styles.help)
          start += Self.nameColumns
        }
        let text = DisplayWidth.truncate(summary, toColumns: columns - start, ellipsis: symbols.ellipsis)
        grid.rows[row].draw(text, column: start, limit: columns, style: styles.help)
      }
    }
  }
}
