import CNcurses
import TerminalModel

/// Puts frames into curses: of each, only what differs from the one before.
///
/// Curses finds out by itself which rows of the terminal it can move, but not for free: it compares all cells that were
/// put. So rows that moved are moved in curses too, and only what is new is put.
final class ScreenPainter {
  private let colors: ColorReduction
  /// The frames that curses has drawn: the terminal shows one of them, and may be told to show those behind it, one after
  /// the other.
  private var drawn: [CellGrid] = []
  /// Which of them the terminal shows.
  private var shown = 0
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
    if shown + 1 < drawn.count, grid == drawn[shown + 1] {
      shown += 1
    } else {
      takeBack()
      let old = drawn.last.flatMap { $0.size == grid.size && grid.size == visible ? $0 : nil }
      drawn = []
      draw(grid, from: old, scroll: old.flatMap(grid.scroll(from:)), within: visible)
      drawn = [grid]
      shown = 0
    }
    screen_flush()
  }

  /// Draws a frame that may be shown next, or after those that were drawn so before; then showing it costs hardly
  /// anything.
  ///
  /// - Returns: Whether it was drawn: only those are in which rows move a little, and the cursor does not.
  func prepare(_ grid: CellGrid, within visible: Size) -> Bool {
    guard screen_draws_ahead() != 0, grid.size == visible, grid.cursor != nil,
      let old = drawn.last, old.size == grid.size, old.cursor == grid.cursor,
      let scroll = grid.scroll(from: old), abs(scroll.distance) <= Self.farthestPrepared
    else { return false }
    draw(grid, from: old, scroll: scroll, within: visible)
    drawn.removeFirst(shown)
    shown = 0
    drawn.append(grid)
    return true
  }

  /// Rows that a turn of the wheel moves.
  private static let farthestPrepared = 3

  /// Forgets what was drawn and is not shown.
  func takeBack() {
    guard let last = drawn.last, shown + 1 < drawn.count else { return }
    let grid = drawn[shown]
    drawn = [grid]
    shown = 0
    screen_begin_undrawing()
    for row in 0..<grid.size.rows where grid.rows[row] != last.rows[row] {
      put(grid.rows[row], at: row, columns: 0..<grid.size.columns)
    }
    screen_end_undrawing()
  }

  /// Draws what differs from `old`, a frame as large that was drawn before; all where there is none.
  private func draw(_ grid: CellGrid, from old: CellGrid?, scroll: CellGrid.Scroll?, within visible: Size) {
    if var old {
      if let scroll, move(scroll) { old.scroll(scroll) }
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
    screen_draw()
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
    drawn = []
    shown = 0
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
