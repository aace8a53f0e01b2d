import TerminalModel

/// The glyphs of ASCII, made once; controls as the pictures that ``DisplayCluster`` draws them as.
private let asciiGlyphs: [String] = (0..<128).map { (byte: UInt8) in
  let bytes = [byte]
  return DisplayCluster(in: bytes.span, from: 0, to: 1).glyph(in: bytes.span)
}

extension CellGrid {
  /// Draws text from `column` on, cluster by cluster, up to and not including column `limit`.
  ///
  /// - Parameter style: the style of the cluster at a byte offset of `text`.
  /// - Returns: the column after the last cell drawn.
  @discardableResult
  mutating func draw(
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    row: Int,
    column: Int,
    limit: Int,
    style: (Int) -> Style
  ) -> Int {
    let limit = min(limit, size.columns)
    var column = column
    var offset = range.lowerBound
    while offset < range.upperBound, column < limit {
      let byte = text[offset]
      let next = offset + 1
      if byte < 0x80, next == range.upperBound || text[next] < 0x80 {
        self[row, column] = Cell(asciiGlyphs[Int(byte)], style: style(offset))
        column += 1
        offset = next
        continue
      }
      let cluster = DisplayCluster(in: text, from: offset, to: range.upperBound)
      // A cluster that does not fit in what is left of the row is shown as a mark rather than half.
      let fits = column + cluster.columns <= limit
      if cluster.columns > 0 {
        let style = style(offset)
        self[row, column] = Cell(fits ? cluster.glyph(in: text) : "\u{FFFD}", style: style)
        if cluster.columns == 2, fits { self[row, column + 1] = .continuation(style: style) }
        column += fits ? cluster.columns : 1
      }
      offset = cluster.end
    }
    return column
  }

  /// Draws a string in one style.
  @discardableResult
  mutating func draw(_ string: String, row: Int, column: Int, limit: Int, style: Style) -> Int {
    let bytes = Array(string.utf8)
    return draw(bytes.span, 0..<bytes.count, row: row, column: column, limit: limit) { _ in style }
  }
}
