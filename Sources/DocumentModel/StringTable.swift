import Glibc

/// Strings that recur, each kept once: names of authors, ages, addresses.
///
/// All bytes stand in one buffer; a string is made when it is asked for.
struct StringTable: Sendable {
  /// The number of a string that is not there.
  static let none = UInt32.max

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// By number, to find strings again. Gone when the table is ``sealed()``.
  private var hashes: [UInt64] = []
  /// Numbers of strings by hash, in an open table; ``none`` where free. Gone when the table is ``sealed()``.
  private var slots: [UInt32] = []

  /// How many strings there are.
  var count: Int { ends.count }

  /// What strings are found by; in this run of the program only.
  static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 { ByteHash.seeded(UnsafeRawBufferPointer(string)) }

  /// The hash of a string of this table, which is not sealed.
  func hash(of number: UInt32) -> UInt64 { hashes[Int(number)] }

  /// Makes room for `count` more strings.
  mutating func reserve(_ count: Int) {
    ends.reserveCapacity(ends.count + count)
    hashes.reserveCapacity(hashes.count + count)
    grow(for: ends.count + count)
  }

  /// The number of `string`, which is added unless it is there.
  ///
  /// - Complexity: O(length)
  mutating func number(of string: String) -> UInt32 {
    var string = string
    return string.withUTF8 { number(of: $0) }
  }

  /// The number of the string with these bytes of UTF-8, which is added unless it is there.
  ///
  /// - Complexity: O(length)
  mutating func number(of string: UnsafeBufferPointer<UInt8>) -> UInt32 { number(of: string, hash: Self.hash(string)) }

  /// The same, where its hash is known.
  mutating func number(of string: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32 {
    grow(for: ends.count + 1)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != Self.none {
      let number = Int(slots[slot])
      if hashes[number] == hash, isString(number, string) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    // Beyond 4 GiB of different strings there is no more room: they are left out.
    guard bytes.count + string.count < Int(UInt32.max) else { return Self.none }
    bytes.append(contentsOf: string)
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(ends.count - 1)
    return slots[slot]
  }

  /// The string of a number; `nil` for ``none``.
  subscript(number: UInt32) -> String? {
    guard number != Self.none else { return nil }
    return String(decoding: bytes[range(of: Int(number))], as: UTF8.self)
  }

  /// Gives the bytes of a string to `work`; of ``none`` there are none.
  func withUTF8<Result>(of number: UInt32, _ work: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard number != Self.none else { return work(UnsafeBufferPointer(start: nil, count: 0)) }
    let range = range(of: Int(number))
    return bytes.withUnsafeBufferPointer { work(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// How many bytes a string has.
  func count(of number: UInt32) -> Int { number == Self.none ? 0 : range(of: Int(number)).count }

  /// The table without the means to add to it.
  func sealed() -> StringTable {
    var copy = self
    copy.slots = []
    copy.hashes = []
    return copy
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  private func isString(_ number: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == string.count, let address = string.baseAddress else { return range.count == string.count }
    return bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + range.lowerBound, address, range.count) == 0 } ?? true
    }
  }

  /// Keeps at least half of the slots free with `count` strings.
  private mutating func grow(for count: Int) {
    guard count * 2 > slots.count else { return }
    var capacity = max(64, slots.count * 2)
    while capacity < count * 2 { capacity *= 2 }
    slots = [UInt32](repeating: Self.none, count: capacity)
    for number in ends.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
      while slots[slot] != Self.none { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }
}
