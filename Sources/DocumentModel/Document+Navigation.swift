// Every step costs O(1) unless a complexity is given.

extension Document {
  /// All nodes, in preorder.
  package var nodes: some Sequence<NodeIndex> { (0..<count).lazy.map(NodeIndex.init) }

  /// The node above; `nil` for the document.
  package func parent(of node: NodeIndex) -> NodeIndex? {
    let parent = contents.parents[node.offset]
    return parent < 0 ? nil : NodeIndex(Int(parent))
  }

  /// The first node after `node` and everything below it; ``endNode`` after the last.
  package func subtreeEnd(of node: NodeIndex) -> NodeIndex { NodeIndex(Int(contents.subtreeEnds[node.offset])) }

  /// One past the last node.
  package var endNode: NodeIndex { NodeIndex(count) }

  /// Whether `node` is `ancestor` or stands below it.
  package func isNode(_ node: NodeIndex, within ancestor: NodeIndex) -> Bool {
    ancestor <= node && node < subtreeEnd(of: ancestor)
  }

  /// The first node directly below.
  package func firstChild(of node: NodeIndex) -> NodeIndex? {
    subtreeEnd(of: node) > node.next ? node.next : nil
  }

  /// The next node with the same parent.
  package func nextSibling(of node: NodeIndex) -> NodeIndex? {
    let next = subtreeEnd(of: node)
    guard let parent = parent(of: node), next < subtreeEnd(of: parent) else { return nil }
    return next
  }

  /// The previous node with the same parent.
  ///
  /// - Complexity: O(depth of the previous sibling's last descendant)
  package func previousSibling(of node: NodeIndex) -> NodeIndex? {
    guard let parent = parent(of: node), node.previous > parent else { return nil }
    var candidate = node.previous
    while let above = self.parent(of: candidate), above != parent { candidate = above }
    return candidate
  }

  /// The nodes directly below, in order.
  package func children(of node: NodeIndex) -> some Sequence<NodeIndex> {
    sequence(state: firstChild(of: node)) { (next: inout NodeIndex?) -> NodeIndex? in
      defer { next = next.flatMap(nextSibling(of:)) }
      return next
    }
  }

  /// The node and everything above it, innermost first.
  package func ancestors(ofAndIncluding node: NodeIndex) -> some Sequence<NodeIndex> {
    sequence(first: node) { self.parent(of: $0) }
  }

  /// The node below `ancestor` on the way down to `node`; `nil` when `node` does not stand below it.
  ///
  /// - Complexity: O(depth)
  package func child(of ancestor: NodeIndex, towards node: NodeIndex) -> NodeIndex? {
    ancestors(ofAndIncluding: node).first { parent(of: $0) == ancestor }
  }
}

// MARK: Sections, discussion, comments

extension Document {
  /// The root of all threads, when there are any.
  package var discussion: NodeIndex? {
    contents.commentNodes.first.flatMap { parent(of: NodeIndex(Int($0))) }
  }

  /// The node of the comment at `index` of ``comments``.
  package func node(ofComment index: Int) -> NodeIndex { NodeIndex(Int(contents.commentNodes[index])) }

  /// The comment at a comment's node.
  package func comment(at node: NodeIndex) -> Comment? { self[node].commentIndex.map { comments[$0] } }

  /// How many comments stand above a comment: 0 at top level; `nil` for other nodes.
  package func commentDepth(of node: NodeIndex) -> Int? {
    self[node].commentIndex.map { Int(contents.commentDepths[$0]) }
  }

  /// The innermost comment that `node` is or stands in.
  ///
  /// - Complexity: O(log n)
  package func enclosingComment(of node: NodeIndex) -> NodeIndex? {
    guard let index = lastComment(atOrBefore: node) else { return nil }
    let comment = self.node(ofComment: index)
    // The last comment that begins before a block of a comment's own body is that comment: replies come after all blocks.
    return isNode(node, within: comment) ? comment : nil
  }

  /// The index of the last comment whose node is `node` or comes before it.
  ///
  /// - Complexity: O(log n)
  package func lastComment(atOrBefore node: NodeIndex) -> Int? {
    let index = contents.commentNodes.partition { Int($0) <= node.offset }
    return index == 0 ? nil : index - 1
  }

  /// The first heading of the article after `node`.
  ///
  /// - Complexity: O(log n)
  package func heading(after node: NodeIndex) -> NodeIndex? {
    let index = contents.headingNodes.partition { Int($0) <= node.offset }
    return index < contents.headingNodes.count ? NodeIndex(Int(contents.headingNodes[index])) : nil
  }

  /// The last heading of the article before `node`.
  ///
  /// - Complexity: O(log n)
  package func heading(before node: NodeIndex) -> NodeIndex? {
    let index = contents.headingNodes.partition { Int($0) < node.offset }
    return index == 0 ? nil : NodeIndex(Int(contents.headingNodes[index - 1]))
  }

  /// The index of the first statement after `node`; the number of statements when there is none.
  ///
  /// - Complexity: O(log n)
  package func firstStatement(after node: NodeIndex) -> Int {
    statements.partition { $0.node <= node }
  }

  /// The comment that a comment answers; `nil` at top level and for other nodes.
  package func parentComment(of comment: NodeIndex) -> NodeIndex? {
    guard self[comment].isComment, let parent = parent(of: comment), self[parent].isComment else { return nil }
    return parent
  }

  /// Whether who goes by the name `author` has written what the discussion is about.
  package func isOriginalPoster(_ author: String?) -> Bool {
    guard let author, let byline = metadata.byline else { return false }
    return author.lowercased() == byline.lowercased()
  }

  /// The first node after a comment's own blocks: its first reply, or the end of its subtree.
  ///
  /// - Complexity: O(1)
  package func ownEnd(ofComment node: NodeIndex) -> NodeIndex {
    guard let index = self[node].commentIndex, index + 1 < contents.commentNodes.count else {
      return subtreeEnd(of: node)
    }
    return min(subtreeEnd(of: node), self.node(ofComment: index + 1))
  }

  /// How many comments stand below a comment.
  ///
  /// - Complexity: O(log n)
  package func replyCount(of comment: NodeIndex) -> Int {
    guard let index = self[comment].commentIndex,
      let last = lastComment(atOrBefore: subtreeEnd(of: comment).previous)
    else { return 0 }
    return last - index
  }

  /// The innermost comment or section that `node` is or stands in: what folding acts on.
  ///
  /// - Complexity: O(depth of blocks within a comment or article)
  package func foldable(enclosing node: NodeIndex) -> NodeIndex? {
    ancestors(ofAndIncluding: node).first { self[$0].isFoldable }
  }
}
