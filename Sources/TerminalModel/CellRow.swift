/// One row of the screen.
///
/// Copies share their cells: a row that is shown again, on another row or in another frame, costs neither drawing nor
/// comparing.
package struct CellRow: Hashable, Sendable {
  /// The cells from left to right.
  package internal(set) var cells: [Cell]
  /// What ``fingerprint`` is, of a finished row; whoever changes a cell forgets it.
  var knownFingerprint: UInt64?

  /// A row of `columns` cells that are all alike.
  package init(columns: Int, filledWith cell: Cell) { cells = Array(repeating: cell, count: columns) }

  /// Whether two rows show the same.
  ///
  /// - Complexity: O(1) for copies, else O(columns)
  package static func == (one: CellRow, other: CellRow) -> Bool {
    // Arrays look first whether they are the same memory.
    one.cells == other.cells
  }

  /// Hashes what ``==(_:_:)`` compares.
  package func hash(into hasher: inout Hasher) { hasher.combine(cells) }

  /// The columns in which the row differs from `old`, a row as long; `nil` where it does not. No wide cluster, of now or before, is cut
  /// in two.
  ///
  /// - Complexity: O(columns)
  package func changedColumns(from old: CellRow) -> Range<Int>? {
    let (cells, before) = (cells.span, old.cells.span)
    var first = 0
    while first < cells.count, cells[first] == before[first] { first += 1 }
    if first == cells.count { return nil }
    var end = cells.count
    while cells[end - 1] == before[end - 1] { end -= 1 }
    while first > 0, cells[first].isContinuation || before[first].isContinuation { first -= 1 }
    while end < cells.count, cells[end].isContinuation || before[end].isContinuation { end += 1 }
    return first..<end
  }

  /// How many cells differ from those of `old`, a row as long.
  ///
  /// - Complexity: O(columns)
  func difference(from old: CellRow) -> Int {
    let (cells, before) = (cells.span, old.cells.span)
    var count = 0
    for column in cells.indices where cells[column] != before[column] { count += 1 }
    return count
  }

  /// Makes the row remember its fingerprint, for one that will be shown again.
  package mutating func finish() { knownFingerprint = fingerprint }

  /// A number; rows of equal cells have equal ones, and others hardly ever.
  ///
  /// - Complexity: O(1) for a finished row, else O(columns)
  var fingerprint: UInt64 {
    if let knownFingerprint { return knownFingerprint }
    let cells = cells.span
    // No step waits for the one before: a sum of what cells are times where they are.
    var sum: UInt64 = 0
    var weight: UInt64 = 0x9E37_79B9_7F4A_7C15
    for column in cells.indices {
      let cell = cells[column]
      sum &+= (cell.glyph.low ^ cell.glyph.high ^ cell.style.bits << 17) &* weight
      weight &+= 0xD1B5_4A32_D192_ED02
    }
    return sum
  }
}
