// What moved from one frame to the next, as a terminal is told.
extension CellGrid {
  /// Rows that move together.
  package struct Scroll: Hashable, Sendable {
    /// The rows that take part: what moves out of them is lost, and blank rows come in.
    package var rows: Range<Int>
    /// By how many rows they move up; down when negative.
    package var distance: Int
  }

  /// The scroll of `old`, a grid of the same size, after which the least is left to be drawn; `nil` where none saves
  /// more than ``leastRowsSaved`` rows.
  ///
  /// - Complexity: O(cells + rows²)
  package func scroll(from old: CellGrid) -> Scroll? {
    let count = size.rows
    let inPlace = (0..<count).count { rows[$0] == old.rows[$0] }
    guard count - inPlace > Self.leastRowsSaved else { return nil }
    let (now, before) = (rows.map(\.fingerprint), old.rows.map(\.fingerprint))
    // A row like the one above it (a blank one, mostly) is no sign of a move.
    func isMoved(_ row: Int, by distance: Int) -> Bool {
      now[row] == before[row + distance] && (row == 0 || now[row] != now[row - 1])
    }
    func sources(_ distance: Int) -> Range<Int> { max(0, -distance)..<min(count, count - distance) }
    var best = (distance: 0, saved: inPlace + Self.leastRowsSaved)
    // The farther rows move, the fewer can be saved.
    for distance in 1..<count {
      guard count - distance > best.saved else { break }
      for distance in [distance, -distance] {
        let saved = sources(distance).count { isMoved($0, by: distance) }
        if saved > best.saved { best = (distance, saved) }
      }
    }
    let moved = sources(best.distance)
    guard best.distance != 0, let first = moved.first(where: { isMoved($0, by: best.distance) }),
      let last = moved.last(where: { isMoved($0, by: best.distance) })
    else { return nil }
    return widened(
      Scroll(rows: min(first, first + best.distance)..<max(last, last + best.distance) + 1, distance: best.distance),
      from: old
    )
  }

  /// Fewer rows are drawn as quickly as they are moved.
  private static let leastRowsSaved = 2

  /// Lets rows beside those of `scroll` take part as well where that leaves less to be drawn: they moved, too, but not all
  /// of their cells are the same.
  private func widened(_ scroll: Scroll, from old: CellGrid) -> Scroll {
    let blank = CellRow(columns: size.columns, filledWith: .blank)
    func left(_ row: Int, by scroll: Scroll) -> Int {
      guard scroll.rows.contains(row) else { return rows[row].difference(from: old.rows[row]) }
      let source = row + scroll.distance
      return rows[row].difference(from: scroll.rows.contains(source) ? old.rows[source] : blank)
    }
    var scroll = scroll
    func widen(to rows: Range<Int>, by edge: Int) -> Bool {
      let wider = Scroll(rows: rows, distance: scroll.distance)
      // The row itself changes, and the one that it moves to.
      let affected = [edge, edge - scroll.distance].filter { rows.contains($0) }
      let saved = affected.reduce(0) { $0 + left($1, by: scroll) - left($1, by: wider) }
      guard saved > 0 else { return false }
      scroll = wider
      return true
    }
    while scroll.rows.lowerBound > 0 {
      let edge = scroll.rows.lowerBound - 1
      guard widen(to: edge..<scroll.rows.upperBound, by: edge) else { break }
    }
    while scroll.rows.upperBound < size.rows {
      let edge = scroll.rows.upperBound
      guard widen(to: scroll.rows.lowerBound..<edge + 1, by: edge) else { break }
    }
    return scroll
  }

  /// Moves rows; the rows that come in are blank.
  package mutating func scroll(_ scroll: Scroll) {
    let blank = CellRow(columns: size.columns, filledWith: .blank)
    let old = rows
    for row in scroll.rows {
      let source = row + scroll.distance
      rows[row] = scroll.rows.contains(source) ? old[source] : blank
    }
  }
}
