/// Tells quickly of most hashes that they are not in a set.
struct HashFilter {
  /// Sixteen bits or more a hash, of which each sets one.
  private var words: [UInt64] = [0]

  /// The filter of nothing.
  init() {}

  /// The filter of `hashes`.
  init(_ hashes: some Collection<UInt64>) {
    var count = 16
    while count * 4 < hashes.count { count *= 2 }
    words = Array(repeating: 0, count: count)
    for hash in hashes {
      let (word, bit) = place(of: hash)
      words[word] |= bit
    }
  }

  /// False when `hash` is not in the set.
  func mayContain(_ hash: UInt64) -> Bool {
    let (word, bit) = place(of: hash)
    return words[word] & bit != 0
  }

  private func place(of hash: UInt64) -> (word: Int, bit: UInt64) {
    let mixed = hash &* 0x9e37_79b9_7f4a_7c15
    return (Int(mixed >> 32) & (words.count - 1), 1 << (mixed >> 26 & 63))
  }
}
