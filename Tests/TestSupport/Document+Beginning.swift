import DocumentModel

extension Document {
  /// The document as it was when its first `count` nodes had been read, and as many bytes of the last one's text were
  /// missing as `missing` says.
  ///
  /// `comment` may change the facts of comments. Nothing that follows from other nodes (sections, the discussion) is copied: the builder makes it anew.
  package func beginning(_ count: Int, missing: Int = 0, comment: (Comment) -> Comment = { $0 }) -> Document {
    var builder = DocumentBuilder(metadata: metadata)
    var open: [NodeIndex] = []
    for node in nodes.prefix(count) where node != .document {
      while let last = open.last, !isNode(node, within: last) {
        builder.close()
        open.removeLast()
      }
      switch self[node] {
      case .section, .discussion, .document: continue
      case .comment(let index): builder.openComment(comment(comments[index]))
      case .pullQuote(let index): builder.openPullQuote(statements[index])
      case .quotation(let index): builder.openQuotation(statements[index])
      case .figure(let index): builder.openFigure(figures[index])
      case .footnote(let index): builder.openFootnote(footnotes[index])
      case .article(let index): builder.openArticle(articles[index])
      case .code: builder.openCode(language: language(ofCode: node))
      default: builder.open(self[node])
      }
      open.append(node)
      let range = textRange(of: node)
      let end = node.offset == count - 1 ? max(range.lowerBound, range.upperBound - missing) : range.upperBound
      builder.text(text[range.lowerBound..<end])
    }
    return builder.finish()
  }
}
