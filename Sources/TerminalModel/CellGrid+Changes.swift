// What makes one frame of another, as a terminal is told: a part of the screen that moves up or down, and cells.
extension CellGrid {
  /// Rows that move together.
  package struct Scroll: Hashable, Sendable {
    /// The rows that take part: what moves out of them is lost, and blank rows come in.
    package var rows: Range<Int>
    /// By how many rows they move up; down when negative.
    package var distance: Int
  }

  /// The columns of a row in which it differs from the row of `old`, a grid of the same size; `nil` where it does not.
  /// No wide cluster, of now or before, is cut in two.
  ///
  /// - Complexity: O(columns)
  package func changedColumns(inRow row: Int, from old: CellGrid) -> Range<Int>? {
    let indices = indices(ofRow: row)
    let (cells, before) = (cells.span, old.cells.span)
    var first = indices.lowerBound
    while first < indices.upperBound, cells[first] == before[first] { first += 1 }
    if first == indices.upperBound { return nil }
    var end = indices.upperBound
    while cells[end - 1] == before[end - 1] { end -= 1 }
    while first > indices.lowerBound, cells[first].isContinuation || before[first].isContinuation { first -= 1 }
    while end < indices.upperBound, cells[end].isContinuation || before[end].isContinuation { end += 1 }
    return first - indices.lowerBound..<end - indices.lowerBound
  }

  /// The scroll of `old`, a grid of the same size, after which the fewest rows are left to be drawn; `nil` where none
  /// saves more than ``leastRowsSaved`` rows.
  ///
  /// - Complexity: O(cells + rows²)
  package func scroll(from old: CellGrid) -> Scroll? {
    let count = size.rows
    let inPlace = (0..<count).count { isRow($0, equalToThatOf: old) }
    guard count - inPlace > Self.leastRowsSaved else { return nil }
    let (rows, before) = (fingerprints, old.fingerprints)
    // A row like the one above it (a blank one, mostly) is no sign of a move.
    func isMoved(_ row: Int, by distance: Int) -> Bool {
      rows[row] == before[row + distance] && (row == 0 || rows[row] != rows[row - 1])
    }
    func sources(_ distance: Int) -> Range<Int> { max(0, -distance)..<min(count, count - distance) }
    var best = (distance: 0, saved: inPlace + Self.leastRowsSaved)
    for distance in 1 - count..<count where distance != 0 {
      let saved = sources(distance).count { isMoved($0, by: distance) }
      if saved > best.saved { best = (distance, saved) }
    }
    let moved = sources(best.distance)
    guard best.distance != 0, let first = moved.first(where: { isMoved($0, by: best.distance) }),
      let last = moved.last(where: { isMoved($0, by: best.distance) })
    else { return nil }
    return Scroll(
      rows: min(first, first + best.distance)..<max(last, last + best.distance) + 1,
      distance: best.distance
    )
  }

  /// Fewer rows are drawn as quickly as they are moved.
  private static let leastRowsSaved = 2

  /// Moves rows; the rows that come in are blank.
  package mutating func scroll(_ scroll: Scroll) {
    let distance = scroll.distance * size.columns
    let region = scroll.rows.lowerBound * size.columns..<scroll.rows.upperBound * size.columns
    if distance > 0 {
      for index in region { cells[index] = index + distance < region.upperBound ? cells[index + distance] : .blank }
    } else {
      for index in region.reversed() {
        cells[index] = index + distance >= region.lowerBound ? cells[index + distance] : .blank
      }
    }
  }

  private func isRow(_ row: Int, equalToThatOf old: CellGrid) -> Bool {
    let (cells, before) = (cells.span, old.cells.span)
    for index in indices(ofRow: row) where cells[index] != before[index] { return false }
    return true
  }

  /// A number for each row; rows of equal cells have equal ones, and others hardly ever.
  private var fingerprints: [UInt64] {
    let cells = cells.span
    return (0..<size.rows).map { row in
      // No step waits for the one before: a sum of what cells are times where they are.
      var sum: UInt64 = 0
      var weight: UInt64 = 0x9E37_79B9_7F4A_7C15
      for index in indices(ofRow: row) {
        let cell = cells[index]
        sum &+= (cell.glyph.low ^ cell.glyph.high ^ cell.style.bits << 17) &* weight
        weight &+= 0xD1B5_4A32_D192_ED02
      }
      return sum
    }
  }
}
