/// Finds named character references (HTML standard, section 13.5).
struct NamedReferences: Sendable {
  /// The one table, made at its first use.
  static let shared = NamedReferences()

  private struct Entry {
    /// Where the name begins in the literal, where `=` stands behind it, and where the value ends.
    var start: UInt32
    var nameEnd: UInt32
    var end: UInt32
    var hash: UInt32
  }

  private var entries: [Entry] = []
  /// Numbers of entries by the hashes of their names, counted from 1; 0 where free. A power of two, with much room, so
  /// that what is no name is seen at once.
  private var slots = [UInt16](repeating: 0, count: 8192)

  private init() {
    NamedReferenceTable.entries.withUTF8Buffer { table in
      var start = 0
      var nameEnd: Int?
      for (offset, byte) in table.enumerated() {
        if byte == .equals, nameEnd == nil { nameEnd = offset }
        guard byte == 0, let end = nameEnd else { continue }
        add(table, start: start, nameEnd: end, end: offset)
        start = offset + 1
        nameEnd = nil
      }
    }
  }

  private mutating func add(_ table: UnsafeBufferPointer<UInt8>, start: Int, nameEnd: Int, end: Int) {
    var hash = Self.emptyHash
    for byte in table[start..<nameEnd] { hash = Self.hash(hash, byte) }
    entries.append(Entry(start: UInt32(start), nameEnd: UInt32(nameEnd), end: UInt32(end), hash: hash))
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt16(entries.count)
  }

  /// The longest name that `text` begins with: how many bytes it has, and the characters it stands for.
  ///
  /// - Complexity: O(length of the text)
  func longestMatch(in text: UnsafeBufferPointer<UInt8>) -> (length: Int, value: UnsafeBufferPointer<UInt8>)? {
    let literal = NamedReferenceTable.entries
    let table = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    var found: Entry?
    var hash = Self.emptyHash
    for index in 0..<text.count {
      hash = Self.hash(hash, text[index])
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let entry = entries[Int(slots[slot]) - 1]
        let length = Int(entry.nameEnd - entry.start)
        if entry.hash == hash, length == index + 1,
          (0..<length).allSatisfy({ table[Int(entry.start) + $0] == text[$0] })
        {
          found = entry
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
    guard let found else { return nil }
    let value = UnsafeBufferPointer(rebasing: table[Int(found.nameEnd) + 1..<Int(found.end)])
    return (Int(found.nameEnd - found.start), value)
  }

  private static let emptyHash: UInt32 = 0x811c_9dc5

  /// One byte more (FNV-1a, mixed so that the low bits tell names apart).
  @inline(__always) private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    let product = (hash ^ UInt32(byte)) &* 0x0100_0193
    return product ^ product >> 15
  }
}
