import DocumentModel

/// What is sought: words as they were typed or, after a slash, a regular expression.
///
/// Where nothing typed is in upper case, case does not count.
package struct SearchPattern: Hashable, Sendable {
  private enum Kind: Hashable, Sendable {
    case literal(LiteralPattern)
    case expression(RegularExpression)
  }

  /// No more bytes before a place are looked at to find matches that reach into it.
  private static let reach = 2048

  private let kind: Kind

  /// What makes an expression of what follows it.
  package static let expressionPrefix = "/"

  /// The pattern that was typed; `nil` for nothing.
  ///
  /// - Throws: what is wrong with an expression.
  init?(typed text: String) throws(ExpressionError) {
    let isExpression = text.hasPrefix(Self.expressionPrefix)
    let words = isExpression ? String(text.dropFirst()) : text
    guard !words.isEmpty else { return nil }
    let ignoresCase = !Self.hasUppercase(words, isExpression: isExpression)
    kind =
      isExpression
      ? .expression(try RegularExpression(words, ignoringCase: ignoresCase))
      : .literal(LiteralPattern(words, ignoringCase: ignoresCase))
  }

  /// A letter after a backslash says nothing about case.
  private static func hasUppercase(_ text: String, isExpression: Bool) -> Bool {
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isUppercase, !isEscaped { return true }
      isEscaped = isExpression && scalar == "\\" && !isEscaped
    }
    return false
  }

  /// Whether it is found by looking at all of the text at once; else texts have to be looked at one by one.
  var isLiteral: Bool { if case .literal = kind { true } else { false } }

  /// Where it stands first in `text[range]`, at `start` or later; `range` is all that the text is taken to be.
  func first(in text: Span<UInt8>, _ range: Range<Int>, from start: Int) -> Range<Int>? {
    guard start < range.upperBound else { return nil }
    switch kind {
    case .literal(let pattern): return pattern.first(in: text, max(start, range.lowerBound)..<range.upperBound)
    case .expression(let expression): return expression.first(in: text, range, from: max(start, range.lowerBound))
    }
  }

  /// Whether it stands in a text.
  func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { first(in: $0.span, 0..<$0.count, from: 0) != nil }
  }

  /// Where it stands in a text of the program's own: ranges of bytes.
  package func matches(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { matches(in: $0.span, 0..<$0.count, touching: 0..<$0.count) }
  }

  /// Where it stands in the own text of `node` and touches `bytes` of it.
  ///
  /// - Complexity: O(length of `bytes`)
  package func matches(in node: NodeIndex, of document: Document, touching bytes: Range<Int>) -> [Range<Int>] {
    matches(in: document.text.span, document.textRange(of: node), touching: bytes)
  }

  private func matches(in text: Span<UInt8>, _ range: Range<Int>, touching bytes: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = max(range.lowerBound, bytes.lowerBound - Self.reach)
    // Not within a character.
    while start > range.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
    // What a match needs beyond the bytes asked for has to be in sight, but no more.
    let end = min(range.upperBound, bytes.upperBound + Self.reach)
    while let match = first(in: text, range.lowerBound..<max(range.lowerBound, end), from: start), match.lowerBound < bytes.upperBound {
      if match.upperBound > bytes.lowerBound { found.append(match) }
      start = match.upperBound
    }
    return found
  }
}
