/// Tells what belongs to the page and not to the article.
enum Furniture {
  /// Whether `line` is a notice such as pages have around discussions: `Leave a reply`.
  static func isNotice(_ line: Line, in text: SourceText) -> Bool {
    guard line.count <= 160 else { return false }
    var tokenizer = Tokenizer()
    tokenizer.tokenize(line.text, of: text)
    let tokens = tokenizer.tokens
    return tokens.indices.contains { ThreadWords.furniture.match(tokens, at: $0) != nil }
  }

  /// Whether `line` is a notice, an announcement of comments, or nothing but what can be clicked.
  static func isFurniture(_ line: Line, in text: SourceText) -> Bool {
    guard line.count <= Tokenizer.maximumBytes else { return false }
    var tokenizer = Tokenizer()
    tokenizer.tokenize(line.text, of: text)
    let tokens = tokenizer.tokens
    for index in tokens.indices where ThreadWords.furniture.match(tokens, at: index) != nil { return true }
    if tokens.count <= 24 {
      for index in tokens.indices {
        guard let match = ThreadWords.announcements.match(tokens, at: index) else { continue }
        if index > 0, tokens[index - 1].kind == .number { return true }
        if match.end < tokens.count, tokens[match.end].kind == .number { return true }
        if tokens.count - (match.end - index) <= 1 { return true }
      }
    }
    var reader = HeadLineReader(text)
    return reader.isControl(line.text)
  }
}
