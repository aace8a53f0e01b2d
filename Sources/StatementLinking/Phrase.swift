/// The words of one or more statements, as they are sought in the text.
struct Phrase: Hashable {
  /// A stretch of letters that stands without a gap.
  struct Pattern: Hashable {
    /// How many letters.
    var length: Int
    /// Their ``LetterHash``.
    var hash: UInt64
    /// The hash of the last of them, as many as the greatest power of two that is not more than `length`.
    var endingHash: UInt64
    /// The hash of the last ``PhraseBook/firstGate`` of them; `nil` where there are fewer.
    var firstGate: UInt64?
    /// The hash of the last ``PhraseBook/secondGate`` of them; `nil` where there are fewer.
    var secondGate: UInt64?

    /// The binary logarithm of the number of letters in ``endingHash``.
    var level: Int { Self.level(ofLength: length) }

    /// The binary logarithm of the greatest power of two that is not more than `length`, which is at least 1.
    static func level(ofLength length: Int) -> Int { Int.bitWidth - 1 - length.leadingZeroBitCount }
  }

  /// All the words, one after the other.
  var whole: Pattern
  /// The words between the places where something was left out; empty where nothing was, or where a part is too short
  /// to be sure of.
  var parts: [Pattern] = []

  /// The most bytes of a source that may be left out between two parts.
  static let longestCut = 2_000
  /// A statement with more letters than this is not linked.
  static let longestLength = 1 << 20
  /// A statement or part with fewer letters is short.
  static let fewestLetters = 16
  /// A statement or part with fewer words is short.
  static let fewestWords = 3
}
