import DocumentModel

/// Which comments, sections and quotations are folded: rules and exceptions to them, so that folding everything touches no node.
package struct FoldState: Hashable, Sendable {
  /// Comments of this depth or more are folded unless they are exceptions; `nil` folds none.
  package internal(set) var level: Int?
  /// A bit for each comment, set where it is otherwise than the rule says; up to the last of those. A thread can be as long as
  /// the document, and unfolding what is above its end makes an exception of all of it.
  var exceptions: [UInt64] = []
  /// Sections and articles that are folded: as many as were folded by hand.
  var sections: Set<NodeIndex> = []
  /// Which quotations are folded.
  var quotations: QuotationFolds
  /// Which comments are shown at all; `nil`: all of them.
  package var filter: CommentFilter?

  /// Nothing folded, or comments from depth `level` on, and long quotations if asked for.
  package init(level: Int? = nil, foldsLongQuotations: Bool = false) {
    self.level = level
    quotations = QuotationFolds(foldsLong: foldsLongQuotations)
  }

  /// The same folds of quotations, and no comment or section folded: how what passes `filter` begins to be shown.
  package func filtered(by filter: CommentFilter) -> FoldState {
    var filtered = FoldState()
    filtered.quotations = quotations
    filtered.filter = filter
    return filtered
  }

  /// Whether a comment, section or article may be folded or left out.
  ///
  /// - Complexity: O(1)
  var foldsThreads: Bool { level != nil || !exceptions.isEmpty || !sections.isEmpty || filter != nil }

  /// Whether nothing is folded or left out.
  ///
  /// - Complexity: O(1)
  package var isEmpty: Bool { !foldsThreads && quotations.isEmpty }

  /// Whether all quoted text is hidden.
  package var hidesQuotedText: Bool { quotations.areHidden }

  /// Whether a node is a quotation that is folded unless the reader wants to see it.
  package func isLongQuotation(_ node: NodeIndex, in document: Document) -> Bool {
    guard case .quotation = document[node] else { return false }
    return quotations.isAmongLong(node, in: document)
  }

  /// Hides all quoted text, or shows it as it was before.
  package mutating func toggleQuotedText() { quotations.toggle() }

  /// Whether of a node no more is shown than its head line and, where it is a comment that only something else is shown for
  /// (``isDimmed(_:in:)``), its replies.
  ///
  /// - Complexity: O(1); O(log n) while comments are filtered
  package func isFolded(_ node: NodeIndex, in document: Document) -> Bool {
    hidesAll(below: node, in: document) || isDimmed(node, in: document)
  }

  /// Whether a comment is left for the sake of replies that the filter lets through.
  ///
  /// - Complexity: O(log n)
  func isDimmed(_ node: NodeIndex, in document: Document) -> Bool {
    guard let filter, let comment = document[node].commentIndex else { return false }
    return !filter.isMatch(comment)
  }

  /// Whether the node hides everything below it.
  ///
  /// - Complexity: O(1)
  func hidesAll(below node: NodeIndex, in document: Document) -> Bool {
    switch document[node] {
    case .comment(let comment):
      let followsRule = level.map { document.commentDepth(of: node) ?? 0 >= $0 } ?? false
      return followsRule != isException(comment)
    case .section, .article: return !sections.isEmpty && sections.contains(node)
    case .quotation: return quotations.isFolded(node, in: document)
    default: return false
    }
  }

  /// The node that follows the visible node `node` on the screen; ``Document/endNode`` after the last.
  ///
  /// - Complexity: O(1); O(log n) while comments are filtered
  package func nextVisible(after node: NodeIndex, in document: Document) -> NodeIndex {
    var next = hidesAll(below: node, in: document) ? document.subtreeEnd(of: node) : node.next
    guard let filter else { return next }
    if next == node.next, isDimmed(node, in: document) { next = document.ownEnd(ofComment: node) }
    return filter.node(atOrAfter: next, in: document)
  }
}

// MARK: Folding

extension FoldState {
  /// Folds comments of depth `level` or more, and no others; sections and articles stay as they are.
  ///
  /// - Complexity: O(1)
  package mutating func setLevel(_ level: Int?) {
    self.level = level
    exceptions = []
  }

  /// Folds or unfolds a comment, a section, a quotation or one of several articles.
  package mutating func setFolded(_ isFolded: Bool, _ node: NodeIndex, in document: Document) {
    if !isFolded, isDimmed(node, in: document) { filter?.reveal(node, in: document) }
    guard self.isFolded(node, in: document) != isFolded else { return }
    switch document[node] {
    case .comment(let comment): toggleException(comment)
    case .section, .article: sections.formSymmetricDifference([node])
    case .quotation: quotations.toggle(node, in: document)
    default: break
    }
  }

  /// Unfolds everything above `node`, and nothing else; what the filter leaves out of that is shown from now on.
  ///
  /// - Returns: what was folded, innermost first.
  /// - Complexity: O(depth)
  @discardableResult
  package mutating func reveal(_ node: NodeIndex, in document: Document) -> [NodeIndex] {
    var unfolded: [NodeIndex] = []
    filter?.reveal(node, in: document)
    var above = document.parent(of: node)
    while let ancestor = above {
      if hidesAll(below: ancestor, in: document) {
        setFolded(false, ancestor, in: document)
        unfolded.append(ancestor)
      }
      above = document.parent(of: ancestor)
    }
    return unfolded
  }

  /// Folds a comment and all those it stands under.
  ///
  /// - Complexity: O(depth)
  package mutating func foldThread(of comment: NodeIndex, in document: Document) {
    var above: NodeIndex? = comment
    while let ancestor = above {
      setFolded(true, ancestor, in: document)
      above = document.parentComment(of: ancestor)
    }
  }

  /// The same folds in another document, where each node has become `node` of it, or is gone.
  ///
  /// - Complexity: O(number of comments / 64 + number of exceptions)
  package func moved(
    from document: Document,
    to other: Document,
    _ node: (NodeIndex) -> NodeIndex?
  ) -> FoldState {
    var moved = FoldState(level: level)
    for (index, bits) in exceptions.enumerated() {
      var bits = bits
      while bits != 0 {
        let exception = document.node(ofComment: index * 64 + bits.trailingZeroBitCount)
        if let node = node(exception) { moved.setFolded(hidesAll(below: exception, in: document), node, in: other) }
        bits &= bits - 1
      }
    }
    for section in sections.compactMap(node) { moved.setFolded(true, section, in: other) }
    moved.quotations = quotations.moved(node)
    moved.filter = filter?.moved(from: document, to: other, node)
    return moved
  }

  @inline(__always)
  private func isException(_ comment: Int) -> Bool {
    comment >> 6 < exceptions.count && exceptions[comment >> 6] >> UInt64(comment & 63) & 1 == 1
  }

  private mutating func toggleException(_ comment: Int) {
    let index = comment >> 6
    if index >= exceptions.count { exceptions += repeatElement(0, count: index + 1 - exceptions.count) }
    exceptions[index] ^= 1 << UInt64(comment & 63)
    // Equal folds are equal values.
    while exceptions.last == 0 { exceptions.removeLast() }
  }
}
