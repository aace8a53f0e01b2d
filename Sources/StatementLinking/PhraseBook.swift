/// All phrases that are sought, each once, and the means to notice one in passing.
///
/// At the end of every word, the last 1, 2, 4, 8 … letters are compared with the endings of all phrases by their
/// hashes. An ending that is met says which lengths are worth comparing in full, which again is one comparison of
/// hashes each. Long endings are compared only where the last 12, and then the last 32 letters are those of some
/// phrase: most places in a text do not get that far. So the cost of reading a text does not depend on how many phrases there are, or on how alike they
/// begin.
struct PhraseBook {
  /// What a pattern stands for: all of a phrase, or one of its parts.
  struct Use {
    /// The number of the phrase.
    var phrase: Int
    /// Which part of it; `nil` for all of it.
    var part: Int?
  }

  /// Phrases whose endings agree are told apart for this many different lengths; later ones are not found. Keeps a text
  /// that was made to be slow from being slow.
  private static let mostLengths = 64
  /// A part that stands in more phrases than this is not followed in the later ones, for the same reason.
  private static let mostUses = 64

  private var numbers: [Phrase: Int] = [:]
  /// The uses of patterns by their hashes.
  private var useNumbers = HashIndex()
  private var uses: [[Use]] = []
  /// The lengths of patterns by the keys of their endings.
  private var lengthNumbers = HashIndex()
  private var lengths: [[Int]] = []
  /// The levels of patterns with fewer letters than the first gate has, than the second has, and of all others.
  private var levels: (short: [Int], middle: [Int], long: [Int]) = ([], [], [])
  private var filter = HashFilter()
  /// The last letters of all patterns that have as many, by gate.
  private var gates = (first: HashFilter(), second: HashFilter())
  private var gateHashes: (first: [UInt64], second: [UInt64]) = ([], [])

  /// How many letters the first gate looks at.
  static let firstGate = 12
  /// How many letters the second gate looks at: as many as the shortest pattern of level 5 has.
  static let secondGate = 32

  /// The phrases, in the order in which they were added first.
  private(set) var phrases: [Phrase] = []
  /// The most letters of any phrase.
  private(set) var longest = 0

  /// The number of `phrase`, which is added unless it is there already.
  ///
  /// - Complexity: O(number of its parts)
  mutating func number(of phrase: Phrase) -> Int {
    if let number = numbers[phrase] { return number }
    let number = phrases.count
    numbers[phrase] = number
    phrases.append(phrase)
    add(phrase.whole, as: Use(phrase: number, part: nil))
    // Backwards, so that a place where two equal parts could stand completes the earlier one before it begins the later
    // one.
    for part in phrase.parts.indices.reversed() { add(phrase.parts[part], as: Use(phrase: number, part: part)) }
    return number
  }

  private mutating func add(_ pattern: Phrase.Pattern, as use: Use) {
    if let number = useNumbers[pattern.hash] {
      guard uses[number].count < Self.mostUses else { return }
      uses[number].append(use)
    } else {
      useNumbers.add(pattern.hash, number: uses.count)
      uses.append([use])
    }
    longest = max(longest, pattern.length)
    let key = Self.key(pattern.endingHash, level: pattern.level)
    if let number = lengthNumbers[key] {
      if lengths[number].count < Self.mostLengths, !lengths[number].contains(pattern.length) {
        lengths[number].append(pattern.length)
      }
    } else {
      lengthNumbers.add(key, number: lengths.count)
      lengths.append([pattern.length])
    }
    if let hash = pattern.firstGate { gateHashes.first.append(hash) }
    if let hash = pattern.secondGate { gateHashes.second.append(hash) }
    if pattern.secondGate != nil {
      if !levels.long.contains(pattern.level) { levels.long.append(pattern.level) }
    } else if pattern.firstGate != nil {
      if !levels.middle.contains(pattern.level) { levels.middle.append(pattern.level) }
    } else {
      if !levels.short.contains(pattern.level) { levels.short.append(pattern.level) }
    }
  }

  /// Makes ready to notice phrases; to be called when all are added.
  mutating func finish() {
    // A level that short and longer patterns share is looked at once.
    levels.middle = Set(levels.short + levels.middle).sorted()
    levels.short.sort()
    levels.long.sort()
    filter = HashFilter(lengthNumbers.hashes)
    gates = (HashFilter(gateHashes.first), HashFilter(gateHashes.second))
    gateHashes = ([], [])
  }

  /// What the pattern of this number stands for.
  func uses(ofPattern number: Int32) -> [Use] { uses[Int(number)] }

  /// Adds to `sightings` every pattern that ends with the last letter of `history`, which ends at the byte `end`.
  ///
  /// - Complexity: O(log of the longest phrase), and O(1) for each pattern found
  func search(_ history: LetterHistory, end: Int, into sightings: inout [PhraseScan.Sighting]) {
    // Both gates are looked at through the longest phrase, since a history reaches no further back.
    let length = min(longest, history.length)
    guard length >= Self.firstGate, gates.first.mayContain(history.hash(ofLast: Self.firstGate)) else {
      if !levels.short.isEmpty { search(levels.short, history, end, into: &sightings) }
      return
    }
    search(levels.middle, history, end, into: &sightings)
    if length >= Self.secondGate, gates.second.mayContain(history.hash(ofLast: Self.secondGate)) {
      search(levels.long, history, end, into: &sightings)
    }
  }

  private func search(
    _ levels: [Int],
    _ history: LetterHistory,
    _ end: Int,
    into sightings: inout [PhraseScan.Sighting]
  ) {
    for level in levels {
      let ending = 1 << level
      guard ending <= history.length else { return }
      let key = Self.key(history.hash(ofLast: ending), level: level)
      guard filter.mayContain(key), let number = lengthNumbers[key] else { continue }
      for length in lengths[number] where length <= history.length {
        guard let start = history.start(ofLast: length), let number = useNumbers[history.hash(ofLast: length)] else {
          continue
        }
        sightings.append(PhraseScan.Sighting(pattern: Int32(number), start: UInt32(start), end: UInt32(end)))
      }
    }
  }

  /// Distinguishes equal hashes of different levels, and spreads them over all 64 bits.
  private static func key(_ hash: UInt64, level: Int) -> UInt64 {
    (hash &+ UInt64(level)) &* 0x9e37_79b9_7f4a_7c15
  }
}
