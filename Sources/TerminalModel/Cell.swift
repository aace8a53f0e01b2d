/// One column of one row of the screen.
///
/// A wide cluster stands in the first of its two cells; the second is a ``continuation``.
package struct Cell: Hashable, Sendable {
  /// What stands in the cell: one grapheme cluster that libc can draw, or nothing in a continuation cell.
  package var glyph: String
  /// How it is drawn.
  package var style: Style

  /// A cell that shows `glyph`.
  package init(_ glyph: String, style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell.
  package static let blank = Cell(" ")

  /// The second half of a wide cluster drawn in `style`.
  package static func continuation(style: Style) -> Cell { Cell("", style: style) }

  /// Whether the cell is the second half of a wide cluster.
  package var isContinuation: Bool { glyph.isEmpty }
}
