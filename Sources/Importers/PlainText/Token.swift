/// A word, a number or a sign of a short line.
struct Token: Hashable, Sendable {
  enum Kind: UInt8, Sendable { case word, number, sign }

  var kind: Kind
  /// Whether white space stands before it.
  var isSpaced: Bool
  /// Offset of the first byte in the text.
  var start: Int
  /// Offset after the last byte.
  var end: Int
  /// Of a word: the hash of its folded bytes. Of a number: its value. Of a sign: its scalar, where it has two bytes
  /// or fewer, or its
  /// last two bytes.
  var value: UInt64
  /// Of a word: the tables that may hold it, see ``WordIndex``.
  var tables = WordIndex.unknown

  /// Number of bytes.
  var count: Int { end - start }
  var bytes: Range<Int> { start..<end }
  /// The value of a number; -1 for anything else.
  var number: Int { kind == .number ? Int(truncatingIfNeeded: value) : -1 }
  /// Whether it is the ASCII sign `byte`.
  func isSign(_ byte: Character) -> Bool { kind == .sign && value == UInt64(byte.asciiValue ?? 0) }
  /// Whether it is one of the ASCII signs in `set`.
  func isSign(in set: StaticString) -> Bool {
    guard kind == .sign, value < 0x80 else { return false }
    return set.withUTF8Buffer { $0.contains(UInt8(value)) }
  }
}

/// Cuts short lines into tokens, into a buffer that is used again and again.
struct Tokenizer {
  /// Longer lines are not looked into: no head line is that long.
  static let maximumBytes = 400

  /// The tokens of the line tokenised last.
  private(set) var tokens: [Token] = []

  /// Cuts `range` of `text`; leaves no tokens when the range is longer than ``maximumBytes``.
  ///
  /// - Complexity: O(length), at most ``maximumBytes``.
  mutating func tokenize(_ range: Range<Int>, of text: SourceText) {
    tokens.removeAll(keepingCapacity: true)
    guard range.count <= Self.maximumBytes else { return }
    var index = range.lowerBound
    var isSpaced = false
    while index < range.upperBound {
      let white = Line.whiteSpace(at: index, before: range.upperBound, in: text)
      if white > 0 {
        isSpaced = true
        index += white
        continue
      }
      let start = index
      let byte = text[index]
      var kind = Token.Kind.sign
      var value: UInt64 = 0
      if (0x30...0x39).contains(byte) {
        kind = .number
        while index < range.upperBound, (0x30...0x39).contains(text[index]) {
          value = index - start < 18 ? value * 10 + UInt64(text[index] - 0x30) : value
          index += 1
        }
      } else if FoldedLetter(at: index, before: range.upperBound, in: text) != nil {
        kind = .word
        value = FoldedLetter.seed
        while index < range.upperBound {
          if let letter = FoldedLetter(at: index, before: range.upperBound, in: text) {
            value = letter.hash(from: value)
            index += letter.count
          } else if Self.isApostrophe(at: index, in: text, before: range.upperBound) {
            // An apostrophe within a word counts as the straight one.
            let length = text[index] == 0x27 ? 1 : 3
            guard FoldedLetter(at: index + length, before: range.upperBound, in: text) != nil else { break }
            value = (value ^ 0x27) &* FoldedLetter.prime
            index += length
          } else {
            break
          }
        }
      } else {
        let length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
        index = min(index + length, range.upperBound)
        value = UInt64(byte)
        if length > 1 { value = value << 8 | UInt64(text[index - 1]) }
        if length == 2 { value = UInt64(byte & 0x1f) << 6 | UInt64(text[index - 1] & 0x3f) }
        if length == 3 {
          value = UInt64(byte & 0x0f) << 12 | UInt64(text[index - 2] & 0x3f) << 6 | UInt64(text[index - 1] & 0x3f)
        }
      }
      tokens.append(Token(kind: kind, isSpaced: isSpaced, start: start, end: index, value: value))
      isSpaced = false
    }
  }

  /// The tokens of a phrase.
  static func tokens(of phrase: Substring) -> [Token] {
    Array(phrase.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer()
      tokenizer.tokenize(0..<bytes.count, of: SourceText(bytes))
      return tokenizer.tokens
    }
  }

  /// Looks all words up in the index of tables.
  mutating func lookUp() {
    for index in tokens.indices where tokens[index].kind == .word {
      tokens[index].tables = WordIndex.tables(for: tokens[index].value)
    }
  }

  private static func isApostrophe(at index: Int, in text: SourceText, before end: Int) -> Bool {
    text[index] == 0x27
      || text[index] == 0xe2 && index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x99
  }
}
