import DocumentModel
import TextLayout

extension MarkdownWriter {
  /// Replies deeper than this stand on the level of those that are not.
  private static let plateau = 12

  /// Writes the nodes from `first` on, before `end`.
  mutating func writeBlocks(from first: NodeIndex, upTo end: NodeIndex) {
    var node = first
    while node < end, output.isOpen {
      while let frame = frames.last, frame.end <= node { leave() }
      write(node)
      node = document[node] == .table ? document.subtreeEnd(of: node) : node.next
    }
    while !frames.isEmpty { leave() }
  }

  private mutating func write(_ node: NodeIndex) {
    switch document[node] {
    case .document, .section, .discussion, .paragraph, .signature, .tableRow, .tableCell: writeParagraph(node)
    case .comment(let index): writeComment(index, node)
    case .heading(let level):
      guard document.hasText(node) else { return }
      begin()
      output.write(String(repeating: "#", count: level) + " ")
      writeWords(of: document.textRange(of: node), in: .heading)
      output.write("\n")
    case .pullQuote(let statement), .quotation(let statement):
      enter(.quotation(statement: statement), upTo: document.subtreeEnd(of: node), marker: "> ", indent: "> ")
      writeParagraph(node)
    case .list(let isOrdered): writeList(node, isOrdered: isOrdered)
    case .listItem: writeEntry(node)
    case .code: writeCode(node)
    case .table: writeTable(node)
    case .figure(let index): writeFigure(document.figures[index], node)
    case .footnote(let index): writeParagraph(node, after: document.footnotes[index].label.map { "[\($0)] " } ?? "")
    case .article(let index): writeArticle(document.articles[index], node)
    case .rule:
      begin()
      output.write("___\n")
    }
  }

  /// The own text of a node, when it has any.
  private mutating func writeParagraph(_ node: NodeIndex, after lead: String = "", isTight: Bool = false) {
    guard !document.isBlank(document.textRange(of: node)) || !lead.isEmpty else { return }
    begin(isTight: isTight)
    writeEscaped(lead, in: .block)
    writeWords(of: document.textRange(of: node), in: lead.isEmpty ? .block : .rest)
    output.write("\n")
  }

