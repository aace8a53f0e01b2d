import ReaderCore
import TerminalModel
import TextLayout

extension ScreenRenderer {
  /// Draws the help screen from its line `top` on.
  func drawHelp(from top: Int, rows: Int, symbols: Symbols, into grid: inout CellGrid) {
    let columns = grid.size.columns
    let margin = columns >= 60 ? 4 : 0
    let indent = columns >= 24 ? 2 : 0
    let keyColumns = min(18, columns / 3)
    for row in 0..<rows where top + row < HelpText.lines.count {
      switch HelpText.lines[top + row] {
      case .blank: break
      case .group(let name): grid.rows[row].draw(name, column: margin, limit: columns, style: styles.helpGroup)
      case .command(let keys, let summary):
        let end = grid.rows[row].draw(keys, column: margin + indent, limit: columns, style: styles.helpKey)
        let start = max(margin + indent + keyColumns, end + 1)
        let text = DisplayWidth.truncate(summary, toColumns: columns - start, ellipsis: symbols.ellipsis)
        grid.rows[row].draw(text, column: start, limit: columns, style: styles.help)
      }
    }
  }
}
