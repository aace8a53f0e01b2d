import TerminalModel

/// Walks through a paragraph scalar by scalar and finds the end of one line after the other.
///
/// This is the path for any text; it keeps the context of line breaking and of clusters from line to line, so that no
/// byte is read more than twice, however long a word is.
struct LineScanner: Sendable {
  /// A place between two scalars: what is needed to go on from there.
  private struct Place: Sendable {
    var offset: Int
    /// Columns from the start of the line, hanging spaces included.
    var columns = 0
    /// The end of what is shown, and its columns: spaces and line ends at the end do not count.
    var shownEnd: Int
    var shownColumns = 0
    var breaker = LineBreaker()
    var clusters = ClusterScanner()
  }

  private var place: Place
  private static let unshown = LineBreakClassSet(.sp, .bk, .cr, .lf, .nl)

  /// A scanner at the start of a paragraph.
  init(at offset: Int) {
    place = Place(offset: offset, shownEnd: offset)
  }

  /// Where the next line starts, or the end of the text.
  var offset: Int { place.offset }

  /// The line that starts at ``offset`` and takes at most `room` columns; moves on to the start of the next.
  ///
  /// A line that `isIndented` is left empty rather than given a part of a word.
  mutating func nextLine(in text: Span<UInt8>, to end: Int, room: Int, isIndented: Bool) -> WrappedLine {
    let start = place.offset
    place.columns = 0
    place.shownEnd = start
    place.shownColumns = 0
    let first = place
    // The last places so far where the line may end, from the best to the worst kind.
    var wordEnd: Place?
    var clusterEnd: Place?
    var displayClusterEnd: Place?
    while place.offset < end {
      let before = place
      let decoded = UTF8Decoding.scalar(in: text, at: before.offset, end: end)
      place.offset += decoded.length
      let opportunity = place.breaker.advance(over: decoded.scalar, in: text, next: place.offset, end: end)
      let step = place.clusters.advance(ClusterProperty(decoded.scalar))
      if before.offset > start {
        if opportunity == .mandatory { return finish(at: before, from: start) }
        if step.startsCluster {
          if opportunity == .allowed { wordEnd = before }
          if before.columns <= room { clusterEnd = before }
        } else if step.columns > 0, before.columns <= room {
          displayClusterEnd = before
        }
      }
      if Self.unshown.contains(LineBreakProperty(decoded.scalar).lineClass) {
        place.columns += decoded.scalar == " " ? 1 : 0
        continue
      }
      place.columns += step.columns
      if place.columns > room {
        if let wordEnd { return finish(at: wordEnd, from: start) }
        if isIndented { return finish(at: first, from: start) }
        if let best = clusterEnd ?? displayClusterEnd { return finish(at: best, from: start) }
        // A single display cluster that is wider than the line stands alone on it.
        if before.offset > start, step.startsCluster || step.columns > 0 { return finish(at: before, from: start) }
      }
      place.shownEnd = place.offset
      place.shownColumns = place.columns
    }
    return finish(at: place, from: start)
  }

  private mutating func finish(at end: Place, from start: Int) -> WrappedLine {
    place = end
    return WrappedLine(start: start, end: end.shownEnd, width: end.shownColumns)
  }
}
