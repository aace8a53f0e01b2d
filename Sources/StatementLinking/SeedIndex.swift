/// Short stretches of letters of many statements, to be noticed in a text in passing.
///
/// A statement that was changed here and there still has stretches that were not: each of its seeds is a stretch of
/// ``length`` letters, and one that stands in a text tells where to look closer.
struct SeedIndex {
  /// A seed of a statement.
  struct Seed {
    /// The statement's number among those sought.
    var query: Int32
    /// Its letters before the seed.
    var offset: Int32
  }

  /// Letters of a seed: eight bits of each fit into a word.
  static let length = 8
  /// Letters from the beginning of one seed of a statement to the next.
  private static let distance = 3
  /// A statement has no more seeds than this; those of a longer one stand further apart.
  private static let mostSeeds = 96
  /// Seeds that more statements share are too common to tell anything.
  private static let mostShared = 16

  private var numbers = HashIndex()
  private var seeds: [[Seed]] = []
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
      let seed = Seed(query: Int32(query), offset: Int32(start))
      if let number = numbers[code] {
        if seeds[number].count <= Self.mostShared { seeds[number].append(seed) }
      } else {
        numbers.add(code, number: seeds.count)
        seeds.append([seed])
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

  /// The statements that have the seed with this code; none of those that are too common.
  @inline(__always)
  func seeds(_ code: UInt64) -> [Seed]? {
    guard filter.mayContain(code), let number = numbers[code], seeds[number].count <= Self.mostShared else { return nil }
    return seeds[number]
  }
}
