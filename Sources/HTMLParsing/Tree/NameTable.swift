/// The names of one tree and their numbers: those the standard knows, then others as they come.
///
/// A hash table with open addressing. The hash is seeded, so that no page can be made whose names all collide.
struct NameTable: Sendable {
  /// Names beyond this many are not told apart; they are called `unknown`.
  static let limit = 1 << 24 - 1

  /// The names of the standard. Copies share its memory until a name is added.
  static let known: NameTable = {
    var table = NameTable(seed: UInt64.random(in: .min ... .max) | 1)
    KnownNames.spelled.withUTF8Buffer { spelled in
      for name in spelled.split(separator: UInt8(ascii: " ")) {
        _ = table.number(of: UnsafeBufferPointer(rebasing: name))
      }
    }
    return table
  }()

  private let seed: UInt64
  private var bytes: [UInt8] = []
  /// Where the name of each number ends in `bytes`; number 0 is the empty name.
  private var ends: [UInt32] = [0]
  private var hashes: [UInt32] = [0]
  /// Numbers by hash, 0 where free; the count is a power of two.
  private var slots = [UInt32](repeating: 0, count: 2048)

  private init(seed: UInt64) { self.seed = seed }

  /// How many names there are, the empty one included.
  var count: Int { ends.count }

  /// The bytes of a name.
  func bytes(of number: UInt32) -> ArraySlice<UInt8> {
    let index = Int(number)
    guard index > 0, index < ends.count else { return [] }
    return bytes[Int(ends[index - 1])..<Int(ends[index])]
  }

  /// The number of a name if the table has it.
  func existingNumber(of name: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let found = slots[slot(of: name, hash: hash(name))]
    return found == 0 ? nil : found
  }

  /// The number of a name, a new one if need be.
  ///
  /// - Complexity: O(length), amortised.
  mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard !name.isEmpty else { return 0 }
    let hash = hash(name)
    let slot = slot(of: name, hash: hash)
    if slots[slot] != 0 { return slots[slot] }
    guard ends.count < Self.limit, bytes.count + name.count < Int(UInt32.max) else { return 0 }
    let number = UInt32(ends.count)
    bytes.append(contentsOf: name)
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = number
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// Where the name stands in `slots`, or the free slot where it would.
  private func slot(of name: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, isEqual(index, name) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[index - 1])
    guard Int(ends[index]) - start == name.count else { return false }
    for offset in 0..<name.count where bytes[start + offset] != name[offset] { return false }
    return true
  }

  /// Eight bytes at a time, multiplied and folded.
  private func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = seed ^ UInt64(name.count)
    var index = 0
    while index < name.count {
      var word: UInt64 = 0
      let end = min(index + 8, name.count)
      while index < end {
        word = word << 8 | UInt64(name[index])
        index += 1
      }
      let product = (hash ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
      hash = product.high ^ product.low ^ seed
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for index in 1..<ends.count {
      var slot = Int(hashes[index]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index)
    }
  }
}
