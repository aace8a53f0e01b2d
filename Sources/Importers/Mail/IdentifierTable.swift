/// Message ids and the numbers given to them, in the order in which they were met.
///
/// Ids stay where they are in the archive, and are known by 64 bits: to compare their bytes would be to fetch, for
/// every reference, a part of the archive that was read long before. The hash is seeded anew in every process, before
/// any byte counts, so that nobody can write ids that collide; by chance, two of a million do in one of forty million
/// archives.
struct IdentifierTable {
  private let bytes: MailBytes
  /// Where each id stands; empty for a number without one.
  private(set) var ranges: [Range<Int>] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var used = 0

  /// A place for an id, found by its hash.
  private struct Slot {
    var hash: UInt64 = 0
    /// The id's number, plus 1; 0 where the place is free.
    var mark: UInt32 = 0
  }

  init(_ bytes: MailBytes) { self.bytes = bytes }

  /// Gives the next number to nothing.
  mutating func addNothing() { ranges.append(0..<0) }

  /// The number of `id`, which has this ``hash(_:_:)`` and gets the next number if it has none.
  mutating func number(of id: Range<Int>, hash: UInt64) -> Int {
    var slot = self.slot(of: hash)
    if slots[slot].mark != 0 { return Int(slots[slot].mark) - 1 }
    used += 1
    if used * 2 > slots.count {
      grow()
      slot = self.slot(of: hash)
    }
    ranges.append(id)
    slots[slot] = Slot(hash: hash, mark: UInt32(truncatingIfNeeded: ranges.count))
    return ranges.count - 1
  }

  /// The number of `id`; `nil` if it has none.
  func existingNumber(of id: Range<Int>) -> Int? {
    let slot = slots[slot(of: Self.hash(bytes, id))]
    return slot.mark == 0 ? nil : Int(slot.mark) - 1
  }

  /// A hash of `id`, alike for the same bytes.
  static func hash(_ bytes: MailBytes, _ id: Range<Int>) -> UInt64 {
    // Eight bytes at a time, folded by multiplication (Yi, wyhash, 2019).
    let raw = UnsafeRawBufferPointer(bytes.part(id))
    var hash = fold(UInt64(truncatingIfNeeded: raw.count))
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

  /// Where an id of this hash stands, or would stand.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].mark != 0, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for one in old where one.mark != 0 { slots[slot(of: one.hash)] = one }
  }
}
