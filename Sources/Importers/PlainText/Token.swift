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
  /// Of a number: its value. Of a sign: its scalar. Else 0.
  var value: UInt64 = 0
  /// Of a word: its number in the ``Vocabulary``, 0 when it is not there.
  var word: UInt16 = 0
  /// Of a word: the lexicons that may know it, see ``Vocabulary/Table/bit``.
  var tables: UInt32 = 0

  /// Number of bytes.
  var count: Int { end - start }
  var bytes: Range<Int> { start..<end }
  /// The value of a number; -1 for anything else.
  var number: Int { kind == .number ? Int(truncatingIfNeeded: value) : -1 }
  /// Whether it is the ASCII sign `sign`.
  func isSign(_ sign: Unicode.Scalar) -> Bool { kind == .sign && value == UInt64(sign.value) }
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

  private let vocabulary = Vocabulary.shared

  /// The tokens of the line tokenised last.
  private(set) var tokens: [Token] = []

  init() { tokens.reserveCapacity(64) }

  /// Cuts `range` of `text`; leaves no tokens when the range is longer than ``maximumBytes``.
  ///
  /// - Complexity: O(length), at most ``maximumBytes``.
  mutating func tokenize(_ range: Range<Int>, of text: SourceText) {
    tokens.removeAll(keepingCapacity: true)
    guard range.count <= Self.maximumBytes else { return }
    // Taken out of the structure for the while, where the compiler keeps its address in a register.
    var tokens = tokens
    self.tokens = []
    var index = range.lowerBound
    var isSpaced = false
    while index < range.upperBound {
      let byte = text[index]
      if byte == 0x20 {
        isSpaced = true
        index += 1
        continue
      }
      var token = Token(kind: .sign, isSpaced: isSpaced, start: index, end: index)
      isSpaced = false
      if byte &- 0x30 < 10 {
        token.kind = .number
        index = Self.number(at: index, before: range.upperBound, of: text, &token.value)
      } else if byte < 0x80, !SourceText.isLetter(byte) {
        token.value = UInt64(byte)
        index += 1
      } else if let word = text.word(at: index, before: range.upperBound) {
        let entry = vocabulary.entry(word.hash)
        token.kind = .word
        (token.word, token.tables) = (entry.word, entry.tables)
        index = word.end
      } else {
        let white = Line.whiteSpace(at: index, before: range.upperBound, in: text)
        if white > 0 {
          isSpaced = true
          index += white
          continue
        }
        index = min(index + (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4), range.upperBound)
        token.value = Self.scalar(token.start..<index, of: text)
      }
      token.end = index
      tokens.append(token)
    }
    self.tokens = tokens
  }

  private static func number(at start: Int, before end: Int, of text: SourceText, _ value: inout UInt64) -> Int {
    var index = start
    while index < end {
      let digit = text[index] &- 0x30
      guard digit < 10 else { break }
      if index - start < 18 { value = value * 10 + UInt64(digit) }
      index += 1
    }
    return index
  }

  private static func scalar(_ range: Range<Int>, of text: SourceText) -> UInt64 {
    var value = UInt64(text[range.lowerBound]) & (0xff >> UInt64(range.count + 1))
    for byte in text[range].dropFirst() { value = value << 6 | UInt64(byte & 0x3f) }
    return value
  }

  /// The tokens of a phrase.
  static func tokens(of phrase: Substring) -> [Token] {
    Array(phrase.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer()
      tokenizer.tokenize(0..<bytes.count, of: SourceText(bytes))
      return tokenizer.tokens
    }
  }
}
