import DocumentModel
import StatementLinking
import TextLayout

/// Writes one document as lines to be read aloud: the article, then each comment after a sentence that says whose it
/// is.
struct PlainWriter {
  /// A block that is open, and has something to be said when it ends.
  private struct Frame {
    var end: NodeIndex
    /// What is said at its end; nothing when empty.
    var ending: StaticString
    /// How many entries of it were written, for a list.
    var entries = 0
    /// Whether its entries are counted: a list, or the cells of a row.
    var isCounted = false
  }

  private let document: Document
  private let links: StatementLinks
  private var output: ByteOutput
  private var frames: [Frame] = []
  /// Whether nothing stands before what comes next, or a blank line.
  private var isAtStart = true

  /// A writer of `document` to `output`; `links` are those of its statements.
  init(_ document: Document, links: StatementLinks, output: ByteOutput) {
    self.document = document
    self.links = links
    self.output = output
  }

  /// Writes all or a part.
  mutating func write(_ part: TextExporter.Part) {
    if part != .comments {
      writeMetadata()
      writeBlocks(from: .document, upTo: document.discussion ?? document.endNode)
    }
    if part != .article, !document.comments.isEmpty {
      writeGap()
      line(count(document.comments.count, "comment", "comments") + ".")
      for index in document.comments.indices where output.isOpen {
        let node = document.node(ofComment: index)
        writeGap()
        line(head(ofComment: index, at: node))
        writeBlocks(from: node, upTo: document.ownEnd(ofComment: node))
      }
    }
    output.flush()
  }

  private mutating func writeMetadata() {
    let metadata = document.metadata
    if let title = metadata.title { line("Title: " + title) }
    if let byline = metadata.byline { line("By " + byline) }
    if let site = metadata.site { line("Site: " + site) }
    if let published = metadata.published { line("Published " + DateText.text(published)) }
    guard !isAtStart else { return }
    output.write("\n")
    isAtStart = true
  }

  /// `Comment 2 of 12, level 2, mira, in reply to harbourmaster, 3 March 15:40.`
  private func head(ofComment index: Int, at node: NodeIndex) -> String {
    let comment = document.comments[index]
    var facts = [
      "Comment \(index + 1) of \(document.comments.count)", "level \((document.commentDepth(of: node) ?? 0) + 1)",
    ]
    facts.append(comment.author ?? comment.displayName ?? "author unknown")
    if let name = comment.realName { facts.append(name) }
    if let parent = document.parentComment(of: node).flatMap(document.comment) {
      facts.append("in reply to " + (parent.author ?? parent.displayName ?? "an unknown author"))
    }
    if let published = comment.published {
      facts.append(DateText.text(published, leavingOut: document.metadata.published?.year))
    } else if let age = comment.age {
      facts.append(age)
    }
    if let score = comment.score { facts.append(count(score, "point", "points")) }
    if comment.standing != .live { facts.append(comment.standing.rawValue) }
    return facts.joined(separator: ", ") + "."
  }

  private func count(_ number: Int, _ one: String, _ more: String) -> String { "\(number) \(number == 1 ? one : more)" }
}

// MARK: Blocks

extension PlainWriter {
  /// Writes the blocks of the article or of a comment: those from `container` on, before `end`.
  private mutating func writeBlocks(from container: NodeIndex, upTo end: NodeIndex) {
    var node = container
    while node < end, output.isOpen {
      while let frame = frames.last, frame.end <= node { close(frame) }
      write(node)
      node = node.next
    }
    while let frame = frames.last { close(frame) }
  }

