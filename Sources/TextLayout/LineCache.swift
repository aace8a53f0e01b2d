import DocumentModel

/// Remembers lines that were put together lately, and which stands below which: of a screen that scrolls, all but a few
/// are shown again. A class, since asking a layout for a line changes nothing that can be seen.
final class LineCache {
  /// All that a line depends on, at one state of the folds and with the same statements resolved.
  struct Key: Hashable {
    var line: LinePosition
    var showsParent: Bool
    var sideways: Int
  }

  /// A later line takes the place of an earlier one with the same remainder.
  private static let capacity = 512

  private var entries: [(key: Key, line: LayoutLine)?] = []
  private var followers: [Neighbours?] = []
  private var predecessors: [Neighbours?] = []

  private struct Neighbours {
    var above: LinePosition
    var below: LinePosition
  }

  /// The line that `key` stands for; put together by `make` where it is not remembered.
  func line(_ key: Key, make: () -> LayoutLine) -> LayoutLine {
    if entries.isEmpty { entries = Array(repeating: nil, count: Self.capacity) }
    let slot = Self.slot(of: key.line)
    if let entry = entries[slot], entry.key == key { return entry.line }
    let line = make()
    entries[slot] = (key, line)
    return line
  }

  /// The line below `line`, found by `find` where it is not remembered.
  func line(below line: LinePosition, find: () -> LinePosition?) -> LinePosition? {
    if followers.isEmpty { followers = Array(repeating: nil, count: Self.capacity) }
    let slot = Self.slot(of: line)
    if let known = followers[slot], known.above == line { return known.below }
    guard let below = find() else { return nil }
    followers[slot] = Neighbours(above: line, below: below)
    return below
  }

  /// The line above `line`, likewise.
  func line(above line: LinePosition, find: () -> LinePosition?) -> LinePosition? {
    if predecessors.isEmpty { predecessors = Array(repeating: nil, count: Self.capacity) }
    let slot = Self.slot(of: line)
    if let known = predecessors[slot], known.below == line { return known.above }
    guard let above = find() else { return nil }
    predecessors[slot] = Neighbours(above: above, below: line)
    return above
  }

  private static func slot(of line: LinePosition) -> Int {
    (line.node.offset &* 61 &+ line.piece &+ line.index) & (capacity - 1)
  }
}
