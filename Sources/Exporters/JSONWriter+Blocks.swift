import DocumentModel

/// What is being written and not yet closed: a block, a list, an entry of a list.
struct BlockFrame {
  /// What its contents are.
  enum Contents {
    /// The blocks of a block.
    case blocks
    /// The entries of a list.
    case entries
    /// The blocks of an entry.
    case entry
  }

  /// The first node after it.
  var end: NodeIndex
  /// What its contents are.
  var contents: Contents
}

extension JSONWriter {
  /// Writes the blocks of the article or of a comment: those from `container` on, before `end`.
  ///
  /// Each stands on a line of its own, after `indent`. ``isFirst`` tells afterwards whether there were none. Sections
  /// are no blocks: their headings say as much.
  mutating func writeBlocks(of container: NodeIndex, upTo end: NodeIndex, indent: StaticString) throws(Failure) {
    isFirst = true
    var node = container
    while node < end {
      while let frame = frames.last, frame.end <= node { try close(frame) }
      try write(node, indent: indent)
      node = node.next
    }
    while let frame = frames.last { try close(frame) }
  }

  private mutating func write(_ node: NodeIndex, indent: StaticString) throws(Failure) {
    switch document[node] {
    case .document, .section, .discussion, .comment: try writeLooseText(of: node, indent: indent)
    case .listItem:
      if frames.last?.contents == .entries { try openEntry(node) }
      try writeLooseText(of: node, indent: indent)
    case .heading(let level):
      try openBlock("heading", node, indent: indent)
      try fact("level", level)
      try writeRest(of: node)
    case .paragraph: try writeBlock("paragraph", node, indent: indent)
    case .code: try writeBlock("code", node, indent: indent)
    case .rule: try writeBlock("rule", node, indent: indent)
    case .list(let isOrdered):
      try openBlock("list", node, indent: indent)
      try key("ordered")
      try output.write(isOrdered ? "true" : "false")
      try writeWords(of: node, in: document.subtreeTextRange(of: node))
      try key("items")
      try open(BlockFrame(end: document.subtreeEnd(of: node), contents: .entries))
    case .pullQuote(let statement): try writeStatement("pullquote", statement, node, indent: indent)
    case .quotation(let statement): try writeStatement("quotation", statement, node, indent: indent)
    }
  }

  private mutating func writeBlock(_ type: StaticString, _ node: NodeIndex, indent: StaticString) throws(Failure) {
    try openBlock(type, node, indent: indent)
    try writeRest(of: node)
  }

  /// Text that stands in no block of its own (directly in an entry of a list, say) is a paragraph.
  private mutating func writeLooseText(of node: NodeIndex, indent: StaticString) throws(Failure) {
    guard document.hasText(node) else { return }
    try openBlock("paragraph", node, indent: indent)
    let text = document.textRange(of: node)
    try writeWords(of: node, in: text.lowerBound..<text.upperBound + 1)
    try output.write("}")
  }

  /// Begins a block. Directly in a list, where only entries can be, it gets an entry to itself.
  private mutating func openBlock(_ type: StaticString, _ node: NodeIndex, indent: StaticString) throws(Failure) {
    if frames.last?.contents == .entries { try openEntry(node) }
    if frames.isEmpty {
      try output.write(isFirst ? "" : ",")
      try output.write(indent)
    } else if !isFirst {
      try output.write(", ")
    }
    try output.write("{")
    isFirst = true
    try key("type")
    try output.write("\"")
    try output.write(type)
    try output.write("\"")
  }

  /// Writes the words of a block, and gets ready for the blocks in it if there are any.
  private mutating func writeRest(of node: NodeIndex) throws(Failure) {
    try writeWords(of: node, in: document.subtreeTextRange(of: node))
    try writeContents(of: node)
  }

  private mutating func writeContents(of node: NodeIndex) throws(Failure) {
    guard document.firstChild(of: node) != nil else { return try output.write("}") }
    try key("blocks")
    try open(BlockFrame(end: document.subtreeEnd(of: node), contents: .blocks))
  }
}

