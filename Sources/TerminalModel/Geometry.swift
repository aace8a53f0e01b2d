/// The size of a screen or of a part of it, in cells.
package struct Size: Hashable, Sendable {
  /// Number of rows, at least 0.
  package var rows: Int
  /// Number of columns, at least 0.
  package var columns: Int

  /// A size of `rows` by `columns`; negative numbers count as 0.
  package init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}

/// A place on the screen, counted from 0 at the top left.
package struct Position: Hashable, Sendable {
  /// The row, from 0.
  package var row: Int
  /// The column, from 0.
  package var column: Int

  /// The cell at `row`, `column`.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
