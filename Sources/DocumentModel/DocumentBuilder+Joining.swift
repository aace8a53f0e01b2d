// A discussion made in parts, by several builders at the same time.
extension DocumentBuilder {
  /// Adds the discussion of another builder, whose document is nothing else, behind this one's.
  ///
  /// What is the same as if this builder had made it all, ids included. Nothing but the discussion stays open.
  ///
  /// - Parameter other: was made as a part (``isPart``), and has no articles.
  /// - Complexity: O(size of the other)
  package mutating func append(discussionOf other: DocumentBuilder) {
    precondition(other.isPart && other.blocks.articles.isEmpty, "what is joined is a part of a discussion")
    var other = other
    while other.open.count > 1 { other.closeLast() }
    while open.count > 2 { closeLast() }
    diagnostics += other.diagnostics
    guard other.elements.count > 2, !isFull else { return }
    // Each part may be as large as a whole document.
    guard text.count + other.text.count < Self.maximumTextBytes else { return fill(Self.tooLong) }
    guard elements.count + other.elements.count < Self.maximumNodes else { return fill(Self.tooMany) }
    if open.count == 1 { append(.discussion) }
    // The facts of the comments and the nodes do not need each other, and both are long.
    var table = CommentTable()
    swap(&table, &comments)
    let commentCount = table.count
    let (repeats, ()) = Concurrency.both(
      { table.append(other.comments) },
      { append(nodesOf: other, behind: commentCount) }
    )
    swap(&table, &comments)
    for (index, repeated) in repeats { noteRepeat(repeated, of: index) }
  }

  /// Adds the nodes of another builder and their text behind as many `comments`.
  private mutating func append(nodesOf other: DocumentBuilder, behind comments: Int) {
    // The document and the discussion are there already.
    let nodes = elements.count - 2
    let statements = self.statements.count
    let bytes = text.count
    let facts = blocks.append(other.blocks)
    text += other.text
    elements += other.elements[2...].lazy.map { $0.moved(comments: comments, statements: statements, facts) }
    let discussion = open[1].position
    parents += other.parents[2...].lazy.map { $0 == 1 ? discussion : $0 + Int32(nodes) }
    subtreeEnds += other.subtreeEnds[2...].lazy.map { $0 + Int32(nodes) }
    textEnds += other.textEnds[2...].lazy.map { $0 + UInt32(bytes) }
    commentNodes += other.commentNodes.lazy.map { $0 + Int32(nodes) }
    commentDepths += other.commentDepths
    self.statements += other.statements.lazy.map { statement in
      var statement = statement
      statement.node = NodeIndex(statement.node.offset + nodes)
      return statement
    }
    spans += other.spans.lazy.map { span in
      TextSpan(bytes: span.bytes.lowerBound + bytes..<span.bytes.upperBound + bytes, role: span.role)
    }
  }
}