// MARK: Frames

extension JSONWriter {
  private mutating func openEntry(_ node: NodeIndex) throws(Failure) {
    if !isFirst { try output.write(", ") }
    try open(BlockFrame(end: document.subtreeEnd(of: node), contents: .entry))
  }

  private mutating func open(_ frame: BlockFrame) throws(Failure) {
    try output.write("[")
    isFirst = true
    frames.append(frame)
  }

  private mutating func close(_ frame: BlockFrame) throws(Failure) {
    try output.write(frame.contents == .entry ? "]" : "]}")
    isFirst = false
    frames.removeLast()
  }
}

// MARK: Words

extension JSONWriter {
  /// Writes `text`, which is `bytes` without the last `\n`, and the spans of the node's own text.
  private mutating func writeWords(of node: NodeIndex, in bytes: Range<Int>) throws(Failure) {
    if !bytes.isEmpty {
      try key("text")
      try output.writeString(document.text[bytes.dropLast()])
    }
    try writeSpans(in: document.textRange(of: node))
  }

  private mutating func writeSpans(in bytes: Range<Int>) throws(Failure) {
    let spans = document.spans
    while nextSpan < spans.count, spans[nextSpan].bytes.lowerBound < bytes.lowerBound { nextSpan += 1 }
    guard nextSpan < spans.count, spans[nextSpan].bytes.lowerBound < bytes.upperBound else { return }
    try key("spans")
    try output.write("[")
    isFirst = true
    while nextSpan < spans.count, spans[nextSpan].bytes.lowerBound < bytes.upperBound {
      try write(spans[nextSpan], in: bytes)
      nextSpan += 1
    }
    try output.write("]")
    isFirst = false
  }

  private mutating func write(_ span: TextSpan, in bytes: Range<Int>) throws(Failure) {
    try output.write(isFirst ? "{" : ", {")
    isFirst = true
    try fact("start", span.bytes.lowerBound - bytes.lowerBound)
    try fact("end", min(span.bytes.upperBound, bytes.upperBound) - bytes.lowerBound)
    switch span.role {
    case .strong: try fact("role", "strong")
    case .emphasis: try fact("role", "emphasis")
    case .code: try fact("role", "code")
    case .mention: try fact("role", "mention")
    case .link(let address):
      try fact("role", "link")
      try fact("address", address)
    }
    try output.write("}")
    isFirst = false
  }
}

// MARK: Statements

extension JSONWriter {
  private mutating func writeStatement(
    _ type: StaticString,
    _ index: Int,
    _ node: NodeIndex,
    indent: StaticString
  ) throws(Failure) {
    let statement = document.statements[index]
    try openBlock(type, node, indent: indent)
    try writeWords(of: node, in: document.subtreeTextRange(of: node))
    try fact("speaker", statement.speaker)
    if statement.repeatsArticle {
      try key("repeats")
      try output.write("true")
    }
    if let claim = statement.claim { try write(claim) }
    if let source = links.passage(of: index) { try write(source) }
    try writeContents(of: node)
  }

  private mutating func write(_ claim: Statement.Claim) throws(Failure) {
    try key("claims")
    try output.write("{")
    isFirst = true
    try fact("comment", claim.comment)
    try fact("author", claim.author)
    try output.write("}")
    isFirst = false
  }

  /// Writes where the words stand, by bytes of the plain text of that comment or of the article.
  private mutating func write(_ source: Passage) throws(Failure) {
    try key("source")
    try output.write("{")
    isFirst = true
    try key("comment")
    var start = document.articleTextRange.lowerBound
    if let node = document.enclosingComment(of: source.node), let comment = document.comment(at: node) {
      start = document.plainTextRange(ofComment: node).lowerBound
      try output.writeString(comment.id)
    } else {
      try output.write("null")
    }
    try fact("start", source.bytes.lowerBound - start)
    try fact("end", source.bytes.upperBound - start)
    try key("text")
    try output.writeString(document.text[source.bytes])
    try output.write("}")
    isFirst = false
  }
}
