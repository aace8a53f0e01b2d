import TextLayout

/// All there is to know about scrolling: an anchor and the screen row that its line stands on. No row counts, no heights.
package struct Viewport: Hashable, Sendable {
  /// The place whose line is the current line.
  package var anchor: Anchor
  /// The screen row that the current line stands on, from 0.
  package var row: Int

  /// A view with `anchor` on `row`.
  package init(anchor: Anchor = .top, row: Int = 0) {
    self.anchor = anchor
    self.row = row
  }
}
