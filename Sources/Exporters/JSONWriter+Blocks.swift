import StatementLinking
import DocumentModel

/// What is being written and not yet closed: a block, a list, an entry of a list.
struct BlockFrame {
  /// What its contents are.
  enum Contents {
    /// The blocks of a block.
    case blocks
    /// The entries of a list.
    case entries
    /// The rows of a table.
    case rows
    /// The cells of a row.
    case cells
    /// The blocks of an entry or a cell.
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
  mutating func writeBlocks(of container: NodeIndex, upTo end: NodeIndex, indent: StaticString) {
    isFirst = true
    var node = container
    while node < end, output.isOpen {
      while let frame = frames.last, frame.end <= node { close(frame) }
      write(node, indent: indent)
      node = node.next
    }
    while let frame = frames.last { close(frame) }
  }

  private mutating func write(_ node: NodeIndex, indent: StaticString) {
    switch document[node] {
    case .document, .section, .discussion, .comment: writeLooseText(of: node, indent: indent)
    case .tableRow where frames.last?.contents == .rows: open(.cells, of: node)
    case .listItem, .tableRow, .tableCell:
      openEntries(around: node)
      writeLooseText(of: node, indent: indent)
    case .heading(let level):
      openBlock("heading", node, indent: indent)
      fact("level", level)
      writeRest(of: node)
    case .paragraph: writeBlock("paragraph", node, indent: indent)
    case .code:
      openBlock("code", node, indent: indent)
      fact("language", document.language(ofCode: node))
      writeRest(of: node)
    case .signature: writeBlock("signature", node, indent: indent)
    case .figure(let index):
      openBlock("figure", node, indent: indent)
      fact("alt", document.figures[index].alt)
      fact("address", document.figures[index].address)
      writeRest(of: node)
    case .footnote(let index):
      openBlock("footnote", node, indent: indent)
      fact("label", document.footnotes[index].label)
      writeRest(of: node)
    case .article(let index): writeArticle(document.articles[index], node, indent: indent)
    case .rule: writeBlock("rule", node, indent: indent)
    case .list(let isOrdered):
      openBlock("list", node, indent: indent)
      key("ordered")
      output.write(isOrdered ? "true" : "false")
      writeWords(of: node, in: document.words(of: node))
      key("items")
      open(BlockFrame(end: document.subtreeEnd(of: node), contents: .entries))
    case .table:
      openBlock("table", node, indent: indent)
      writeWords(of: node, in: document.words(of: node))
      key("rows")
      open(BlockFrame(end: document.subtreeEnd(of: node), contents: .rows))
    case .pullQuote(let statement): writeStatement("pullquote", statement, node, indent: indent)
    case .quotation(let statement): writeStatement("quotation", statement, node, indent: indent)
    }
  }

  private mutating func writeBlock(_ type: StaticString, _ node: NodeIndex, indent: StaticString) {
    openBlock(type, node, indent: indent)
    writeRest(of: node)
  }

  /// Text that stands in no block of its own (directly in an entry of a list, say) is a paragraph.
  private mutating func writeLooseText(of node: NodeIndex, indent: StaticString) {
    guard document.hasText(node) else { return }
    openBlock("paragraph", node, indent: indent)
    writeWords(of: node, in: document.textRange(of: node))
    output.write("}")
  }

  /// Begins a block. Directly in a list, a table or a row, where only entries, rows or cells can be, it gets one to itself.
  private mutating func openBlock(_ type: StaticString, _ node: NodeIndex, indent: StaticString) {
    openEntries(around: node)
    if frames.isEmpty {
      output.write(isFirst ? "" : ",")
      output.write(indent)
    } else if !isFirst {
      output.write(", ")
    }
    output.write("{")
    isFirst = true
    key("type")
    output.write("\"")
    output.write(type)
    output.write("\"")
  }

  /// Writes the words of a block, and gets ready for the blocks in it if there are any.
  private mutating func writeRest(of node: NodeIndex) {
    writeWords(of: node, in: document.words(of: node))
    writeContents(of: node)
  }

  private mutating func writeArticle(_ article: Article, _ node: NodeIndex, indent: StaticString) {
    openBlock("article", node, indent: indent)
    fact("title", article.title)
    fact("byline", article.byline)
    fact("published", article.published?.iso8601)
    fact("url", article.address)
    writeRest(of: node)
  }

