/// All phrases that are sought, each once, and the means to notice one in passing.
///
/// At the end of every word, the last 1, 2, 4, 8 … letters are compared with the endings of all phrases by their
/// hashes. An ending that is met says which lengths are worth comparing in full, which again is one comparison of
/// hashes each. So the cost of reading a text does not depend on how many phrases there are, or on how alike they
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
  private var uses: [UInt64: [Use]] = [:]
  private var lengths: [UInt64: [Int]] = [:]
  private var levels: [Int] = []
  private var filter: [UInt64] = []

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
    guard uses[pattern.hash, default: []].count < Self.mostUses else { return }
    uses[pattern.hash, default: []].append(use)
    longest = max(longest, pattern.length)
    let key = Self.key(pattern.endingHash, level: pattern.level)
    if lengths[key, default: []].count < Self.mostLengths, !lengths[key, default: []].contains(pattern.length) {
      lengths[key, default: []].append(pattern.length)
    }
    if !levels.contains(pattern.level) { levels.append(pattern.level) }
  }

  /// Makes ready to notice phrases; to be called when all are added.
  mutating func finish() {
    levels.sort()
    var words = 16
    while words * 4 < lengths.count { words *= 2 }
    filter = Array(repeating: 0, count: words)
    for key in lengths.keys { filter[Self.word(key, of: words)] |= Self.bit(key) }
  }

  /// Adds to `found` the uses of every pattern that ends with the last letter of `history`, each with the byte where it
  /// begins.
  ///
  /// - Complexity: O(log of the longest phrase), and O(1) for each phrase found
  func search(_ history: LetterHistory, into found: inout [(use: Use, start: Int)]) {
    for level in levels {
      let ending = 1 << level
      guard ending <= history.length else { return }
      let key = Self.key(history.hash(ofLast: ending), level: level)
      guard filter[Self.word(key, of: filter.count)] & Self.bit(key) != 0, let lengths = lengths[key] else { continue }
      for length in lengths where length <= history.length {
        guard let start = history.start(ofLast: length), let uses = uses[history.hash(ofLast: length)] else { continue }
        for use in uses { found.append((use, start)) }
      }
    }
  }

  /// Distinguishes equal hashes of different levels, and spreads them over all 64 bits.
  private static func key(_ hash: UInt64, level: Int) -> UInt64 {
    (hash &+ UInt64(level)) &* 0x9e37_79b9_7f4a_7c15
  }

  private static func word(_ key: UInt64, of count: Int) -> Int { Int(key >> 32) & (count - 1) }

  private static func bit(_ key: UInt64) -> UInt64 { 1 << (key >> 26 & 63) }
}
