/// Short stretches of letters of many statements, to be noticed in a text in passing.
///
/// A statement that was changed here and there still has stretches that were not: each of its seeds is a stretch of
/// ``length`` letters, and one that stands in a text tells where to look closer.
struct SeedIndex {
  /// Letters of a seed: eight bits of each fit into a word.
  static let length = 8
  /// Letters from the beginning of one seed of a statement to the next.
  private static let distance = 3
  /// A statement has no more seeds than this; those of a longer one stand further apart.
  private static let mostSeeds = 96
  /// Seeds that more statements share are too common to tell anything.
  private static let mostShared = 16

  private var numbers = HashIndex()
  /// The statements that have the seed of each number.
  private var queries: [[Int32]] = []
  private var filter = HashFilter()

  /// Adds the seeds of a statement.
  mutating func add(_ letters: [UInt32], query: Int) {
    guard letters.count >= Self.length else { return }
    let starts = letters.count - Self.length + 1
    let step = max(Self.distance, starts / Self.mostSeeds)
    var code: UInt64 = 0
    for (index, letter) in letters.enumerated() {
      code = Self.appending(letter, to: code)
      let start = index - Self.length + 1
      guard start >= 0, start % step == 0 else { continue }
      if let number = numbers[code] {
        if queries[number].count <= Self.mostShared, queries[number].last != Int32(query) {
          queries[number].append(Int32(query))
        }
      } else {
        numbers.add(code, number: queries.count)
        queries.append([Int32(query)])
      }
    }
  }

  /// Makes ready to look seeds up.
  mutating func finish() { filter = HashFilter(numbers.hashes) }

  /// The code of the last letters, one more of which is `letter`.
  @inline(__always)
  static func appending(_ letter: UInt32, to code: UInt64) -> UInt64 {
    code << 8 | UInt64((letter ^ letter >> 8) & 0xff)
  }

  /// How many different seeds there are.
  var count: Int { queries.count }

  /// The number of the seed with this code; `nil` where there is none.
  @inline(__always)
  subscript(code: UInt64) -> Int? { filter.mayContain(code) ? numbers[code] : nil }

  /// The statements that have the seed of this number; none where too many have it.
  func queries(ofCode number: Int) -> [Int32] {
    queries[number].count <= Self.mostShared ? queries[number] : []
  }
}
