/// The list of active formatting elements (HTML standard, section 13.2.4.3).
struct FormattingElements: ~Copyable {
  /// How many of the last elements are looked at for others like them.
  static let searchLimit = 128

  /// An element, or a marker where `node` is -1.
  struct Entry: BitwiseCopyable {
    var node: Int32
    var name: HTMLName
    /// The same for elements with the same attributes, in whichever order; 0 as long as nobody asked.
    var signature: UInt32 = 0
  }

  private var entries = GrowingBuffer<Entry>(capacity: 32)
  /// How many entries each name has: most end tags find none.
  private var counts = GrowingBuffer<Int32>(capacity: KnownNames.count + 1)
  /// How many elements were made again.
  var clonedCount = 0
  /// Whether the allowance came to its end.
  var isSpent = false

  init() {
    for _ in 0...KnownNames.count { counts.append(0) }
  }

  var count: Int { entries.count }

  subscript(index: Int) -> Entry { entries[index] }

  @inline(__always) var last: Entry? { entries.isEmpty ? nil : entries[entries.count - 1] }

  mutating func append(_ entry: Entry) {
    counts[Int(entry.name.number)] += 1
    entries.append(entry)
  }

  mutating func appendMarker() { append(Entry(node: -1, name: .none)) }

  mutating func remove(at index: Int) {
    counts[Int(entries[index].name.number)] -= 1
    entries.remove(at: index)
  }

  mutating func insert(_ entry: Entry, at index: Int) {
    counts[Int(entry.name.number)] += 1
    entries.insert(entry, at: index)
  }

  /// Whether an element of that name is in the list.
  func contains(_ name: HTMLName) -> Bool { counts[Int(name.number)] > 0 }

  mutating func sign(at index: Int, _ signature: UInt32) { entries[index].signature = signature }

  mutating func replace(at index: Int, with node: Int32) { entries[index].node = node }

  /// Removes all entries, and the allowance is whole again.
  mutating func removeAll() {
    while !entries.isEmpty { remove(at: entries.count - 1) }
    clonedCount = 0
  }

  /// Removes the entries up to and including the last marker.
  mutating func clearToMarker() {
    while let entry = last {
      remove(at: entries.count - 1)
      if entry.node < 0 { return }
    }
  }

  /// The last entry of that name behind the last marker.
  func lastIndex(of name: HTMLName) -> Int? {
    guard Int(name.number) < counts.count, counts[Int(name.number)] > 0 else { return nil }
    for index in searchRange.reversed() {
      if entries[index].node < 0 { return nil }
      if entries[index].name == name { return index }
    }
    return nil
  }

  /// Where a node stands, if it is one of the last.
  func index(of node: Int32) -> Int? {
    for index in searchRange.reversed() where entries[index].node == node { return index }
    return nil
  }

  private var searchRange: Range<Int> { max(0, entries.count - OpenElements.searchLimit)..<entries.count }
}
