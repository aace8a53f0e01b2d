import CNcurses
import TerminalModel

/// Puts frames into curses: of each, only what differs from the one before.
///
/// Curses finds out by itself which rows of the terminal it can move, but not for free: it compares all cells that were
/// put. So rows that moved are moved in curses too, and only what is new is put.
final class ScreenPainter {
  private let colors: ColorReduction
  /// What curses has been given.
  private var shown: CellGrid?
  /// The style that clusters are put in at present; `nil` when curses has not been told.
  private var style: Style?
  /// The run that is being put; kept, since it would be allocated anew for each.
  private var run: [screen_cell] = []

  /// A painter on a blank screen.
  init(colors: ColorReduction) {
    self.colors = colors
  }

  /// Makes the terminal show `grid`, of which `visible` fits.
  func show(_ grid: CellGrid, within visible: Size) {
    if var old = shown, old.size == grid.size, grid.size == visible {
      shown = nil
      if let scroll = grid.scroll(from: old), move(scroll) { old.scroll(scroll) }
      for row in 0..<grid.size.rows {
        let (new, old) = (grid.rows[row], old.rows[row])
        if new != old, let columns = new.changedColumns(from: old) { put(new, at: row, columns: columns) }
      }
    } else {
      for row in 0..<min(grid.size.rows, visible.rows) {
        put(grid.rows[row], at: row, columns: 0..<min(grid.size.columns, visible.columns))
      }
    }
    if let cursor = grid.cursor, cursor.row < visible.rows, cursor.column < visible.columns {
      screen_set_cursor(Int32(cursor.row), Int32(cursor.column), 1)
    } else {
      screen_set_cursor(0, 0, 0)
    }
    screen_flush()
    shown = grid
  }

  /// Moves rows on the terminal.
  ///
  /// - Returns: Whether it can.
  private func move(_ scroll: CellGrid.Scroll) -> Bool {
    let (first, last) = (scroll.rows.lowerBound, scroll.rows.upperBound - 1)
    return screen_scroll(Int32(first), Int32(last), Int32(scroll.distance)) != 0
  }

  /// Makes the next frame be put whole.
  func forget() {
    shown = nil
    style = nil
  }

  /// Puts some columns of a row, run by run of one style.
  private func put(_ cells: CellRow, at row: Int, columns: Range<Int>) {
    let cells = cells.cells.span
    var start = columns.lowerBound
    while start < columns.upperBound {
      let style = cells[start].style
      if style != self.style { use(style) }
      var end = start
      run.removeAll(keepingCapacity: true)
      while end < columns.upperBound, cells[end].style == style {
        let glyph = cells[end].glyph
        run.append(screen_cell(low: glyph.low, high: glyph.high))
        end += 1
      }
      screen_put(Int32(row), Int32(start), run, Int32(run.count))
      start = end
    }
  }

  private func use(_ style: Style) {
    let numbers = colors.numbers(for: style)
    screen_set_style(Int32(numbers.foreground), Int32(numbers.background), UInt32(style.attributes.rawValue))
    self.style = style
  }
}
