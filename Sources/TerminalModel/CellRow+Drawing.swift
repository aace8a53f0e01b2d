extension CellRow {
  /// Draws text from `column` on, cluster by cluster, up to and not including column `limit`.
  ///
  /// A cluster that does not fit in what is left of the row is shown as a mark rather than half.
  ///
  /// - Parameters:
  ///   - range: bytes of `text`, beginning and ending with a cluster.
  /// - Returns: the column after the last cell drawn.
  /// - Complexity: O(bytes that are drawn)
  @discardableResult
  package mutating func draw(
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    column: Int,
    limit: Int,
    style: Style
  ) -> Int {
    knownFingerprint = nil
    let limit = min(limit, cells.count)
    var cells = cells.mutableSpan
    var column = column
    var offset = range.lowerBound
    while offset < range.upperBound, column < limit {
      let plain = min(
        UTF8Decoding.endOfPrintableASCII(in: text, from: offset, to: range.upperBound),
        offset + limit - column
      )
      // The last of them may bear a mark that follows.
      let end = plain < range.upperBound && text[plain] >= 0x80 ? plain - 1 : plain
      while offset < end {
        cells[column] = Cell(Glyph(ascii: text[offset]), style: style)
        column += 1
        offset += 1
      }
      guard offset < range.upperBound, column < limit else { return column }
      let scalar = UTF8Decoding.scalar(in: text, at: offset, end: range.upperBound)
      if scalar.length > 1, Self.isAlone(scalar, in: text, next: offset + scalar.length, end: range.upperBound) {
        cells[column] = Cell(Glyph(scalar.scalar), style: style)
        column += 1
        offset += scalar.length
        continue
      }
      let cluster = DisplayCluster(in: text, from: offset, to: range.upperBound)
      let fits = column + cluster.columns <= limit
      if cluster.columns > 0 {
        cells[column] = Cell(fits ? cluster.glyph(in: text) : .replacement, style: style)
        if cluster.columns == 2, fits { cells[column + 1] = .continuation(style: style) }
        column += fits ? cluster.columns : 1
      }
      offset = cluster.end
    }
    return column
  }

  /// Whether a scalar is a cluster of one column, which a look at the scalar that follows tells for most letters.
  @inline(__always)
  private static func isAlone(_ scalar: DecodedScalar, in text: Span<UInt8>, next: Int, end: Int) -> Bool {
    guard ClusterProperty(scalar.scalar).isOtherOfOneColumn else { return false }
    return next == end || ClusterProperty(UTF8Decoding.scalar(in: text, at: next, end: end).scalar).isOther
  }

  /// Draws a string.
  @discardableResult
  package mutating func draw(_ string: String, column: Int, limit: Int, style: Style) -> Int {
    var string = string
    return string.withUTF8 { draw($0.span, 0..<$0.count, column: column, limit: limit, style: style) }
  }

  /// Draws a string over what is there, from the beginning of a cluster on; of a wide one that it covers by half nothing
  /// is left.
  package mutating func drawOver(_ string: String, column: Int, limit: Int, style: Style) {
    let end = min(draw(string, column: column, limit: limit, style: style), cells.count)
    if end < cells.count, cells[end].isContinuation { cells[end] = Cell(.blank, style: cells[end].style) }
  }

  /// Draws what stands at some columns, all within the row, in another style.
  package mutating func restyle(_ columns: Range<Int>, style: Style) {
    knownFingerprint = nil
    for column in columns { cells[column].style = style }
  }
}
