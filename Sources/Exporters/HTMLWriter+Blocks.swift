import DocumentModel
import StatementLinking
import TextLayout

extension HTMLWriter {
  /// Elements deeper than this stand in those that are not: browsers nest no deeper than some hundred.
  private static let maximumNesting = 100
  /// Replies deeper than this stand beside what they answer, and say what that is.
  private static let plateau = 40

  /// Writes the nodes from `first` on, before `end`.
  mutating func writeBlocks(from first: NodeIndex, upTo end: NodeIndex) {
    var node = first
    while node < end, output.isOpen {
      while let frame = frames.last, frame.end <= node { leave() }
      write(node)
      node = node.next
    }
    while !frames.isEmpty { leave() }
  }

  private mutating func write(_ node: NodeIndex) {
    switch document[node] {
    case .document, .section, .discussion, .paragraph: writeParagraph(node)
    case .comment(let index): writeComment(index, node)
    case .heading(let level):
      output.write("<h\(level)>")
      writeWords(of: node)
      output.write("</h\(level)>\n")
    case .pullQuote(let statement), .quotation(let statement):
      output.write("<blockquote id=\"statement-\(statement + 1)\">\n")
      enter(.statement(statement), node)
      writeParagraph(node)
    case .list(let isOrdered):
      writeParagraph(node)
      output.write(isOrdered ? "<ol>\n" : "<ul>\n")
      enter(.element(isOrdered ? "</ol>" : "</ul>"), node)
    case .listItem: open("<li>", closing: "</li>", node)
    case .code: writeCode(node)
    case .table:
      output.write("<table>\n")
      if document.hasText(node) {
        output.write("<caption>")
        writeWords(of: node)
        output.write("</caption>\n")
      }
      enter(.element("</table>"), node)
    case .tableRow: open("<tr>", closing: "</tr>", node)
    case .tableCell: open("<td>", closing: "</td>", node)
    case .figure(let index): writeFigure(document.figures[index], node)
    case .footnote(let index): writeFootnote(document.footnotes[index], node)
    case .signature: writeParagraph(node, class: " class=\"signature\"")
    case .article(let index): writeArticle(document.articles[index], node)
    case .rule: output.write("<hr>\n")
    }
  }

  /// The own text of a node, when it has any.
  private mutating func writeParagraph(_ node: NodeIndex, class attribute: StaticString = "") {
    guard document.hasText(node) else { return }
    output.write("<p")
    output.write(attribute)
    output.write(">")
    writeWords(of: node)
    output.write("</p>\n")
  }

  private mutating func open(_ tag: StaticString, closing: StaticString, _ node: NodeIndex) {
    output.write(tag)
    writeWords(of: node)
    enter(.element(closing), node)
  }

  private mutating func writeCode(_ node: NodeIndex) {
    output.write("<pre><code")
    if let language = document.language(ofCode: node) { attribute("class", "language-" + language) }
    output.write(">")
    writeWords(of: node, lineBreak: "\n")
    output.write("</code></pre>\n")
  }

  private mutating func writeFigure(_ figure: Figure, _ node: NodeIndex) {
    output.write("<figure>")
    writeLink(figure.alt.map { "[image: \($0)]" } ?? "[image]", to: figure.address)
    output.write("\n")
    guard document.hasText(node) || document.firstChild(of: node) != nil else {
      output.write("</figure>\n")
      return
    }
    output.write("<figcaption>")
    writeWords(of: node)
    enter(.element("</figcaption></figure>"), node)
  }

  private mutating func writeFootnote(_ footnote: Footnote, _ node: NodeIndex) {
    output.write("<div class=\"footnote\"><p>")
    if let label = footnote.label { output.writeHTML("[\(label)] ") }
    writeWords(of: node)
    output.write("</p>\n")
    enter(.element("</div>"), node)
  }

  private mutating func writeArticle(_ article: Article, _ node: NodeIndex) {
    output.write("<article>\n")
    if let title = article.title ?? article.address {
      output.write("<h2>")
      writeLink(title, to: article.address)
      output.write("</h2>\n")
    }
    writeFacts(document.facts(of: article), published: article.published)
    enter(.element("</article>"), node)
    writeParagraph(node)
  }
}

// MARK: Comments

