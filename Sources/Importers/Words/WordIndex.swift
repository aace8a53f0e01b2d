/// Which tables hold a phrase that begins with a word: one look-up a word, instead of one a table.
enum WordIndex {
  static let month: UInt8 = 1
  static let clock: UInt8 = 2
  static let age: UInt8 = 4
  static let unit: UInt8 = 8
  static let head: UInt8 = 16
  /// Not looked up yet: any table may hold it.
  static let unknown: UInt8 = 0xff

  private static let table = Table()

  /// The tables for the word of this hash.
  static func tables(for hash: UInt64) -> UInt8 { table.value(hash) }

  private struct Table: Sendable {
    private var hashes: [UInt64] = Array(repeating: 0, count: 1 << 13)
    private var values: [UInt8] = Array(repeating: 0, count: 1 << 13)

    init() {
      for hash in MonthNames.lexicon.firstWords { add(hash, WordIndex.month) }
      for hash in ClockWords.lexicon.firstWords { add(hash, WordIndex.clock) }
      for hash in AgeWords.lexicon.firstWords { add(hash, WordIndex.age) }
      for hash in AgeWords.units.firstWords { add(hash, WordIndex.unit) }
      for hash in HeadWords.lexicon.firstWords { add(hash, WordIndex.head) }
    }

    private mutating func add(_ hash: UInt64, _ value: UInt8) {
      let index = slot(hash)
      hashes[index] = hash
      values[index] |= value
    }

    private func slot(_ hash: UInt64) -> Int {
      var index = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
      while hashes[index] != 0, hashes[index] != hash { index = (index + 1) & (hashes.count - 1) }
      return index
    }

    func value(_ hash: UInt64) -> UInt8 { values[slot(hash)] }
  }
}
