// An article and a discussion that come from two sources, as one document.
extension Document {
  /// The article of this document with the discussion of `other` below it; what was discussed here is left out.
  ///
  /// - Parameter post: the head of what stands above the discussion in `other`, where it is to stand there still, as an
  ///   article of its own.
  /// - Complexity: O(size of both)
  package func discussed(in other: Document, under post: Article? = nil) -> Document {
    var builder = DocumentBuilder(metadata: metadata)
    builder.diagnostics = diagnostics + other.diagnostics
    builder.repeat(articleNodes, of: self)
    if let post {
      builder.openArticle(post)
      builder.repeat(other.articleNodes, of: other)
      builder.close()
    }
    builder.repeat(other.articleNodes.upperBound..<other.count, of: other)
    return builder.finish()
  }

  /// The positions of all nodes between the document and its discussion.
  private var articleNodes: Range<Int> { 1..<(discussion?.offset ?? count) }
}

extension DocumentBuilder {
  /// Makes nodes of another document once more, by the events that made them there.
  ///
  /// - Complexity: O(size of the nodes)
  fileprivate mutating func `repeat`(_ nodes: Range<Int>, of document: Document) {
    var ends: [NodeIndex] = []
    for offset in nodes {
      let node = NodeIndex(offset)
      while let end = ends.last, end <= node {
        close()
        ends.removeLast()
      }
      guard open(node, of: document) else { continue }
      ends.append(document.subtreeEnd(of: node))
      let bytes = document.textRange(of: node)
      let start = textCount
      text(document.text[bytes])
      for span in document.spans(touching: bytes, from: bytes.lowerBound) {
        let moved =
          (span.bytes.lowerBound - bytes.lowerBound + start)..<(span.bytes.upperBound - bytes.lowerBound + start)
        self.span(span.role, moved)
      }
    }
    for _ in ends { close() }
  }

  /// Opens what a node of another document is; gives whether something has to be closed for that.
  private mutating func open(_ node: NodeIndex, of document: Document) -> Bool {
    switch document[node] {
    // They follow from what stands in them.
    case .document, .section, .discussion: return false
    case .pullQuote(let index): openPullQuote(document.statements[index])
    case .quotation(let index): openQuotation(document.statements[index])
    case .figure(let index): openFigure(document.figures[index])
    case .footnote(let index): openFootnote(document.footnotes[index])
    case .article(let index): openArticle(document.articles[index])
    case .comment(let index): openComment(document.comments[index])
    case .code: openCode(language: document.language(ofCode: node))
    case let element: open(element)
    }
    return true
  }
}
