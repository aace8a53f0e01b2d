import DocumentModel

/// Which comments and sections are folded: a rule by level and exceptions to it, so that folding everything touches no node.
package struct FoldState: Hashable, Sendable {
  /// Comments of this depth or more are folded unless they are exceptions; `nil` folds none.
  package private(set) var level: Int?
  /// Comments that are otherwise than the rule says, and sections that are folded.
  private var exceptions: [NodeIndex: Bool] = [:]

  /// Nothing folded, or comments from depth `level` on.
  package init(level: Int? = nil) { self.level = level }

  /// Folds comments of depth `level` or more, and no others; sections stay as they are.
  ///
  /// - Complexity: O(number of exceptions)
  package mutating func setLevel(_ level: Int?, in document: Document) {
    self.level = level
    exceptions = exceptions.filter { !document[$0.key].isComment }
  }

  /// Folds or unfolds a comment or a section.
  package mutating func setFolded(_ isFolded: Bool, _ node: NodeIndex, in document: Document) {
    exceptions[node] = isFolded == followsRule(node, in: document) ? nil : isFolded
  }

  /// The same folds, when every node that is an exception has become another one.
  package func moved(_ node: (NodeIndex) -> NodeIndex) -> FoldState {
    var moved = FoldState(level: level)
    for (exception, isFolded) in exceptions { moved.exceptions[node(exception)] = isFolded }
    return moved
  }

  /// Whether the node hides what is below it.
  ///
  /// - Complexity: O(1)
  package func isFolded(_ node: NodeIndex, in document: Document) -> Bool {
    if !exceptions.isEmpty, let exception = exceptions[node] { return exception }
    return followsRule(node, in: document)
  }

  /// The outermost folded node above `node`: what stands on the screen in its place; `nil` when `node` is not hidden.
  ///
  /// - Complexity: O(depth)
  package func hider(of node: NodeIndex, in document: Document) -> NodeIndex? {
    if level == nil, exceptions.isEmpty { return nil }
    var hider: NodeIndex?
    var above = document.parent(of: node)
    while let ancestor = above {
      if isFolded(ancestor, in: document) { hider = ancestor }
      above = document.parent(of: ancestor)
    }
    return hider
  }

  /// The node that follows `node` on the screen; ``Document/endNode`` after the last.
  ///
  /// - Complexity: O(1)
  package func nextVisible(after node: NodeIndex, in document: Document) -> NodeIndex {
    isFolded(node, in: document) ? document.subtreeEnd(of: node) : node.next
  }

  /// The node that precedes the visible node `node` on the screen; `nil` before the first.
  ///
  /// - Complexity: O(depth of the node before in preorder)
  package func previousVisible(before node: NodeIndex, in document: Document) -> NodeIndex? {
    guard node > .document else { return nil }
    // Everything above `node` is unfolded, so only nodes between the common ancestor and the node before can hide it.
    let limit = node < document.endNode ? document.parent(of: node) : .document
    var candidate = node.previous
    var above: NodeIndex? = candidate
    while let ancestor = above, ancestor != limit {
      if isFolded(ancestor, in: document) { candidate = ancestor }
      above = document.parent(of: ancestor)
    }
    return candidate
  }

  private func followsRule(_ node: NodeIndex, in document: Document) -> Bool {
    guard let level, let depth = document.commentDepth(of: node) else { return false }
    return depth >= level
  }
}
