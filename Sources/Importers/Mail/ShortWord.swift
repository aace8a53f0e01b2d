/// A word of at most eight ASCII letters, whatever their case, in one number: it is compared at once.
struct ShortWord: Equatable, ExpressibleByStringLiteral {
  /// The letters in lower case, the last of them lowest.
  private let bits: UInt64

  /// The longest word, in letters.
  static let longest = 8

  /// The letters that stand in `range`; `nil` if they are too many. Other bytes are taken as they are.
  init?(_ bytes: MailBytes, _ range: Range<Int>) {
    guard range.count <= Self.longest else { return nil }
    bits = bytes[range].reduce(0) { $0 << 8 | UInt64($1.lowercased) }
  }

  /// - Precondition: the word is not too long
  init(stringLiteral word: StaticString) {
    precondition(word.utf8CodeUnitCount <= Self.longest, "a word of eight letters at most")
    bits = word.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1.lowercased) } }
  }
}
