import DocumentModel

// What the folds leave on the screen.
extension DocumentLayout {
  /// What stands on the screen in the place of `node`; `nil` when `node` is not hidden: the outermost folded node above it, or
  /// where it is left out by a filter, what is shown before it.
  ///
  /// - Complexity: O(depth), but no more than O(1) where a node beside it was asked for lately
  package func hider(of node: NodeIndex) -> NodeIndex? {
    if hidesNothing { return nil }
    let shown = shown(for: folds.filter?.representative(of: node, in: document) ?? node)
    return shown == node ? nil : shown
  }

  /// The node that precedes the visible node `node` on the screen; `nil` before the first.
  ///
  /// - Complexity: that of ``hider(of:)``
  package func previousVisible(before node: NodeIndex) -> NodeIndex? {
    guard node > .document else { return nil }
    if hidesNothing { return node.previous }
    return shown(for: folds.filter?.node(atOrBefore: node.previous, in: document) ?? node.previous)
  }

  /// The nodes that are hidden together with `node`; `nil` when it is not hidden.
  ///
  /// - Complexity: that of ``hider(of:)``
  package func hiddenNodes(around node: NodeIndex) -> Range<NodeIndex>? {
    guard let hider = hider(of: node) else { return nil }
    if let gap = folds.filter?.gap(around: node, in: document), !gap.isEmpty { return gap }
    return hider.next..<document.subtreeEnd(of: hider)
  }

  /// The next comment or section of the same level that is not left out, or the one before.
  ///
  /// - Complexity: O(depth of the previous sibling's last descendant)
  package func sibling(of node: NodeIndex, isNext: Bool) -> NodeIndex? {
    if let filter = folds.filter, document[node].isComment {
      return filter.sibling(of: node, isNext: isNext, in: document)
    }
    return isNext ? document.nextSibling(of: node) : document.previousSibling(of: node)
  }

  /// Whether nothing can be folded.
  private var hidesNothing: Bool { folds.isEmpty || !folds.foldsThreads && document.statements.isEmpty }

  /// What stands on the screen for `node`, which no filter leaves out: the node itself, or what hides it.
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
        if known != ancestor || folds.hidesAll(below: ancestor, in: document) { shown = known }
        break
      }
      if folds.hidesAll(below: ancestor, in: document) { shown = ancestor }
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
