import HTMLParsing

/// Tells lines that say something about an article or its page from lines of it.
struct FactLine {
  private let tree: HTMLTree
  private let dateOrder: DateOrder

  /// Longer lines are not looked at, in bytes.
  private static let maximumBytes = 160

  /// A line that leads on without being a link is no longer, in characters.
  private static let longestLead = 28

  init(_ tree: HTMLTree, dateOrder: DateOrder) {
    self.tree = tree
    self.dateOrder = dateOrder
  }

  /// Whether a block says nothing but who wrote something and when, how many do so, or what can be done with it.
  func isFact(_ block: TextBlock) -> Bool {
    read(block) { line, text in
      let head = head(line, in: text)
      if head.isMomentOnly || head.isScoreOnly || head.isControlOnly || head.isNumberOnly { return true }
      return Self.saysWhen(head) || head.hasBy && head.nameWords <= 6 && head.restWords <= 2
    }
  }

  /// Whether a block says nothing but when something was written, and perhaps by whom.
  func isDate(_ block: TextBlock) -> Bool {
    read(block) { line, text in Self.saysWhen(head(line, in: text)) }
  }

  private func head(_ line: Line, in text: SourceText) -> HeadLine {
    var reader = HeadLineReader(text)
    reader.order = dateOrder
    return reader.read(line.text)
  }

  private static func saysWhen(_ head: HeadLine) -> Bool {
    head.moment != nil && head.nameWords + head.restWords <= 8 && !head.endsSentence
  }

  /// Whether a block is a notice of pages: `Related articles`, `Share this`.
  func isNotice(_ block: TextBlock) -> Bool {
    read(block) { line, text in Furniture.isNotice(line, in: text) }
  }

  /// Whether a block is a notice, an announcement of comments, or nothing but what can be clicked.
  func isFurniture(_ block: TextBlock) -> Bool {
    read(block) { line, text in Furniture.isFurniture(line, in: text) }
  }

  /// Whether a block only leads to another page, and says so: `Read more: The letter of 1931`.
  func leadsOn(_ block: TextBlock) -> Bool {
    guard block.isHeading || block.linkLength * 2 >= block.length || block.length <= Self.longestLead else {
      return false
    }
    return read(block) { line, text in
      var tokenizer = Tokenizer()
      tokenizer.tokenize(line.text, of: text)
      // Some stand in brackets.
      let first = tokenizer.tokens.first?.isSign("(") == true ? 1 : 0
      guard let match = ThreadWords.leads.match(tokenizer.tokens, at: first) else { return false }
      // A heading that goes on is one of the text's own: `Related work`.
      let isAll = tokenizer.tokens[match.end...].allSatisfy { $0.kind == .sign }
      return isAll || block.linkLength * 2 >= block.length
    }
  }

  /// Whether a block says where a picture is from, or how to cite the article: `Featured image: the pier at night`.
  func isClosing(_ block: TextBlock) -> Bool {
    read(block) { line, text in
      var tokenizer = Tokenizer()
      tokenizer.tokenize(line.text, of: text)
      guard let match = ClosingWords.lexicon.match(tokenizer.tokens, at: 0) else { return false }
      let rest = tokenizer.tokens[match.end...]
      if rest.first?.isSign(":") == true { return true }
      // A sentence may begin with such words, but it names no year.
      return match.meaning == .citation && (rest.isEmpty || rest.contains { $0.kind == .number && $0.count == 4 })
    }
  }

  private func read(_ block: TextBlock, _ ask: (Line, SourceText) -> Bool) -> Bool {
    let start = tree.textRange(of: block.nodes.lowerBound).lowerBound
    let end = tree.textRange(of: HTMLNode(block.nodes.upperBound.offset - 1)).upperBound
    guard end - start <= 2 * Self.maximumBytes else { return false }
    var bytes: [UInt8] = []
    for node in HTMLNodeRange(block.nodes.lowerBound.offset..<block.nodes.upperBound.offset)
    where tree.kind(of: node) == .text {
      bytes += tree.text[tree.textRange(of: node)]
    }
    let field = Array(ThreadPage.field(bytes[...]).utf8)
    guard !field.isEmpty, field.count <= Self.maximumBytes else { return false }
    return field.withUnsafeBufferPointer { buffer in
      let text = SourceText(buffer)
      return ask(Line(at: 0, in: text), text)
    }
  }
}
