import DocumentModel
import StatementLinking

extension HTMLWriter {
  /// Writes the own text of a node with its spans, then the ways back to what quotes it.
  mutating func writeWords(of node: NodeIndex, lineBreak: StaticString = "<br>\n") {
    for run in inline.runs(in: document.textRange(of: node)) {
      let address = run.style.link.flatMap(address(ofSpan:))
      if let address {
        output.write("<a")
        attribute("href", address)
        output.write(">")
      }
      if run.style.isStrong { output.write("<strong>") }
      if run.style.isEmphasis { output.write("<em>") }
      if run.style.isCode { output.write("<code>") }
      writeText(run.bytes, lineBreak: lineBreak)
      if run.style.isCode { output.write("</code>") }
      if run.style.isEmphasis { output.write("</em>") }
      if run.style.isStrong { output.write("</strong>") }
      if address != nil { output.write("</a>") }
    }
    for statement in backlinks { writeBacklink(toStatement: statement) }
    backlinks.removeAll(keepingCapacity: true)
  }

  /// Writes words as a link, or as they are where there is nowhere to go.
  mutating func writeLink(_ words: String, to address: String?) {
    guard let address, LinkTarget.isHarmless(address) else { return output.writeHTML(words) }
    output.write("<a")
    attribute("href", address)
    output.write(">")
    output.writeHTML(words)
    output.write("</a>")
  }

  private func address(ofSpan index: Int) -> String? {
    guard case .link(let address) = document.spans[index].role, LinkTarget.isHarmless(address) else { return nil }
    return address
  }

  /// Writes text, with marks where words begin that are quoted elsewhere, and those words set off.
  private mutating func writeText(_ bytes: Range<Int>, lineBreak: StaticString) {
    var start = bytes.lowerBound
    while start < bytes.upperBound {
      while nextQuoted < quoted.count, let passage = links.passage(of: quoted[nextQuoted]),
        passage.bytes.lowerBound <= start
      {
        output.write("<span class=\"quoted\" id=\"source-\(quoted[nextQuoted] + 1)\"></span>")
        backlinks.append(quoted[nextQuoted])
        quotedEnd = max(quotedEnd, passage.bytes.upperBound)
        nextQuoted += 1
      }
      var end = bytes.upperBound
      if nextQuoted < quoted.count, let passage = links.passage(of: quoted[nextQuoted]) {
        end = min(end, passage.bytes.lowerBound)
      }
      let isQuoted = quotedEnd > start
      if isQuoted {
        end = min(end, quotedEnd)
        output.write("<span class=\"passage\">")
      }
      writeLines(start..<end, lineBreak: lineBreak)
      if isQuoted { output.write("</span>") }
      start = end
    }
  }

  private mutating func writeLines(_ bytes: Range<Int>, lineBreak: StaticString) {
    let text = document.text
    var start = bytes.lowerBound
    while let end = text[start..<bytes.upperBound].firstIndex(of: UInt8(ascii: "\n")) {
      output.writeHTML(text.span.extracting(start..<end))
      output.write(lineBreak)
      start = end + 1
    }
    output.writeHTML(text.span.extracting(start..<bytes.upperBound))
  }

  /// A way back from quoted words. Its mark is the style sheet's: the text is left as it is.
  private mutating func writeBacklink(toStatement index: Int) {
    output.write("<a class=\"back\" href=\"#statement-\(index + 1)\"")
    let statement = document.statements[index]
    let comment = document.enclosingComment(of: statement.node).flatMap { document[$0].commentIndex }
    attribute("title", "quoted by " + (comment.map(document.name(ofComment:)) ?? "the article"))
    output.write("></a>")
  }
}
