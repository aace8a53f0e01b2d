/// A screenful of cells: what ScreenRendering makes and a terminal shows.
package struct CellGrid: Hashable, Sendable {
  /// Rows and columns of the grid.
  package let size: Size
  /// All cells, row by row; `size.rows * size.columns` of them.
  package internal(set) var cells: [Cell]
  /// Where the terminal's cursor stands; hidden when `nil`.
  package var cursor: Position?

  /// A blank grid.
  package init(size: Size, filledWith cell: Cell = .blank) {
    self.size = size
    cells = Array(repeating: cell, count: size.rows * size.columns)
  }

  /// The cell at `row`, `column`, both within the grid.
  package subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  /// Where the cells of one row stand in ``cells``.
  package func indices(ofRow row: Int) -> Range<Int> {
    row * size.columns..<(row + 1) * size.columns
  }

  /// The cells of one row.
  package func row(_ row: Int) -> ArraySlice<Cell> { cells[indices(ofRow: row)] }

  /// The glyphs of one row, blanks at its end left out.
  package func text(row: Int) -> String {
    var bytes: [UInt8] = []
    for cell in self.row(row) { bytes += cell.glyph.utf8 }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The whole grid as text, one line a row: what session tests compare.
  package var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }
}
