import TerminalModel

/// Walks through a paragraph scalar by scalar and finds the end of one line after the other.
///
/// This is the path for any text. It never goes back: what is read of a word that does not fit is carried over to the
/// next line with all context. So every byte is read once, however long a word or a run of spaces is.
struct LineScanner: Sendable {
  /// A place where the line may end. Columns are counted from the start of the text, hanging spaces included.
  private struct Place: Sendable {
    var offset: Int
    var columns: Int
    /// The end of what is shown before the place, and the columns there: spaces and line ends do not count.
    var shownEnd: Int
    var shownColumns: Int
  }

  /// The place behind the last scalar that was read.
  private var here: Place
  private var breaker = LineBreaker()
  private var clusters = ClusterScanner()
  /// Where the line starts, and the columns there.
  private var start: Int
  private var startColumns = 0
  // The last places of each kind; those at or before the start of the line no longer count. Whatever is shown before
  // them fits, or there would have been an end of line before.
  private var word: Place
  private var cluster: Place
  private var displayCluster: Place

  /// A scanner at the start of a paragraph, or after a break that follows a space: no rule looks further back there.
  init(at offset: Int) {
    here = Place(offset: offset, columns: 0, shownEnd: offset, shownColumns: 0)
    start = offset
    word = here
    cluster = here
    displayCluster = here
  }

  /// Where the next line starts, or the end of the text.
  var offset: Int { start }

  /// The line that starts at ``offset`` and takes at most `room` columns; moves on to the start of the next.
  ///
  /// A line that `isIndented` is left empty rather than given a part of a word.
  mutating func nextLine(in text: Span<UInt8>, to end: Int, room: Int, isIndented: Bool) -> WrappedLine {
    let limit = startColumns + room
    // Before the last scalar that may still go on the line.
    let mostBytes = LineWrapper.mostBytes(inColumns: room) - 4
    // How far the line is known to be too wide without a place to end it before.
    var tooWide = start
    while true {
      let isTooLong = here.shownEnd - start > mostBytes
      if here.shownColumns > limit || isTooLong, here.shownEnd > tooWide {
        if word.offset > start { return finish(at: word) }
        if isIndented { return WrappedLine(start: start, end: start, width: 0) }
        if cluster.offset > start { return finish(at: cluster) }
        if displayCluster.offset > start { return finish(at: displayCluster) }
        if isTooLong { return finish(at: here) }
        // What is left is a display cluster that is wider than the line; it stands alone on it.
        tooWide = here.shownEnd
      }
      if breaker.isInsideWord { skipLetters(in: text, to: end, limit: limit) }
      if here.offset == end { return finish(at: here) }
      let before = here
      let decoded = UTF8Decoding.scalar(in: text, at: here.offset, end: end)
      let property = LineBreakProperty(decoded.scalar)
      here.offset += decoded.length
      let opportunity = breaker.advance(over: decoded.scalar, property, in: text, next: here.offset, end: end)
      let step = clusters.advance(ClusterProperty(decoded.scalar))
      if !property.isPlain, property.lineClass.isHidden {
        if property.lineClass == .sp { here.columns += 1 }
      } else {
        here.columns += step.columns
        here.shownEnd = here.offset
        here.shownColumns = here.columns
      }
      if step.startsCluster {
        cluster = before
        if opportunity == .allowed { word = before }
        if opportunity == .mandatory, before.offset > start { return finish(at: before) }
      } else if step.columns > 0 {
        displayCluster = before
      }
    }
  }

  /// Moves over letters in the middle of a word that fit, but for the last of them.
  ///
  /// Between two letters a line cannot end, and neither letter changes any context; so only the place moves. The last
  /// letter is left, since what follows may belong to its cluster.
  @inline(__always)
  private mutating func skipLetters(in text: Span<UInt8>, to end: Int, limit: Int) {
    var offset = here.offset
    var columns = here.columns
    var last = offset
    while offset < end, columns < limit {
      let byte = text[offset]
      if byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") {
        last = offset
        offset += 1
        columns += 1
        continue
      }
      let decoded = UTF8Decoding.scalar(in: text, at: offset, end: end)
      guard LineBreakProperty(decoded.scalar).isNarrowLetter, ClusterProperty(decoded.scalar).isOtherOfOneColumn else {
        break
      }
      last = offset
      offset += decoded.length
      columns += 1
    }
    if last == here.offset { return }
    here = Place(offset: last, columns: columns - 1, shownEnd: last, shownColumns: columns - 1)
    breaker.skipLetters()
    clusters.skipOthers()
  }

  private mutating func finish(at place: Place) -> WrappedLine {
    let shown = max(place.shownEnd, start)
    let line = WrappedLine(start: start, end: shown, width: max(place.shownColumns - startColumns, 0))
    start = place.offset
    startColumns = place.columns
    return line
  }
}
