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
    if open.count == 1 { append(.discussion) }
    // The document and the discussion are there already.
    let nodes = elements.count - 2
    let comments = self.comments.count
    let statements = self.statements.count
    let bytes = text.count
    let facts = blocks.append(other.blocks)
    text += other.text
    for node in 2..<other.elements.count {
      elements.append(other.elements[node].moved(comments: comments, statements: statements, facts))
      let parent = Int(other.parents[node])
      parents.append(parent == 1 ? open[1].position : Int32(parent + nodes))
      subtreeEnds.append(Int32(Int(other.subtreeEnds[node]) + nodes))
      textEnds.append(UInt32(Int(other.textEnds[node]) + bytes))
    }
    commentNodes += other.commentNodes.map { Int32(Int($0) + nodes) }
    commentDepths += other.commentDepths
    for var statement in other.statements {
      statement.node = NodeIndex(statement.node.offset + nodes)
      self.statements.append(statement)
    }
    for span in other.spans {
      let moved = (span.bytes.lowerBound + bytes)..<(span.bytes.upperBound + bytes)
      spans.append(TextSpan(bytes: moved, role: span.role))
    }
    for (index, repeated) in self.comments.append(other.comments) { noteRepeat(repeated, of: index) }
  }
}
