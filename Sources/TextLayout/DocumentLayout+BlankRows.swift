import DocumentModel

// Where air stands between blocks. At most one blank row, and it belongs to the block above it.
extension DocumentLayout {
  /// Whether a blank row stands below a visible node with lines.
  func hasBlankRow(below node: NodeIndex) -> Bool {
    guard let next = nodeWithLines(after: node) else { return false }
    // What is left of a comment leads to those that answer it.
    if folds.isDimmed(node, in: document), document.isNode(next, within: node) { return false }
    if document[node].statementIndex == nil, folds.isFolded(node, in: document) {
      // Folded lines stand close together, so that a folded discussion reads as a list.
      return !folds.isFolded(next, in: document) || document[node].isComment != document[next].isComment
    }
    switch document[node] {
    case .discussion: return false
    case .comment: return document[next].isComment
    case .tableRow:
      let isOfSameTable = document[next] == .tableRow && document.parent(of: next) == document.parent(of: node)
      return !isOfSameTable || !row(node).isAligned
    case .figure where document.isNode(next, within: node): return false
    case _ where isNote(next, after: node): return false
    default: return !isListed(next, directlyAfter: node) && !answersQuotation(next, after: node)
    }
  }

  /// Whether `next` is a footnote that follows the one `node` stands in.
  private func isNote(_ next: NodeIndex, after node: NodeIndex) -> Bool {
    guard case .footnote = document[next], let parent = document.parent(of: next),
      let previous = document.child(of: parent, towards: node), case .footnote = document[previous]
    else { return false }
    return true
  }

  /// Whether `next` is an item of the list that `node` stands in, or the first of a list within `node`.
  private func isListed(_ next: NodeIndex, directlyAfter node: NodeIndex) -> Bool {
    var item = next
    if document[item] != .listItem {
      guard let parent = document.parent(of: item), document[parent] == .listItem, parent == item.previous else {
        return false
      }
      item = parent
    }
    guard let list = document.parent(of: item) else { return false }
    if document.isNode(node, within: list) { return true }
    return document.parent(of: list) == node && document[node] == .listItem
  }

  /// Whether `node` closes a quotation in a comment and `next` is what the comment says to it.
  private func answersQuotation(_ next: NodeIndex, after node: NodeIndex) -> Bool {
    guard !document[next].isComment else { return false }
    var outermost: NodeIndex?
    for ancestor in document.ancestors(ofAndIncluding: node).prefix(32) {
      if case .quotation = document[ancestor] { outermost = ancestor }
      if document[ancestor].isComment { break }
    }
    guard let outermost, !document.isNode(next, within: outermost) else { return false }
    return document[next] == .paragraph && document.enclosingComment(of: node) != nil
  }

  /// What stands on the blank row below `node`: the guides that go on below it, and the bar of a statement that does.
  func blankRow(below node: NodeIndex) -> LayoutLine {
    guard let next = nodeWithLines(after: node) else { return LayoutLine() }
    for ancestor in document.ancestors(ofAndIncluding: node).prefix(32) where !document[ancestor].isComment {
      guard document[ancestor].statementIndex != nil, document.isNode(next, within: ancestor) else { continue }
      if !document.hasText(ancestor) { return LayoutLine(prefix(of: ancestor).rest) }
    }
    let above = document.enclosingComment(of: node).flatMap(document.commentDepth(of:)) ?? 0
    let below = document.enclosingComment(of: next).flatMap(document.commentDepth(of:)) ?? 0
    return LayoutLine(LinePrefix.guides(depth: min(above, below), geometry: geometry, symbols: symbols))
  }
}
