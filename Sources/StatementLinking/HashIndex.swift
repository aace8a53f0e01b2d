/// Numbers by hashes: a dictionary whose keys are spread over all 64 bits already, so that none has to be hashed again.
///
/// Open addressing with linear probing. Two things of the same hash are taken as the same, as everywhere here.
struct HashIndex {
  /// 0 where there is none.
  private var keys: [UInt64] = Array(repeating: 0, count: 16)
  private var numbers: [Int32] = Array(repeating: 0, count: 16)
  private var count = 0

  /// The number of a hash; `nil` where it has none.
  ///
  /// - Complexity: O(1)
  @inline(__always)
  subscript(hash: UInt64) -> Int? {
    let key = hash == 0 ? 1 : hash
    var slot = slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(numbers[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Gives a hash that has none a number.
  mutating func add(_ hash: UInt64, number: Int) {
    if count * 2 >= keys.count { grow() }
    insert(hash == 0 ? 1 : hash, Int32(truncatingIfNeeded: number))
    count += 1
  }

  /// All hashes that have a number.
  var hashes: [UInt64] { keys.filter { $0 != 0 } }

  /// A hash of two numbers.
  static func combine(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let mixed = (one &+ 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    return (mixed ^ mixed >> 29 ^ other) &* 0x94d0_49bb_1331_11eb
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & (keys.count - 1)
  }

  private mutating func insert(_ key: UInt64, _ number: Int32) {
    var slot = slot(of: key)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    numbers[slot] = number
  }

  private mutating func grow() {
    let old = (keys, numbers)
    keys = Array(repeating: 0, count: old.0.count * 2)
    numbers = Array(repeating: 0, count: old.0.count * 2)
    for (key, number) in zip(old.0, old.1) where key != 0 { insert(key, number) }
  }
}