  private mutating func write(_ node: NodeIndex) {
    switch document[node] {
    case .document, .section, .discussion, .comment, .paragraph: words(of: node)
    case .heading(let level):
      if !document[node.previous].isComment { writeGap() }
      words(of: node, after: "Heading, level \(level): ")
    case .pullQuote(let index): write(node, index, verb: "Statement by ", alone: "Statement")
    case .quotation(let index): write(node, index, verb: "Quotes ", alone: "Quotes somebody")
    case .list:
      let entries = document.children(of: node).count { document[$0] == .listItem }
      line("List of \(count(entries, "entry", "entries")):")
      words(of: node)
      open(node, ending: "End of list.", isCounted: true)
    case .listItem: words(of: node, after: "\(number(of: node)): ")
    case .table:
      let rows = document.children(of: node).count { document[$0] == .tableRow }
      line("Table of \(count(rows, "row", "rows")):")
      words(of: node)
      open(node, ending: "End of table.", isCounted: true)
    case .tableRow:
      line("Row \(number(of: node)):")
      words(of: node)
      open(node, ending: "", isCounted: true)
    case .tableCell: words(of: node, after: "\(number(of: node)): ")
    case .figure(let index):
      line(document.figures[index].alt.map { "Image: " + $0 } ?? "Image.")
      words(of: node)
      if document.firstChild(of: node) != nil { open(node, ending: "End of image.") }
    case .footnote(let index):
      words(of: node, after: document.footnotes[index].label.map { "Footnote \($0): " } ?? "Footnote: ")
    case .signature:
      line("Signature:")
      words(of: node)
    case .article(let index): write(document.articles[index], node)
    case .code:
      line(document.language(ofCode: node).map { "Code, \($0):" } ?? "Code:")
      words(of: node)
      open(node, ending: "End of code.")
    case .rule: line("Separator.")
    }
  }

  private mutating func write(_ article: Article, _ node: NodeIndex) {
    writeGap()
    line(article.title.map { "Article: " + $0 } ?? "Article.")
    if let byline = article.byline { line("By " + byline) }
    if let published = article.published {
      line("Published " + DateText.text(published, leavingOut: document.metadata.published?.year))
    }
    words(of: node)
    open(node, ending: "End of article.")
  }

  /// Which entry of its list, row of its table or cell of its row this is.
  private mutating func number(of node: NodeIndex) -> Int {
    guard let frame = frames.lastIndex(where: \.isCounted), frames[frame].end >= document.subtreeEnd(of: node) else {
      return 1
    }
    frames[frame].entries += 1
    return frames[frame].entries
  }

  /// A statement in one line with its speaker; one that contains blocks says where it ends.
  private mutating func write(
    _ node: NodeIndex,
    _ index: Int,
    verb: String,
    alone: String
  ) {
    let statement = document.statements[index]
    let source = links.passage(of: index).map(place(of:))
    var lead = (statement.speaker ?? statement.claim?.author ?? source?.author).map { verb + $0 } ?? alone
    if let source { lead += ", " + source.place }
    if statement.repeatsArticle { lead += ", repeated from the text" }
    if document.hasText(node) {
      let marks = isInMarks(document.textRange(of: node)) ? "" : "\""
      words(of: node, after: lead + ": " + marks, before: marks)
    } else {
      line(lead + ":")
    }
    if document.firstChild(of: node) != nil { open(node, ending: "End of quotation.") }
  }

  /// Where a source stands, as it is read aloud: the number of the comment that its head says.
  private func place(of source: Passage) -> (author: String?, place: String) {
    guard let node = document.enclosingComment(of: source.node), let index = document[node].commentIndex else {
      return (nil, "from the article")
    }
    let author = document.comments.author(of: index) ?? document.comments.displayName(of: index)
    return (author, "comment \(index + 1)")
  }

  /// Whether a text brings its own quotation marks.
  private func isInMarks(_ bytes: Range<Int>) -> Bool {
    guard let first = document.string(in: bytes.lowerBound..<min(bytes.lowerBound + 4, bytes.upperBound)).first else {
      return false
    }
    return "\"“„«»”‘‹「『".contains(first)
  }

  private mutating func open(_ node: NodeIndex, ending: StaticString, isCounted: Bool = false) {
    frames.append(Frame(end: document.subtreeEnd(of: node), ending: ending, isCounted: isCounted))
  }

  private mutating func close(_ frame: Frame) {
    frames.removeLast()
    guard frame.ending.utf8CodeUnitCount > 0 else { return }
    output.write(frame.ending)
    output.write("\n")
  }
}

// MARK: Lines

extension PlainWriter {
  /// Writes the own text of a node, when it has any or something stands before it.
  private mutating func words(of node: NodeIndex, after lead: String = "", before tail: String = "") {
    guard document.hasText(node) || !lead.isEmpty else { return }
    output.write(lead)
    let text = document.text
    output.write(text.span.extracting(document.textRange(of: node)))
    output.write(tail)
    output.write("\n")
    isAtStart = false
  }

  private mutating func line(_ text: String) {
    output.write(text)
    output.write("\n")
    isAtStart = false
  }

  /// A blank line before a heading or comment, where a screen reader's paragraph key stops.
  private mutating func writeGap() {
    if !isAtStart { output.write("\n") }
    isAtStart = false
  }
}
