import DocumentModel

/// Remembers lines that were put together lately: of a screen that scrolls, all but a few are shown again. A class, since
/// asking a layout for a line changes nothing that can be seen.
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

  /// The line that `key` stands for; put together by `make` where it is not remembered.
  func line(_ key: Key, make: () -> LayoutLine) -> LayoutLine {
    if entries.isEmpty { entries = Array(repeating: nil, count: Self.capacity) }
    let slot = (key.line.node.offset &* 61 &+ key.line.piece &+ key.line.index) & (Self.capacity - 1)
    if let entry = entries[slot], entry.key == key { return entry.line }
    let line = make()
    entries[slot] = (key, line)
    return line
  }
}
