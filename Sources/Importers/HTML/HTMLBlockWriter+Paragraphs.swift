import DocumentModel
import HTMLParsing

// Paragraphs and what they stand in. A paragraph that is complete is held until it is known whether another follows:
// only then is it clear whether it is all there is in a quotation.
extension HTMLBlockWriter {
  /// Adds the text of a text node.
  mutating func writeText(of node: HTMLNode) {
    let range = tree.textRange(of: node)
    if preformatted != nil {
      preformatted?.append(contentsOf: tree.text[range])
      return
    }
    let text = tree.text
    text.withUnsafeBufferPointer { buffer in
      let bytes = UnsafeBufferPointer(rebasing: buffer[range])
      guard bytes.contains(where: { !InlineText.isSpace($0) }) else {
        if !isHeld, !range.isEmpty { inline.appendSpace() }
        return
      }
      prepareText()
      inline.append(bytes)
    }
  }

  /// Adds words of the program's own, or of an attribute: clean, of one line.
  mutating func writeWords(_ words: String) {
    prepareText()
    inline.append(words)
  }

  /// Adds words that end something to the paragraph, though it be complete; where there is none, they begin one.
  mutating func writeSuffix(_ words: String) {
    if inline.isEmpty { depth = containers.count }
    inline.append(words)
  }

  private mutating func prepareText() {
    if isHeld { flush() }
    if inline.isEmpty { depth = containers.count }
  }

  /// A line break: two of them end a paragraph.
  mutating func breakLine() {
    if preformatted != nil {
      preformatted?.append(UInt8(ascii: "\n"))
    } else if lineDepth > 0 {
      inline.appendSpace()
    } else if !isHeld, !inline.appendLineBreak() {
      finishParagraph()
    }
  }

  /// The border of a block: what comes before it and what comes after it do not stand on one line.
  mutating func breakBlock() {
    if preformatted != nil {
      if preformatted?.last.map({ $0 != UInt8(ascii: "\n") }) == true { preformatted?.append(UInt8(ascii: "\n")) }
    } else if lineDepth > 0 {
      inline.appendSpace()
    } else {
      finishParagraph()
    }
  }

  /// Ends the paragraph and holds it.
  mutating func finishParagraph() {
    guard !isHeld else { return }
    inline.finish()
    if inline.isBlank { inline.clear() } else { isHeld = true }
  }

  /// Writes the paragraph that is held, since something follows it.
  mutating func flush() { flush(isLast: false) }

  private mutating func flush(isLast: Bool) {
    guard isHeld else { return }
    isHeld = false
    readQuotationHead()
    guard !inline.isBlank else { return inline.clear() }
    var isOwn: Bool
    switch depth > 0 ? containers[depth - 1].ownText : .none {
    case .none: isOwn = false
    case .first: isOwn = !containers[depth - 1].hasContents
    case .only: isOwn = isLast && !containers[depth - 1].hasContents
    }
    open(upTo: depth)
    isOwn = isOwn && openCount >= depth
    if isOwn {
      containers[depth - 1].hasContents = true
      writeInline()
    } else {
      noteBlock(at: depth)
      builder.open(.paragraph)
      writeInline()
      builder.close()
    }
    lead = Array(inline.bytes.suffix(400))
    inline.clear()
  }

  /// Writes the text with its spans into the open node.
  private mutating func writeInline() {
    let start = builder.textCount
    builder.text(inline.bytes)
    for span in inline.spans {
      builder.span(span.role, start + span.bytes.lowerBound..<start + span.bytes.upperBound)
    }
  }

  // MARK: Containers

  /// Tells the builder of the outermost `count` containers.
  private mutating func open(upTo count: Int) {
    while openCount < count, !containers[openCount].isWaiting {
      let index = openCount
      noteBlock(at: index)
      switch containers[index].kind {
      case .list(let isOrdered): builder.open(.list(ordered: isOrdered))
      case .item: builder.open(.listItem)
      case .quotation(let statement): openStatement(statement, containers[index], isOutermost: index == 0)
      case .table: builder.open(.table)
      case .row: builder.open(.tableRow)
      case .cell: builder.open(.tableCell)
      case .figure(let figure): builder.openFigure(figure)
      case .footnote(let footnote): builder.openFootnote(footnote)
      case .signature: builder.open(.signature)
      }
      openCount += 1
    }
  }

  private mutating func noteBlock(at depth: Int) {
    if depth > 0 { containers[depth - 1].hasContents = true }
  }

  /// Gets ready for a block that is written at once, in all containers that are open.
  mutating func prepareBlock() {
    finishParagraph()
    flush()
    open(upTo: containers.count)
    noteBlock(at: containers.count)
    lead = []
  }

  /// Ends the innermost container.
  mutating func closeContainer() {
    if isHeld, depth == containers.count { flush(isLast: true) }
    if case .figure = containers[containers.count - 1].kind { openContainers() }
    containers.removeLast()
    if openCount > containers.count {
      openCount = containers.count
      builder.close()
      if lineDepth == 0 { lead = [] }
    }
  }

  /// Tells the builder of all containers, whether or not there is anything in them.
  mutating func openContainers() {
    flush()
    open(upTo: containers.count)
  }

  // MARK: Headings

  mutating func openHeading(_ node: HTMLNode, level: Int) {
    finishParagraph()
    flush()
    lineDepth += 1
    frames.append(Frame(end: tree.subtreeEnd(of: node), closing: .heading(level)))
  }

  mutating func closeHeading(level: Int) {
    lineDepth -= 1
    inline.finish()
    if !inline.isBlank {
      open(upTo: containers.count)
      noteBlock(at: containers.count)
      builder.open(.heading(level: level))
      writeInline()
      builder.close()
      lead = []
    }
    inline.clear()
  }

  /// A paragraph of one line, all of it strong: the summary of details, a term that is defined.
  mutating func openStrongLine(_ node: HTMLNode) {
    finishParagraph()
    lineDepth += 1
    inline.begin(.strong, isFresh: isHeld)
    frames.append(Frame(end: tree.subtreeEnd(of: node), isSpan: true, closing: .strongLine))
  }
}
