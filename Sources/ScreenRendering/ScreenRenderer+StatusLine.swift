import ReaderCore
import TerminalModel
import TextLayout

extension ScreenRenderer {
  /// Draws the last row: where the reader is, or a message; the keys typed so far; the position.
  func drawStatusLine(of state: ReaderState, lines: [LinePosition], into grid: inout CellGrid) {
    let row = grid.size.rows - 1
    let columns = grid.size.columns
    grid.fill(row: row, with: Cell(.blank, style: styles.status))

    var facts = [state.pendingText, state.loadingText ?? ""]
    if state.panel == nil, let share = state.percentage(shown: lines) { facts.append("\(share) %") }
    let right = facts.filter { !$0.isEmpty }.joined(separator: "  ")
    let rightColumns = DisplayWidth.columns(of: right)
    let rightStart = columns - rightColumns - 1
    // The position gives way to words before the words lose all room.
    let showsRight = rightStart >= 6
    let limit = showsRight ? rightStart - 1 : columns
    if showsRight { grid.draw(right, row: row, column: rightStart, limit: columns, style: styles.status) }

    let start = columns >= 20 ? 1 : 0
    if let message = state.message?.text ?? state.waitingText {
      let text = DisplayWidth.truncate(message, toColumns: limit - start, ellipsis: state.layout.symbols.ellipsis)
      grid.draw(text, row: row, column: start, limit: limit, style: styles.message)
    } else {
      let names = state.panel == nil ? state.breadcrumb : ["Keys", "q closes"]
      let text = fit(
        names,
        separator: state.layout.symbols.breadcrumb,
        ellipsis: state.layout.symbols.ellipsis,
        columns: limit - start
      )
      grid.draw(text, row: row, column: start, limit: limit, style: styles.status)
    }
  }

  /// The breadcrumb in at most `columns` columns: the outermost names go first.
  private func fit(_ names: [String], separator: String, ellipsis: String, columns: Int) -> String {
    var names = names
    var isCut = false
    while true {
      let text = ((isCut ? [ellipsis] : []) + names).joined(separator: separator)
      if DisplayWidth.columns(of: text) <= columns { return text }
      if names.count <= 1 { return DisplayWidth.truncate(names.first ?? "", toColumns: columns, ellipsis: ellipsis) }
      names.removeFirst()
      isCut = true
    }
  }
}
