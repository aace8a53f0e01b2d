/// The names of members, each kept once and known by a number: comparing names is comparing numbers.
///
/// A hash table with open addressing. The hash is seeded, so that no text can be made whose names all collide.
struct JSONKeys {
  /// The number of a name.
  struct Key: Hashable {
    let number: UInt32

    init(_ number: UInt32) { self.number = number }

    /// No name: elements of an array, and names beyond ``JSONKeys/limit``.
    static let none = Key(0)
  }

  /// More names are not told apart.
  static let limit = 1 << 26 - 1

  private let seed = UInt64.random(in: .min ... .max) | 1
  private var text: [UInt8] = []
  /// Where the name of each number ends in `text`.
  private var ends: [UInt32] = [0]
  /// Numbers by hash; 0 where free. The count is a power of two.
  private var slots = [UInt32](repeating: 0, count: 256)

  /// The number of a name, if the text has it.
  subscript(name: StaticString) -> Key? { name.withUTF8Buffer { self[$0] } }

  /// The number of a name, if the text has it.
  subscript(name: String) -> Key? {
    var name = name
    return name.withUTF8 { self[$0] }
  }

  /// The number of a name, if the text has it.
  subscript(name: UnsafeBufferPointer<UInt8>) -> Key? {
    let number = slots[slot(of: name)]
    return number == 0 ? nil : Key(number)
  }

  /// The bytes of a name.
  func bytes(of key: Key) -> ArraySlice<UInt8> {
    let number = Int(key.number)
    guard number > 0 else { return [] }
    return text[Int(ends[number - 1])..<Int(ends[number])]
  }

  /// The number of a name, a new one if need be.
  ///
  /// - Complexity: O(length), amortised
  mutating func insert(_ name: UnsafeBufferPointer<UInt8>) -> Key {
    let slot = slot(of: name)
    if slots[slot] != 0 { return Key(slots[slot]) }
    guard ends.count < Self.limit, text.count + name.count < Int(UInt32.max) else { return .none }
    text.append(contentsOf: name)
    ends.append(UInt32(text.count))
    slots[slot] = UInt32(ends.count - 1)
    defer { if ends.count * 2 > slots.count { grow() } }
    return Key(slots[slot])
  }

  /// Where the name stands in `slots`, or the free slot where it would.
  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: hash(name)) & (slots.count - 1)
    while slots[slot] != 0, !isName(slots[slot], name) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isName(_ number: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[Int(number) - 1])
    guard Int(ends[Int(number)]) - start == name.count else { return false }
    return text.withUnsafeBufferPointer { text in
      for index in 0..<name.count where text[start + index] != name[index] { return false }
      return true
    }
  }

  /// Eight bytes at a time, multiplied and folded.
  private func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(name.count)
    var index = 0
    while index < name.count {
      var word: UInt64 = 0
      if index + 8 <= name.count {
        word = UnsafeRawBufferPointer(name).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      } else {
        for place in index..<name.count { word = word << 8 | UInt64(name[place]) }
      }
      let product = (hash ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
      hash = product.high ^ product.low
      index += 8
    }
    return hash
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    text.withUnsafeBufferPointer { text in
      for number in 1..<ends.count {
        let name = UnsafeBufferPointer(rebasing: text[Int(ends[number - 1])..<Int(ends[number])])
        var slot = Int(truncatingIfNeeded: hash(name)) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number)
      }
    }
  }
}
