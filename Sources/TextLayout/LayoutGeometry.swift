/// Where things stand across a window: margin, gutter, text column. All horizontal geometry is decided here.
///
/// The text column is centred, and never narrower than ``minimumColumns`` or the window, whichever is less: margins, gutter and
/// guides give way first.
package struct LayoutGeometry: Hashable, Sendable {
  /// The narrowest a text column gets while anything else can give way.
  package static let minimumColumns = 24
  /// The width of the text column unless the reader changes it.
  package static let defaultColumns = 72

  /// Columns to the left of the gutter.
  package let margin: Int
  /// Columns for the focus bar and the space after it: 2, 1 or none.
  package let gutter: Int
  /// Columns of text.
  package let columns: Int

  /// The geometry of a window `window` columns wide, for a text column of `column` columns at most.
  ///
  /// - Parameter hasGutter: whether a focus bar has to find room; a printed page has none.
  package init(window: Int, column: Int = defaultColumns, hasGutter: Bool = true) {
    let window = max(1, window)
    let gutter = hasGutter ? min(2, max(0, window - Self.minimumColumns)) : 0
    columns = min(max(column, min(Self.minimumColumns, window)), window - gutter)
    self.gutter = gutter
    margin = hasGutter ? max(0, (window - columns) / 2 - gutter) : 0
  }

  /// The column of the window where text begins.
  package var textStart: Int { margin + gutter }

  /// Columns that one level of replies is indented by: wide windows have air between the guides.
  package var guideStep: Int { columns >= 60 ? 2 : 1 }

  /// The columns that the guides of a comment at `depth` take; at most what leaves the text column its minimum.
  package func guideColumns(depth: Int) -> Int {
    let depth = shownDepth(depth)
    return depth == 0 ? 0 : depth * guideStep + (guideStep == 1 ? 1 : 0)
  }

  /// The number of guides drawn for a comment at `depth`: the indent grows with the depth until it reaches its plateau.
  package func shownDepth(_ depth: Int) -> Int { min(depth, plateau) }

  /// The depth from which replies are indented no further.
  package var plateau: Int {
    // Room is left for a quotation bar and a list marker within the comment.
    let room = columns - Self.minimumColumns - 4 - (guideStep == 1 ? 1 : 0)
    return max(0, room / guideStep)
  }
}
