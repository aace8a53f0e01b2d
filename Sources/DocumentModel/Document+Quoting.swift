extension Document {
  /// The document with some of its paragraphs as quotations; nothing else is changed, nor any number of a node.
  ///
  /// - Parameter paragraphs: paragraphs, in order.
  /// - Complexity: O(n)
  package func quoting(_ paragraphs: [NodeIndex]) -> Document {
    guard !paragraphs.isEmpty else { return self }
    var elements = contents.elements
    var statements: [Statement] = []
    statements.reserveCapacity(contents.statements.count + paragraphs.count)
    var added = paragraphs.filter { self[$0] == .paragraph }.makeIterator()
    var next = added.next()
    func add(_ node: NodeIndex) {
      var statement = Statement()
      statement.node = node
      elements[node.offset] = PackedElement(.quotation(statement: statements.count))
      statements.append(statement)
    }
    for statement in contents.statements {
      while let node = next, node < statement.node {
        add(node)
        next = added.next()
      }
      let element =
        if case .pullQuote = self[statement.node] { Element.pullQuote(statement: statements.count) } else {
          Element.quotation(statement: statements.count)
        }
      elements[statement.node.offset] = PackedElement(element)
      statements.append(statement)
    }
    while let node = next {
      add(node)
      next = added.next()
    }
    return Document(
      metadata: metadata,
      diagnostics: diagnostics,
      contents: contents.replacing(elements: elements, statements: statements)
    )
  }
}
