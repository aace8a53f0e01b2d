// The end of building: events become a document.
extension DocumentBuilder {
  /// The document as it stands, open nodes closed. The builder can go on.
  ///
  /// - Complexity: O(n) for the copy that the next event makes.
  package func snapshot() -> Document {
    var copy = self
    return copy.finish()
  }

  /// Closes what is open and gives the document. The builder is spent.
  package mutating func finish() -> Document {
    while open.count > 1 { closeLast() }
    endText()
    subtreeEnds[0] = Int32(elements.count)
    for (index, repeated) in repeats {
      let message = "the comment id \(repeated) stands twice; the later one is called \(comments.id(of: index))"
      diagnostics.append(Diagnostic(.warning, message))
    }
    if repeatedCount > Self.maximumRepeatDiagnostics {
      let others = repeatedCount - Self.maximumRepeatDiagnostics
      diagnostics.append(Diagnostic(.warning, "\(others) more comments have ids that stand already; they got numbers"))
    }
    spans.sort { ($0.bytes.lowerBound, $1.bytes.upperBound) < ($1.bytes.lowerBound, $0.bytes.upperBound) }
    return Document(
      metadata: metadata,
      diagnostics: diagnostics,
      contents: DocumentContents(
        text: text,
        elements: elements,
        comments: comments.sealed(),
        statements: statements,
        spans: spans,
        blocks: blocks,
        parents: parents,
        subtreeEnds: subtreeEnds,
        textEnds: textEnds,
        commentNodes: commentNodes,
        commentDepths: commentDepths,
        headingNodes: headingNodes
      )
    )
  }
}