  private mutating func writeContents(of node: NodeIndex) {
    guard document.firstChild(of: node) != nil else {
      output.write("}")
      return
    }
    key("blocks")
    open(BlockFrame(end: document.subtreeEnd(of: node), contents: .blocks))
  }
}

// MARK: Frames

extension JSONWriter {
  /// Opens what has to be open for the blocks of `node` to stand there: an entry, a cell, a row with a cell.
  private mutating func openEntries(around node: NodeIndex) {
    if frames.last?.contents == .rows { open(.cells, of: node) }
    if let last = frames.last?.contents, last == .entries || last == .cells { open(.entry, of: node) }
  }

  private mutating func open(_ contents: BlockFrame.Contents, of node: NodeIndex) {
    if !isFirst { output.write(", ") }
    open(BlockFrame(end: document.subtreeEnd(of: node), contents: contents))
  }

  private mutating func open(_ frame: BlockFrame) {
    output.write("[")
    isFirst = true
    frames.append(frame)
  }

  private mutating func close(_ frame: BlockFrame) {
    output.write(frame.contents == .entry || frame.contents == .cells ? "]" : "]}")
    isFirst = false
    frames.removeLast()
  }
}

// MARK: Words

extension JSONWriter {
  /// Writes `text`, which is `bytes`, and the spans of the node's own text.
  private mutating func writeWords(of node: NodeIndex, in bytes: Range<Int>) {
    if !bytes.isEmpty {
      key("text")
      let text = document.text
      output.writeString(text.span.extracting(bytes))
    }
    writeSpans(in: document.textRange(of: node))
  }

  private mutating func writeSpans(in bytes: Range<Int>) {
    let spans = document.spans
    while nextSpan < spans.count, spans[nextSpan].bytes.lowerBound < bytes.lowerBound { nextSpan += 1 }
    guard nextSpan < spans.count, spans[nextSpan].bytes.lowerBound < bytes.upperBound else { return }
    key("spans")
    output.write("[")
    isFirst = true
    while nextSpan < spans.count, spans[nextSpan].bytes.lowerBound < bytes.upperBound {
      write(spans[nextSpan], in: bytes)
      nextSpan += 1
    }
    output.write("]")
    isFirst = false
  }

  private mutating func write(_ span: TextSpan, in bytes: Range<Int>) {
    output.write(isFirst ? "{" : ", {")
    isFirst = true
    fact("start", span.bytes.lowerBound - bytes.lowerBound)
    fact("end", min(span.bytes.upperBound, bytes.upperBound) - bytes.lowerBound)
    switch span.role {
    case .strong: fact("role", "strong")
    case .emphasis: fact("role", "emphasis")
    case .code: fact("role", "code")
    case .mention: fact("role", "mention")
    case .link(let address):
      fact("role", "link")
      fact("address", address)
    }
    output.write("}")
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
  ) {
    let statement = document.statements[index]
    openBlock(type, node, indent: indent)
    writeWords(of: node, in: document.words(of: node))
    fact("speaker", statement.speaker)
    if statement.repeatsArticle {
      key("repeats")
      output.write("true")
    }
    if let claim = statement.claim { write(claim) }
    if let source = links.passage(of: index) { write(source) }
    writeContents(of: node)
  }

  private mutating func write(_ claim: Statement.Claim) {
    key("claims")
    output.write("{")
    isFirst = true
    fact("comment", claim.comment)
    fact("author", claim.author)
    output.write("}")
    isFirst = false
  }

  /// Writes where the words stand, by bytes of the plain text of that comment or of the article.
  private mutating func write(_ source: Passage) {
    key("source")
    output.write("{")
    isFirst = true
    key("comment")
    var start = document.articleTextRange.lowerBound
    if let node = document.enclosingComment(of: source.node), let comment = document.comment(at: node) {
      start = document.plainTextRange(ofComment: node).lowerBound
      output.writeString(comment.id)
    } else {
      output.write("null")
    }
    fact("start", source.bytes.lowerBound - start)
    fact("end", source.bytes.upperBound - start)
    key("text")
    let text = document.text
    output.writeString(text.span.extracting(source.bytes))
    output.write("}")
    isFirst = false
  }
}