extension HTMLWriter {
  private mutating func writeComment(_ index: Int, _ node: NodeIndex) {
    let depth = document.commentDepth(of: node) ?? 0
    // A comment's own blocks are all before its replies: whatever is open of a deeper one is done.
    while frames.count > min(depth, Self.plateau) { leave() }
    endWords()
    let comment = document.comments[index]
    output.write("<details open class=\"comment\" itemscope itemtype=\"https://schema.org/Comment\"")
    attribute("id", LinkTarget.anchor(ofComment: comment.id))
    output.write("><summary")
    if isByArticleAuthor(comment) { output.write(" class=\"op\"") }
    output.write("><b itemprop=\"author\">")
    output.writeHTML(document.name(ofComment: index))
    output.write("</b>")
    writeFacts(of: comment, node)
    if depth > Self.plateau, let parent = document.parentComment(of: node).flatMap({ document[$0].commentIndex }) {
      output.write(" · in reply to <a itemprop=\"parentItem\"")
      attribute("href", LinkTarget.fragment(to: LinkTarget.anchor(ofComment: document.comments[parent].id)))
      output.write(">")
      output.writeHTML(document.name(ofComment: parent))
      output.write("</a>")
    }
    output.write("</summary>\n<div class=\"words\" itemprop=\"text\">\n")
    frames.append(Frame(end: document.subtreeEnd(of: node), kind: .comment(areWordsOpen: true)))
    writeParagraph(node)
  }

  private mutating func writeFacts(of comment: Comment, _ node: NodeIndex) {
    if let name = comment.realName {
      output.write(" · ")
      output.writeHTML(name)
    }
    if let words = comment.published.map({ DateText.text($0) }) ?? comment.age {
      output.write(" · ")
      let address = comment.address.flatMap { LinkTarget.isHarmless($0) ? $0 : nil }
      if let address {
        output.write("<a")
        attribute("href", address)
        output.write(">")
      }
      writeTime(comment.published, words: words)
      if address != nil { output.write("</a>") }
    }
    if let score = comment.score {
      output.write(" · <span itemprop=\"upvoteCount\" content=\"\(score)\">")
      output.write(Document.count(score, "point", "points"))
      output.write("</span>")
    }
    if comment.standing != .live {
      output.write(" · ")
      output.write(comment.standing.rawValue)
    }
    let replies = document.replyCount(of: node)
    if replies > 0 { output.write(" · " + Document.count(replies, "reply", "replies")) }
  }

  private func isByArticleAuthor(_ comment: Comment) -> Bool {
    guard let author = comment.author, let byline = document.metadata.byline else { return false }
    return author.lowercased() == byline.lowercased()
  }

  /// Ends the words of the innermost comment, before its first reply or its end.
  private mutating func endWords() {
    guard let last = frames.indices.last, case .comment(areWordsOpen: true) = frames[last].kind else { return }
    output.write("</div>\n")
    frames[last].kind = .comment(areWordsOpen: false)
  }
}

// MARK: Frames

extension HTMLWriter {
  /// Takes note of a node whose element is open, or closes it at once where nothing deeper can stand in it.
  private mutating func enter(_ kind: Frame.Kind, _ node: NodeIndex) {
    frames.append(Frame(end: document.subtreeEnd(of: node), kind: kind))
    guard frames.count > Self.maximumNesting else { return }
    // The words of a statement are written after this; they stand behind it then, and are not lost.
    leave()
  }

  /// Closes the innermost open element.
  private mutating func leave() {
    guard let frame = frames.last else { return }
    switch frame.kind {
    case .element(let tag):
      output.write(tag)
      output.write("\n")
    case .statement(let index):
      writeAttribution(ofStatement: index)
      output.write("</blockquote>\n")
    case .comment:
      endWords()
      output.write("</details>\n")
    }
    frames.removeLast()
  }

  /// Who said it, and the way to where the words stand.
  private mutating func writeAttribution(ofStatement index: Int) {
    guard let attribution = Attribution(ofStatement: index, in: document, links: links) else { return }
    output.write("<footer class=\"attribution\">— ")
    // Only a source that is written can be gone to.
    if links.passage(of: index).map({ written.contains($0.bytes.lowerBound) }) ?? false {
      output.write("<a href=\"#source-\(index + 1)\">")
      output.writeHTML(attribution.name)
      output.write("</a>")
    } else {
      output.writeHTML(attribution.name)
    }
    output.write("</footer>\n")
  }
}
