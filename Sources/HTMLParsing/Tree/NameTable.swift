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

  /// What is compared of a name: its length and first bytes in one word, and the number they belong to.
  private struct Slot {
    var word: UInt64 = 0
    var length: UInt32 = 0
    /// 0 where the slot is free.
    var number: UInt32 = 0
  }

  private let seed: UInt64
  private var bytes: [UInt8] = []
  /// Where the name of each number ends in `bytes`; number 0 is the empty name.
  private var ends: [UInt32] = [0]
  /// Names by hash; the count is a power of two.
  private var slots = [Slot](repeating: Slot(), count: 2048)

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
    let found = slots[slot(of: name, word: word(name), hash: hash(name))].number
    return found == 0 ? nil : found
  }

  /// The number of a name, a new one if need be.
  ///
  /// - Complexity: O(length), amortised.
  mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard !name.isEmpty else { return 0 }
    return number(of: name, word: word(name))
  }

  /// The number of a name that was gathered, a new one if need be.
  @inline(__always) mutating func number(of name: borrowing GrowingBuffer<UInt8>) -> UInt32 {
    guard !name.isEmpty else { return 0 }
    return number(of: name.elements, word: name.firstWord)
  }

  /// The number of a name of which the first eight bytes are known, the first of them the lowest.
  @inline(__always) mutating func number(of name: UnsafeBufferPointer<UInt8>, word: UInt64) -> UInt32 {
    let slot = slot(of: name, word: word, hash: name.count <= 8 ? hash(word, name.count) : hash(name))
    let found = slots[slot].number
    return found != 0 ? found : add(name, word: word, to: slot)
  }

  private mutating func add(_ name: UnsafeBufferPointer<UInt8>, word: UInt64, to slot: Int) -> UInt32 {
    guard ends.count < Self.limit, bytes.count + name.count < Int(UInt32.max) else { return 0 }
    let number = UInt32(ends.count)
    bytes.append(contentsOf: name)
    ends.append(UInt32(bytes.count))
    slots[slot] = Slot(word: word, length: UInt32(truncatingIfNeeded: name.count), number: number)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// Where the name stands in `slots`, or the free slot where it would.
  @inline(__always)
  private func slot(of name: UnsafeBufferPointer<UInt8>, word: UInt64, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.number == 0 { return index }
      if slot.word == word, slot.length == UInt32(truncatingIfNeeded: name.count),
        name.count <= 8 || hasSameEnd(slot.number, name)
      {
        return index
      }
      index = (index + 1) & mask
    }
  }

  /// Whether a name of the same length and beginning is the same.
  private func hasSameEnd(_ number: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[Int(number) - 1])
    for offset in 8..<name.count where bytes[start + offset] != name[offset] { return false }
    return true
  }

  /// The first eight bytes, zero where there are fewer.
  @inline(__always)
  private func word(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if name.count >= 8 { return UInt64(littleEndian: UnsafeRawBufferPointer(name).loadUnaligned(as: UInt64.self)) }
    var word: UInt64 = 0
    for index in 0..<name.count { word |= UInt64(name[index]) << UInt64(index * 8) }
    return word
  }

  /// The hash of a name, eight bytes at a time.
  private func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0
    var start = 0
    while start < name.count {
      let part = UnsafeBufferPointer(rebasing: name[start..<min(start + 8, name.count)])
      hash = self.hash(word(part) ^ hash, name.count)
      start += 8
    }
    return hash
  }

  /// Multiplied and folded.
  @inline(__always) private func hash(_ word: UInt64, _ count: Int) -> UInt64 {
    let product = (word ^ seed).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15 ^ UInt64(count))
    return product.high ^ product.low
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    bytes.withUnsafeBufferPointer { bytes in
      for number in 1..<ends.count {
        let name = UnsafeBufferPointer(rebasing: bytes[Int(ends[number - 1])..<Int(ends[number])])
        let word = word(name)
        let index = slot(of: name, word: word, hash: hash(name))
        slots[index] = Slot(word: word, length: UInt32(name.count), number: UInt32(number))
      }
    }
  }
}
