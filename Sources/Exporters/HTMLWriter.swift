import DocumentModel
import StatementLinking
import TextLayout

/// Writes one document as HTML: head, article, discussion. Blocks are in `HTMLWriter+Blocks`, words in `HTMLWriter+Inline`.
struct HTMLWriter {
  /// A node whose element is open.
  struct Frame {
    enum Kind {
      /// Closed by this tag.
      case element(StaticString)
      /// A `blockquote`, closed after what is known of the statement.
      case statement(Int)
      /// A comment. Its words are in an element of their own, which ends before its replies.
      case comment(areWordsOpen: Bool)
    }

    var end: NodeIndex
    var kind: Kind
  }

  let document: Document
  let links: StatementLinks
  let part: TextExporter.Part
  var output: ByteOutput
  var inline: InlineRuns
  var frames: [Frame] = []
  /// The bytes of the document's text that are written.
  let written: Range<Int>
  /// The statements whose sources stand in what is written, by where their sources begin.
  let quoted: [Int]
  /// The first of them whose source was not come to.
  var nextQuoted = 0
  /// Where what is quoted ends, as far as it was come to.
  var quotedEnd = 0
  /// Statements that quote words of the block that is being written.
  var backlinks: [Int] = []

  /// A writer of a part of `document` to `output`; `links` are those of its statements.
  init(_ document: Document, links: StatementLinks, part: TextExporter.Part, output: ByteOutput) {
    self.document = document
    self.links = links
    self.part = part
    self.output = output
    inline = InlineRuns(document)
    let article = document.articleTextRange
    switch part {
    case .everything: written = 0..<document.text.count
    case .article: written = article
    case .comments: written = article.upperBound..<document.text.count
    }
    let written = written
    quoted = links.sources.indices.compactMap { index in
      links.passage(of: index).flatMap { passage in
        written.contains(passage.bytes.lowerBound)
          && written.contains(document.textStart(of: document.statements[index].node))
          ? (passage.bytes.lowerBound, index) : nil
      }
    }.sorted { $0 < $1 }.map(\.1)
  }

  /// Writes everything.
  mutating func write() {
    writeHead()
    let discussion = document.discussion ?? document.endNode
    output.write("<main>\n")
    if part != .comments {
      output.write("<article>\n")
      writeTitle()
      writeBlocks(from: .document, upTo: discussion)
      output.write("</article>\n")
    }
    if part != .article, discussion < document.endNode {
      output.write("<section id=\"discussion\">\n<h2>Discussion · ")
      output.write(Document.count(document.comments.count, "comment", "comments"))
      output.write("</h2>\n")
      writeBlocks(from: discussion, upTo: document.endNode)
      output.write("</section>\n")
    }
    output.write("</main>\n</body>\n</html>\n")
    output.flush()
  }

  private mutating func writeHead() {
    let metadata = document.metadata
    output.write("<!DOCTYPE html>\n<html")
    if let language = metadata.language { attribute("lang", language) }
    output.write(">\n<head>\n<meta charset=\"utf-8\">\n")
    // Whatever stands in the page, nothing in it runs or is fetched.
    output.write(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    )
    output.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    output.writeHTML(metadata.title ?? metadata.address ?? "Untitled")
    output.write("</title>\n")
    for (name, value) in [("author", metadata.byline), ("generator", "Quire")] {
      guard let value else { continue }
      output.write("<meta name=\"\(name)\"")
      attribute("content", value)
      output.write(">\n")
    }
    if let site = metadata.site {
      output.write("<meta property=\"og:site_name\"")
      attribute("content", site)
      output.write(">\n")
    }
    if let address = metadata.address, LinkTarget.isHarmless(address) {
      output.write("<link rel=\"canonical\"")
      attribute("href", address)
      output.write(">\n")
    }
    output.write("<style>\n")
    output.write(PackageResources.page_css)
    output.write("</style>\n</head>\n<body>\n")
  }

  private mutating func writeTitle() {
    let metadata = document.metadata
    guard metadata.title != nil || !document.factTexts.isEmpty else { return }
    output.write("<header>\n")
    if let title = metadata.title {
      output.write("<h1>")
      output.writeHTML(title)
      output.write("</h1>\n")
    }
    writeFacts(document.factTexts, published: metadata.published)
    output.write("</header>\n")
  }

  /// Facts in a line; the last one is the date, if there is one.
  mutating func writeFacts(_ facts: [String], published: Timestamp?) {
    guard !facts.isEmpty else { return }
    output.write("<p class=\"facts\">")
    for (index, fact) in facts.enumerated() {
      if index > 0 { output.write(" · ") }
      let isDate = published != nil && index == facts.count - 1
      if isDate { writeTime(published, words: fact) } else { output.writeHTML(fact) }
    }
    output.write("</p>\n")
  }

  /// A moment in words, and for machines.
  mutating func writeTime(_ moment: Timestamp?, words: String) {
    guard let moment else { return output.writeHTML(words) }
    output.write("<time itemprop=\"datePublished\"")
    attribute("datetime", moment.iso8601)
    output.write(">")
    output.writeHTML(words)
    output.write("</time>")
  }

  /// Adds an attribute to the tag that is open.
  mutating func attribute(_ name: StaticString, _ value: String) {
    output.write(" ")
    output.write(name)
    output.write("=\"")
    output.writeHTML(value, inAttribute: true)
    output.write("\"")
  }
}
