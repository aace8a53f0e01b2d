import DocumentModel

/// Which comments are shown while the reader looks at some of them only: those that match, whole, and what these answer, of
/// which the head line is left. The article is not shown, unless somebody goes to a place in it.
///
/// Whatever is asked costs O(log n) of the number of comments that are shown.
package struct CommentFilter: Hashable, Sendable {
  /// The comments that match, in reading order.
  package private(set) var matches: [Int32]
  /// These and all that they answer, in reading order.
  private var shown: [Int32]
  /// Whether the article is shown as well.
  package private(set) var showsArticle = false

  /// The comments with the indices `matches`, in reading order.
  ///
  /// - Complexity: O(number of comments shown)
  package init(_ matches: [Int32], in document: Document) {
    self.matches = matches
    var shown: Set<Int32> = Set(minimumCapacity: matches.count * 2)
    for match in matches {
      // What stands above one that is known is known as well.
      var above: NodeIndex? = document.node(ofComment: Int(match))
      while let node = above, let index = document[node].commentIndex, shown.insert(Int32(index)).inserted {
        above = document.parentComment(of: node)
      }
    }
    self.shown = shown.sorted()
  }

  /// Whether a comment is shown whole.
  package func isMatch(_ comment: Int) -> Bool { Self.contains(comment, in: matches) }

  /// Whether `node` is not left out.
  package func isShown(_ node: NodeIndex, in document: Document) -> Bool {
    representative(of: node, in: document) == node
  }

  private func isShown(_ comment: Int) -> Bool { Self.contains(comment, in: shown) }

  private static func contains(_ comment: Int, in comments: [Int32]) -> Bool {
    let index = comments.partition { Int($0) < comment }
    return index < comments.count && Int(comments[index]) == comment
  }

  private func lastShown(before comment: Int) -> Int? {
    let index = shown.partition { Int($0) < comment }
    return index == 0 ? nil : Int(shown[index - 1])
  }

  private func firstShown(atOrAfter comment: Int) -> Int? {
    let index = shown.partition { Int($0) < comment }
    return index == shown.count ? nil : Int(shown[index])
  }
}

// MARK: Showing more

extension CommentFilter {
  /// Shows `node` as well: the comment that it stands in, or the article.
  mutating func reveal(_ node: NodeIndex, in document: Document) {
    guard let owner = document.enclosingComment(of: node) else {
      if let discussion = document.discussion, node < discussion { showsArticle = true }
      return
    }
    guard let comment = document[owner].commentIndex, !isMatch(comment) else { return }
    matches.insert(Int32(comment), at: matches.partition { Int($0) < comment })
    var above: NodeIndex? = owner
    while let node = above, let index = document[node].commentIndex, !isShown(index) {
      shown.insert(Int32(index), at: shown.partition { Int($0) < index })
      above = document.parentComment(of: node)
    }
  }

  /// The same comments in another document, where each node has become `node` of it, or is gone.
  func moved(from document: Document, to other: Document, _ node: (NodeIndex) -> NodeIndex?) -> CommentFilter {
    let moved = matches.compactMap { match in
      node(document.node(ofComment: Int(match))).flatMap { other[$0].commentIndex }.map(Int32.init)
    }
    var filter = CommentFilter(Set(moved).sorted(), in: other)
    filter.showsArticle = showsArticle
    return filter
  }

  /// Shows what another one matches as well.
  package func union(_ other: CommentFilter, in document: Document) -> CommentFilter {
    var union = CommentFilter(Set(matches).union(other.matches).sorted(), in: document)
    union.showsArticle = showsArticle || other.showsArticle
    return union
  }
}

// MARK: What stands where

extension CommentFilter {
  /// The first node that may be shown, from `node` on; ``Document/endNode`` where there is none.
  ///
  /// - Parameter node: the node after one that is shown.
  func node(atOrAfter node: NodeIndex, in document: Document) -> NodeIndex {
    guard node < document.endNode, let discussion = document.discussion else { return node }
    if node < discussion { return showsArticle ? node : discussion }
    guard let comment = document[node].commentIndex else { return node }
    return firstShown(atOrAfter: comment).map(document.node(ofComment:)) ?? document.endNode
  }

  /// What is shown in the place of `node`: the node itself, the head line of its comment or of the last one before that is
  /// shown, or the head of the discussion.
  func representative(of node: NodeIndex, in document: Document) -> NodeIndex {
    representative(of: node, article: document.discussion ?? node, in: document) { document.node(ofComment: $0) }
  }

  /// The last node that may be shown, up to `node`.
  func node(atOrBefore node: NodeIndex, in document: Document) -> NodeIndex {
    representative(of: node, article: .document, in: document) { comment in
      let head = document.node(ofComment: comment)
      return isMatch(comment) ? document.ownEnd(ofComment: head).previous : head
    }
  }

  private func representative(
    of node: NodeIndex,
    article: NodeIndex,
    in document: Document,
    _ earlier: (_ comment: Int) -> NodeIndex
  ) -> NodeIndex {
    guard let discussion = document.discussion, node != .document, node != discussion else { return node }
    guard let comment = document.lastComment(atOrBefore: node) else { return showsArticle ? node : article }
    guard isShown(comment) else { return lastShown(before: comment).map(earlier) ?? discussion }
    return isMatch(comment) ? node : document.node(ofComment: comment)
  }

  /// The nodes that are left out around one that is; empty where it is not.
  package func gap(around node: NodeIndex, in document: Document) -> Range<NodeIndex> {
    guard !isShown(node, in: document), let discussion = document.discussion else { return node..<node }
    guard let comment = document.lastComment(atOrBefore: node) else { return NodeIndex.document.next..<discussion }
    let last = self.node(atOrBefore: node, in: document)
    let next = firstShown(atOrAfter: comment + 1).map(document.node(ofComment:)) ?? document.endNode
    return last.next..<next
  }

  /// The next comment of the same level that is shown, or the one before.
  ///
  /// - Complexity: O(log n + depth)
  func sibling(of node: NodeIndex, isNext: Bool, in document: Document) -> NodeIndex? {
    guard let comment = document[node].commentIndex, let parent = document.parent(of: node) else { return nil }
    if isNext {
      guard let after = document.lastComment(atOrBefore: document.subtreeEnd(of: node).previous),
        let next = firstShown(atOrAfter: after + 1).map(document.node(ofComment:))
      else { return nil }
      // What these answer is shown too: the first that follows is a sibling, or there is none.
      return document.parent(of: next) == parent ? next : nil
    }
    guard let previous = lastShown(before: comment).map(document.node(ofComment:)), previous > parent else {
      return nil
    }
    return document.child(of: parent, towards: previous)
  }
}
