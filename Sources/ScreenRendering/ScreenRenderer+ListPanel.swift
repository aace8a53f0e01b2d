import ReaderCore
import TerminalModel
import TextLayout

extension ScreenRenderer {
  /// The columns that names have, of a panel's forty or so.
  private static let nameColumns = 14

  /// Draws a panel with a list over what is there: frame, title, the line to filter by, rows.
  func draw(_ panel: ListPanelContents, symbols: Symbols, into grid: inout CellGrid) {
    let geometry = panel.geometry
    let columns = geometry.columns
    for row in 0..<geometry.rows {
      // A wide cluster does not stand half beside the panel.
      if columns.lowerBound > 0, grid[row, columns.lowerBound].isContinuation {
        grid[row, columns.lowerBound - 1] = Cell(.blank, style: styles.background)
      }
      for column in columns { grid[row, column] = Cell(.blank, style: styles.panel) }
    }
    grid.cursor = nil
    if geometry.hasFrame { drawFrame(of: geometry, symbols: symbols, into: &grid) }
    // Within the frame; the first column is the mark's of the chosen entry.
    let inner =
      geometry.hasFrame ? columns.lowerBound + 1..<max(columns.lowerBound + 1, columns.upperBound - 2) : columns
    if geometry.hasTitle { drawTitle(of: panel, columns: inner, symbols: symbols, into: &grid) }
    let first = geometry.hasTitle ? 1 : 0
    for (index, row) in panel.rows.prefix(geometry.page).enumerated() {
      draw(row, at: first + index, columns: inner, symbols: symbols, into: &grid)
    }
  }

  private func drawFrame(of geometry: ListPanelGeometry, symbols: Symbols, into grid: inout CellGrid) {
    let columns = geometry.columns
    let last = geometry.rows - 1
    let width = columns.count
    let frame = symbols.frame
    let rule = String(repeating: symbols.rule, count: max(0, width - 2))
    func draw(_ text: String, _ row: Int, _ column: Int, _ grid: inout CellGrid) {
      grid.rows[row].draw(text, column: column, limit: columns.upperBound, style: styles.panelFrame)
    }
    draw(frame.topLeft + rule + frame.topRight, 0, columns.lowerBound, &grid)
    draw(frame.bottomLeft + rule + frame.bottomRight, last, columns.lowerBound, &grid)
    for row in 1..<max(1, last) {
      draw(frame.side, row, columns.lowerBound, &grid)
      draw(frame.side, row, columns.upperBound - 1, &grid)
    }
  }

  /// `Outline ──── clock▏ 4 of 21`: the end of what was typed stays in view, and the cursor stands there.
  private func drawTitle(of panel: ListPanelContents, columns: Range<Int>, symbols: Symbols, into grid: inout CellGrid)
  {
    let title = DisplayWidth.truncate(" " + panel.title + " ", toColumns: columns.count, ellipsis: symbols.ellipsis)
    let left = grid.rows[0].draw(title, column: columns.lowerBound, limit: columns.upperBound, style: styles.panelTitle)
    let count = panel.count
    let countColumns = DisplayWidth.columns(of: count)
    var right = columns.upperBound
    if right - countColumns - 12 >= left {
      right -= countColumns + 1
      grid.rows[0].draw(" " + count + " ", column: right, limit: columns.upperBound + 1, style: styles.panelNote)
    }
    // One column is the cursor's.
    let room = right - left - 1
    guard room > 0 else { return }
    let shown = ShownInput(panel.input, columns: room + 1)
    let start = right - 1 - DisplayWidth.columns(of: shown.text)
    if !panel.input.text.isEmpty, start - 1 >= left { grid[0, start - 1] = Cell(.blank, style: styles.panelInput) }
    let style = panel.input.isSelected ? styles.panelNote : styles.panelInput
    let end = grid.rows[0].draw(shown.text, column: start, limit: right, style: style)
    grid[0, end] = Cell(.blank, style: styles.panelInput)
    grid.cursor = Position(row: 0, column: start + shown.cursor)
  }

  private func draw(
    _ row: ListPanelContents.Row,
    at line: Int,
    columns: Range<Int>,
    symbols: Symbols,
    into grid: inout CellGrid
  ) {
    let isNarrow = columns.count < 24
    var start = columns.lowerBound + (columns.count > 4 ? 1 : 0)
    var end = columns.upperBound
    if let title = row.title {
      let text = DisplayWidth.truncate(title, toColumns: end - start, ellipsis: symbols.ellipsis)
      grid.rows[line].draw(text, column: start, limit: end, style: styles.panelTitle)
      return
    }
    let words = row.isChosen ? styles.panelChosen : styles.panel
    let quiet = row.isChosen ? styles.panelChosen : styles.panelNote
    if row.isChosen {
      for column in columns { grid[line, column] = Cell(.blank, style: styles.panelChosen) }
      // Nothing is said by colour alone.
      if start > columns.lowerBound {
        grid.rows[line].draw(symbols.folded, column: columns.lowerBound, limit: end, style: words)
      }
    }
    if !isNarrow { start += row.indent }
    if let note = row.note {
      let width = DisplayWidth.columns(of: note)
      if end - start - width >= 24 {
        grid.rows[line].draw(note, column: end - width, limit: end, style: quiet)
        end -= width + 2
      }
    }
    if row.hasNames {
      let nameColumns = max(Self.nameColumns, columns.count / 4)
      if isNarrow || end - start < nameColumns + 12 {
        let name = row.name.map { DisplayWidth.truncate($0, toColumns: (end - start) / 2, ellipsis: symbols.ellipsis) }
        if let name { start = grid.rows[line].draw(name, column: start, limit: end, style: quiet) + 1 }
      } else {
        if let name = row.name {
          let text = DisplayWidth.truncate(name, toColumns: nameColumns - 1, ellipsis: symbols.ellipsis)
          grid.rows[line].draw(text, column: start, limit: end, style: quiet)
        }
        start += nameColumns
      }
    }
    guard start < end else { return }
    let text = DisplayWidth.truncate(row.words, toColumns: end - start, ellipsis: symbols.ellipsis)
    grid.rows[line].draw(text, column: start, limit: end, style: words)
  }
}
