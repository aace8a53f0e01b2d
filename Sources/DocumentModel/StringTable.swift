import Glibc

/// Strings that recur, each kept once: names of authors, ages, addresses.
///
/// All bytes stand in one buffer; a string is made when it is asked for.
struct StringTable: Sendable {
  /// The number of a string that is not there.
  static let none = UInt32.max

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Numbers of strings by hash, in an open table; ``none`` where free. Gone when the table is ``sealed()``.
  private var slots: [UInt32] = []

  /// How many strings there are.
  var count: Int { ends.count }

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
  mutating func number(of string: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if ends.count * 2 >= slots.count { grow() }
    var slot = Int(truncatingIfNeeded: ByteHash.seeded(UnsafeRawBufferPointer(string))) & (slots.count - 1)
    while slots[slot] != Self.none {
      if isString(Int(slots[slot]), string) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    // Beyond 4 GiB of different strings there is no more room: they are left out.
    guard bytes.count + string.count < Int(UInt32.max) else { return Self.none }
    bytes.append(contentsOf: string)
    ends.append(UInt32(bytes.count))
    slots[slot] = UInt32(ends.count - 1)
    return slots[slot]
  }

  /// The string of a number; `nil` for ``none``.
  subscript(number: UInt32) -> String? {
    guard number != Self.none else { return nil }
    return String(decoding: bytes[range(of: Int(number))], as: UTF8.self)
  }

  /// The bytes of a string.
  func utf8(of number: UInt32) -> ArraySlice<UInt8> {
    number == Self.none ? [] : bytes[range(of: Int(number))]
  }

  /// The table without the means to add to it.
  func sealed() -> StringTable {
    var copy = self
    copy.slots = []
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

  private mutating func grow() {
    var larger = [UInt32](repeating: Self.none, count: max(64, slots.count * 2))
    for number in ends.indices {
      let hash = bytes.withUnsafeBytes { ByteHash.seeded(UnsafeRawBufferPointer(rebasing: $0[range(of: number)])) }
      var slot = Int(truncatingIfNeeded: hash) & (larger.count - 1)
      while larger[slot] != Self.none { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(number)
    }
    slots = larger
  }
}
