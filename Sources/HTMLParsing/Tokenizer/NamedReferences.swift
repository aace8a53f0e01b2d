/// Finds named character references (HTML standard, section 13.5).
struct NamedReferences: Sendable {
  /// The one table, made at its first use: where the entries of the literal begin.
  static let shared = NamedReferences()

  /// Where the name of each entry begins in the literal, and the end.
  private let starts: [UInt32]
  /// Where `=` stands after the name.
  private let nameEnds: [UInt32]

  private init() {
    var starts: [UInt32] = [0]
    var nameEnds: [UInt32] = []
    NamedReferenceTable.entries.withUTF8Buffer { entries in
      for (offset, byte) in entries.enumerated() {
        if byte == 0 {
          starts.append(UInt32(offset + 1))
        } else if byte == .equals, nameEnds.count < starts.count {
          nameEnds.append(UInt32(offset))
        }
      }
    }
    self.starts = starts
    self.nameEnds = nameEnds
  }

  /// The longest name that `text` begins with: how many bytes it has, and the characters it stands for.
  ///
  /// - Complexity: O(length of the name · log of the number of names)
  func longestMatch(in text: UnsafeBufferPointer<UInt8>) -> (length: Int, value: UnsafeBufferPointer<UInt8>)? {
    let entries = NamedReferenceTable.entries
    let table = UnsafeBufferPointer(start: entries.utf8Start, count: entries.utf8CodeUnitCount)
    var low = 0
    var high = nameEnds.count
    var found: Int?
    for (index, byte) in text.enumerated() {
      // The names from `low` to `high` agree with the text up to `index`; narrow them down by one byte more.
      low = partition(low, high) { self.byte(table, of: $0, at: index) >= Int(byte) }
      high = partition(low, high) { self.byte(table, of: $0, at: index) > Int(byte) }
      guard low < high else { break }
      if Int(nameEnds[low] - starts[low]) == index + 1 { found = low }
    }
    guard let found else { return nil }
    let value = table[Int(nameEnds[found]) + 1..<Int(starts[found + 1]) - 1]
    return (Int(nameEnds[found] - starts[found]), UnsafeBufferPointer(rebasing: value))
  }

  /// The byte at `index` of a name, -1 past its end.
  private func byte(_ table: UnsafeBufferPointer<UInt8>, of name: Int, at index: Int) -> Int {
    let place = Int(starts[name]) + index
    return place < Int(nameEnds[name]) ? Int(table[place]) : -1
  }

  /// The first number from `low` on that `isBehind`, or `high`.
  private func partition(_ low: Int, _ high: Int, _ isBehind: (Int) -> Bool) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
