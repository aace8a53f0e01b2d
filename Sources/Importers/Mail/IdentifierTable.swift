/// Message ids and the numbers given to them, in the order in which they were met.
///
/// Ids stay where they are in the archive. The hash is seeded anew in every process, so that nobody can write ids that
/// collide.
struct IdentifierTable {
  private let bytes: MailBytes
  /// Where each id stands; empty for a number without one.
  private(set) var ranges: [Range<Int>] = []
  /// Numbers, plus 1, by hash; 0 is free.
  private var slots: [UInt32]
  private var hashes: [UInt32]
  private var used = 0

  init(_ bytes: MailBytes) {
    self.bytes = bytes
    slots = Array(repeating: 0, count: 1 << 10)
    hashes = slots
  }

  /// Gives the next number to nothing.
  mutating func addNothing() { ranges.append(0..<0) }

  /// The number of `id`, which has this ``hash(_:_:)`` and gets the next number if it has none.
  mutating func number(of id: Range<Int>, hash: UInt64) -> Int {
    var slot = self.slot(of: id, hash)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    used += 1
    if used * 2 > slots.count {
      grow()
      slot = self.slot(of: id, hash)
    }
    ranges.append(id)
    slots[slot] = UInt32(truncatingIfNeeded: ranges.count)
    hashes[slot] = UInt32(truncatingIfNeeded: hash)
    return ranges.count - 1
  }

  /// The number of `id`; `nil` if it has none.
  func existingNumber(of id: Range<Int>) -> Int? {
    let slot = slot(of: id, Self.hash(bytes, id))
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// A hash of `id`, alike for the same bytes.
  static func hash(_ bytes: MailBytes, _ id: Range<Int>) -> UInt64 {
    // Eight bytes at a time, folded by multiplication (Yi, wyhash, 2019).
    let raw = UnsafeRawBufferPointer(bytes.part(id))
    var hash = seed ^ UInt64(truncatingIfNeeded: raw.count)
    var index = 0
    while index + 8 <= raw.count {
      hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return fold(hash ^ rest)
  }

  /// The hash of a sequence that ends with an id, of the hash of what comes before and the id's own.
  static func hash(of previous: UInt64, followedBy hash: UInt64) -> UInt64 { fold(previous ^ hash) }

  private static let seed = UInt64.random(in: .min ... .max)

  private static func fold(_ value: UInt64) -> UInt64 {
    let (high, low) = (value ^ seed).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return high ^ low
  }

  private func slot(of id: Range<Int>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if hashes[slot] == UInt32(truncatingIfNeeded: hash), bytes.isSame(ranges[Int(slots[slot]) - 1], id) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    let old = zip(slots, hashes).filter { $0.0 != 0 }
    slots = Array(repeating: 0, count: slots.count * 4)
    hashes = slots
    for (number, hash) in old {
      // The lower half of a hash is enough to find a slot by, as long as there are fewer than 2³² of them.
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = number
      hashes[slot] = hash
    }
  }
}
