/// The line before quoted words that says whose they are: `Quote: NAME`, `NAME wrote:`, `Originally Posted by NAME`.
struct QuotationHead {
  /// The bytes of the name; `nil` when only quoting is said.
  var name: Range<Int>?

  private static let maximumBytes = 160

  /// A quick test that most lines of prose fail.
  static func isPossible(_ line: Line, in text: SourceText) -> Bool {
    guard line.count >= 4, line.count <= maximumBytes else { return false }
    let last = text[line.textEnd - 1]
    if last == 0x3a || last == 0x9a || last == 0x91 { return true }
    guard let word = text.word(at: line.textStart, before: line.textEnd) else { return false }
    return QuotationWords.openers.hasPhrase(beginningWith: word.hash)
  }

  /// The head that `line` is. One that ends in a colon needs words that follow at once: else it is a sentence that
  /// goes on.
  init?(_ line: Line, in text: SourceText, isFollowed: Bool) {
    var tokenizer = Tokenizer()
    tokenizer.tokenize(line.text, of: text)
    let tokens = tokenizer.tokens
    guard tokens.count > 1 else { return nil }
    if let match = QuotationWords.openers.match(tokens, at: 0) {
      // `Zitat Zitat von NAME`: the word may be there twice, once as the name of a picture.
      var start = match.end
      var meaning = match.meaning
      if let again = QuotationWords.openers.match(tokens, at: start) { (start, meaning) = (again.end, again.meaning) }
      let hasColon = start < tokens.count && (tokens[start].isSign(":") || tokens[start].value == 0xff1a)
      guard meaning == .named || hasColon else { return nil }
      while start < tokens.count, tokens[start].isSign(in: ":\"") || tokens[start].value == 0xff1a { start += 1 }
      var end = tokens.count
      for index in start..<tokens.count where QuotationWords.closers.match(tokens, at: index)?.end == tokens.count {
        end = index
        break
      }
      while end > start, tokens[end - 1].isSign(in: ":\",") || tokens[end - 1].value == 0x2191 { end -= 1 }
      guard end > start, end - start <= 12,
        !(tokens[end - 1].isSign(in: ".!?") && tokens[end - 1].end == line.textEnd && end - start > 6)
      else { return nil }
      name = tokens[start].start..<tokens[end - 1].end
      return
    }
    // `NAME wrote:`, `On 1 May, NAME wrote:`, `NAME hat gesagt.:`
    guard isFollowed, tokens.count <= 24,
      let colon = tokens.lastIndex(where: { !$0.isSign(in: ". \"") && $0.value != 0x2191 }),
      tokens[colon].isSign(":") || tokens[colon].value == 0xff1a
    else { return nil }
    for index in 1..<max(1, colon) {
      guard let match = HeadWords.lexicon.match(tokens, at: index), match.meaning == .says,
        tokens[match.end..<colon].allSatisfy({ $0.kind == .sign })
      else { continue }
      var start = 0
      if let moment = MomentReader(tokens: tokens, order: .dayFirst).first(), moment.firstToken < index {
        start = moment.endToken < index ? moment.endToken : start
        while start < index, tokens[start].kind == .sign { start += 1 }
      }
      var end = index
      while end > start, tokens[end - 1].kind == .sign, tokens[end - 1].isSign(in: "↑,") { end -= 1 }
      guard start < end, end - start <= 6 else { return nil }
      name = tokens[start].start..<tokens[end - 1].end
      return
    }
    return nil
  }

  /// Whether `line` closes quoted words: `Click to expand…`.
  static func isClosing(_ line: Line, in text: SourceText) -> Bool {
    guard line.count >= 8, line.count <= 80, let word = text.word(at: line.textStart, before: line.textEnd),
      QuotationWords.ends.hasPhrase(beginningWith: word.hash)
    else { return false }
    var tokenizer = Tokenizer()
    tokenizer.tokenize(line.text, of: text)
    let tokens = tokenizer.tokens
    guard let match = QuotationWords.ends.match(tokens, at: 0) else { return false }
    return tokens[match.end...].allSatisfy { $0.kind == .sign }
  }

  /// The closing line among the next few paragraphs, if no other head comes before it.
  static func closingLine(after end: Int, of lines: [Line], in text: SourceText) -> Int? {
    var index = end
    var blanks = 0
    while index < lines.count, blanks < 12, index < end + 40 {
      if lines[index].isBlank { blanks += 1 } else if isClosing(lines[index], in: text) { return index }
      index += 1
    }
    return nil
  }
}
