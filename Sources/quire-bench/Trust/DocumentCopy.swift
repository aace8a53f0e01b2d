import DocumentModel

/// A copy of a document in which comments quote and say more.
struct DocumentCopy {
  /// The copy.
  var document: Document
  /// The statements that were put in, each with its comment.
  var quotations: [(statement: Int, comment: Int)]

  /// Copies `document`; what comments are to quote and say comes first in them.
  static func of(_ document: Document, quoting: [Int: [String]], saying: [Int: [String]]) -> DocumentCopy {
    var builder = DocumentBuilder(metadata: document.metadata)
    var added: [(node: NodeIndex, comment: Int)] = []
    var ends: [NodeIndex] = []
    for node in document.nodes.dropFirst() {
      while let end = ends.last, end <= node {
        builder.close()
        ends.removeLast()
      }
      // The builder sets sections and the discussion up by itself.
      if document[node] == .section || document[node] == .discussion { continue }
      open(document[node], of: document, in: &builder)
      ends.append(document.subtreeEnd(of: node))
      builder.text(document.text[document.textRange(of: node)])
      guard let comment = document[node].commentIndex else { continue }
      for words in quoting[comment] ?? [] {
        added.append((builder.openQuotation(Statement()), comment))
        builder.text(words)
        builder.close()
      }
      for words in saying[comment] ?? [] { builder.leaf(.paragraph, words) }
    }
    let copy = builder.finish()
    return DocumentCopy(
      document: copy,
      quotations: added.compactMap { node, comment in copy[node].statementIndex.map { ($0, comment) } }
    )
  }

  private static func open(_ element: Element, of document: Document, in builder: inout DocumentBuilder) {
    switch element {
    case .comment(let index): builder.openComment(document.comments[index])
    case .pullQuote(let index): builder.openPullQuote(document.statements[index])
    case .quotation(let index): builder.openQuotation(document.statements[index])
    case .figure(let index): builder.openFigure(document.figures[index])
    case .footnote(let index): builder.openFootnote(document.footnotes[index])
    case .article(let index): builder.openArticle(document.articles[index])
    default: builder.open(element)
    }
  }
}
