/// A screenful of cells: what ScreenRendering makes and a terminal shows.
package struct CellGrid: Hashable, Sendable {
  /// Rows and columns of the grid.
  package let size: Size
  /// The rows from the top, `size.rows` of them, each of `size.columns` cells.
  package var rows: [CellRow]
  /// Where the terminal's cursor stands; hidden when `nil`.
  package var cursor: Position?

  /// A blank grid.
  package init(size: Size, filledWith cell: Cell = .blank) {
    self.size = size
    rows = Array(repeating: CellRow(columns: size.columns, filledWith: cell), count: size.rows)
  }

  /// The cell at `row`, `column`, both within the grid.
  package subscript(row: Int, column: Int) -> Cell {
    get { rows[row].cells[column] }
    set {
      rows[row].knownFingerprint = nil
      rows[row].cells[column] = newValue
    }
  }

  /// All cells, row by row.
  package var cells: [Cell] { rows.flatMap(\.cells) }

  /// The glyphs of one row, blanks at its end left out.
  package func text(row: Int) -> String {
    var bytes: [UInt8] = []
    for cell in rows[row].cells { bytes += cell.glyph.utf8 }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The whole grid as text, one line a row: what session tests compare.
  package var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }
}