  private mutating func writeCode(_ node: NodeIndex) {
    let text = document.text
    let bytes = document.textRange(of: node)
    let fence = String(repeating: "`", count: max(3, longestRun(of: UInt8(ascii: "`"), in: bytes) + 1))
    begin()
    output.write(fence)
    output.write(String(document.language(ofCode: node)?.prefix { !$0.isWhitespace && $0 != "`" } ?? ""))
    output.write("\n")
    var start = bytes.lowerBound
    while start < bytes.upperBound {
      let end = text[start..<bytes.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.upperBound
      if end > start {
        beginLine()
        output.writeVisible(text.span.extracting(start..<end))
        output.write("\n")
      } else {
        writeEmptyLine()
      }
      start = end + 1
    }
    beginLine()
    output.write(fence)
    output.write("\n")
  }

  private mutating func writeFigure(_ figure: Figure, _ node: NodeIndex) {
    begin()
    if let address = figure.address, LinkTarget.isHarmless(address) {
      output.write("![")
      writeEscaped(figure.alt ?? "", in: .link)
      output.write("](")
      writeAddress(address)
      output.write(")\n")
    } else {
      writeEscaped(figure.alt.map { "[image: \($0)]" } ?? "[image]", in: .block)
      output.write("\n")
    }
    writeParagraph(node)
  }

  private mutating func writeArticle(_ article: Article, _ node: NodeIndex) {
    if let title = article.title ?? article.address {
      begin()
      output.write("## ")
      writeLink(title, to: article.address, in: .heading)
      output.write("\n")
    }
    let facts = document.facts(of: article)
    if !facts.isEmpty {
      begin()
      writeEscaped(facts.joined(separator: " · "), in: .block)
      output.write("\n")
    }
    writeParagraph(node)
  }

  private func longestRun(of byte: UInt8, in bytes: Range<Int>) -> Int {
    var (longest, current) = (0, 0)
    for other in document.text[bytes] {
      current = other == byte ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}

// MARK: Lists

extension MarkdownWriter {
  private mutating func writeList(_ node: NodeIndex, isOrdered: Bool) {
    let entries = document.children(of: node)
    let list = Frame.List(
      isOrdered: isOrdered,
      usesSecondMarker: markerBefore.map { !$0 } ?? false,
      isTight: entries.allSatisfy { document.firstChild(of: $0).map(isOnlyList) ?? true }
    )
    writeParagraph(node)
    enterList(list, upTo: document.subtreeEnd(of: node))
  }

  /// Whether a node is a list that nothing follows.
  private func isOnlyList(_ node: NodeIndex) -> Bool {
    guard case .list = document[node] else { return false }
    return document.nextSibling(of: node) == nil
  }

  private mutating func writeEntry(_ node: NodeIndex) {
    let end = document.subtreeEnd(of: node)
    guard let place = frames.indices.last, case .list(var list) = frames[place].kind else {
      return writeParagraph(node)
    }
    list.entries += 1
    frames[place].kind = .list(list)
    // An entry without words would make a heading of the line above it.
    let isNested = place > 0 && isEntry(frames[place - 1])
    let isTight = list.isTight && (list.entries > 1 || isNested && !document.isBlank(document.textRange(of: node)))
    let marker =
      list.isOrdered
      ? "\(list.entries)\(list.usesSecondMarker ? ")" : ".") " : list.usesSecondMarker ? "+ " : "* "
    enter(
      .entry,
      upTo: end,
      marker: marker,
      indent: String(repeating: " ", count: marker.utf8.count),
      isTight: isTight
    )
    writeParagraph(node)
  }

  private func isEntry(_ frame: Frame) -> Bool {
    if case .entry = frame.kind { true } else { false }
  }
}

// MARK: Comments

extension MarkdownWriter {
  private mutating func writeComment(_ index: Int, _ node: NodeIndex) {
    let depth = document.commentDepth(of: node) ?? 0
    // A comment's own blocks are all before its replies: whatever is open of a deeper one is done.
    while frames.count > min(depth, Self.plateau) { leave() }
    enter(.comment, upTo: document.subtreeEnd(of: node), marker: "- ", indent: "  ")
    begin()
    let comment = document.comments[index]
    let isAnswered = depth >= Self.plateau && document.replyCount(of: node) > 0
    if targets.contains(index) || isAnswered {
      output.write("<a id=\"")
      output.writeHTML(LinkTarget.anchor(ofComment: comment.id), inAttribute: true)
      output.write("\"></a>")
    }
    writeStrong(document.name(ofComment: index))
    var facts: [String] = []
    if let name = comment.realName { facts.append(name) }
    if let moment = comment.published.map({ DateText.text($0) }) ?? comment.age { facts.append(moment) }
    if let score = comment.score { facts.append(Document.count(score, "point", "points")) }
    if comment.standing != .live { facts.append(comment.standing.rawValue) }
    for fact in facts {
      output.write(" · ")
      writeEscaped(fact, in: .rest)
    }
    if depth > Self.plateau, let parent = document.parentComment(of: node).flatMap({ document[$0].commentIndex }) {
      output.write(" · in reply to ")
      writeLink(document.name(ofComment: parent), toComment: parent)
    }
    output.write("\n")
  }

  /// `— harbourmaster`, a link where the words stand in a comment.
  mutating func writeAttribution(ofStatement index: Int) {
    guard let attribution = Attribution(ofStatement: index, in: document, links: links) else { return }
    begin()
    output.write("— ")
    if let comment = attribution.comment, targets.contains(comment) {
      writeLink(attribution.name, toComment: comment)
    } else {
      writeEscaped(attribution.name, in: .rest)
    }
    output.write("\n")
  }
}

extension Document {
  /// Whether a text has nothing but white space in it.
  func isBlank(_ bytes: Range<Int>) -> Bool {
    text[bytes].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }
  }
}
