/// One column of one row of the screen.
///
/// A wide cluster stands in the first of its two cells; the second is a ``continuation(style:)``. A cell is three words
/// without padding: rows are compared as memory.
package struct Cell: Hashable, Sendable {
  /// What stands in the cell: one display cluster that terminals can draw, or nothing in a continuation cell.
  package var glyph: Glyph
  /// How it is drawn.
  package var style: Style

  /// A cell that shows `glyph`.
  @inline(__always)
  package init(_ glyph: Glyph, style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell.
  package static let blank = Cell(.blank)

  /// The second half of a wide cluster drawn in `style`.
  package static func continuation(style: Style) -> Cell { Cell(.none, style: style) }

  /// Whether the cell is the second half of a wide cluster.
  package var isContinuation: Bool { glyph == .none }
}
