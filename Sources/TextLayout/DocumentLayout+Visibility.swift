import DocumentModel

// What the folds leave on the screen.
extension DocumentLayout {
  /// The outermost folded node above `node`: what stands on the screen in its place; `nil` when `node` is not hidden.
  ///
  /// - Complexity: O(depth), but no more than O(1) where a node beside it was asked for lately
  package func hider(of node: NodeIndex) -> NodeIndex? {
    if hidesNothing { return nil }
    let shown = shown(for: node)
    return shown == node ? nil : shown
  }

  /// The node that precedes the visible node `node` on the screen; `nil` before the first.
  ///
  /// - Complexity: that of ``hider(of:)``
  package func previousVisible(before node: NodeIndex) -> NodeIndex? {
    guard node > .document else { return nil }
    return hidesNothing ? node.previous : shown(for: node.previous)
  }

  /// Whether nothing can be folded.
  private var hidesNothing: Bool { folds.isEmpty || !folds.foldsThreads && document.statements.isEmpty }

  /// What stands on the screen for `node`: the node itself, or what hides it.
  private func shown(for node: NodeIndex) -> NodeIndex {
    let cache = visibility
    if let known = cache.shown(for: node) { return known }
    var shown = node
    var above = document.parent(of: node)
    while let ancestor = above {
      // Where only quotations are folded, nothing is hidden by what stands around a comment.
      if !folds.foldsThreads, document[ancestor].isFoldable { break }
      work.nodes += 1
      if let known = cache.shown(for: ancestor) {
        if known != ancestor || folds.isFolded(ancestor, in: document) { shown = known }
        break
      }
      if folds.isFolded(ancestor, in: document) { shown = ancestor }
      above = document.parent(of: ancestor)
    }
    cache.note(node, isShownBy: shown)
    noteVisible(above: shown, below: above)
    return shown
  }

  /// Notes some of the nodes above a visible one, so that the next climb soon meets one.
  private func noteVisible(above node: NodeIndex, below end: NodeIndex?) {
    var distance = 0
    var above = document.parent(of: node)
    while let ancestor = above, ancestor != end {
      if distance < VisibilityCache.interval || distance % VisibilityCache.interval == 0 { visibility.note(ancestor, isShownBy: ancestor) }
      distance += 1
      above = document.parent(of: ancestor)
    }
  }
}
