import DocumentModel
import TerminalModel
import TextLayout

// Moves that are not scrolls; each is noted in the jump list.
extension ReaderState {
  /// Goes to a place and notes where the reader came from.
  mutating func jump(to anchor: Anchor) {
    let before = view
    show(anchor)
    if layout.line(at: before.anchor) != layout.line(at: view.anchor) { jumps.push(before) }
  }

  /// Goes to the first line of a node.
  mutating func jump(to node: NodeIndex) { jump(to: Anchor(node)) }

  /// Goes to a place that may be hidden: unfolds what hides it, and nothing else but, if told so, the node itself.
  mutating func follow(to anchor: Anchor, isFollowed: Bool = true, unfoldingTarget: Bool = false) {
    let before = view
    let line = currentLine
    var unfolded = layout.hider(of: anchor.node) == nil ? [] : layout.folds.reveal(anchor.node, in: document)
    if unfoldingTarget, layout.folds.isFolded(anchor.node, in: document) {
      setFolded(false, [anchor.node])
      unfolded.insert(anchor.node, at: 0)
    }
    show(anchor)
    guard !unfolded.isEmpty || layout.line(at: view.anchor) != line else { return }
    jumps.push(before, unfolding: unfolded, isFollowed: isFollowed)
  }

  /// Goes back to where the reader jumped from, and folds what the jump unfolded.
  mutating func goBack() {
    let origin = jumps.origin
    guard let place = jumps.back(from: view) else { return say("nowhere to go back to") }
    setFolded(true, place.unfolded)
    view = place.view
    settle()
    if let origin { say("back in " + name(of: origin)) }
  }

  /// Goes forward to where the reader went back from.
  mutating func goForward() {
    guard let (place, unfolded) = jumps.forward(from: view) else { return say("nowhere to go forward to") }
    setFolded(false, unfolded)
    view = place.view
    settle()
  }

  /// Folds or unfolds nodes without moving the view.
  mutating func setFolded(_ isFolded: Bool, _ nodes: [NodeIndex]) {
    guard !nodes.isEmpty else { return }
    var folds = layout.folds
    // The innermost last: a quotation in a folded comment is folded on its own.
    for node in nodes.reversed() { folds.setFolded(isFolded, node, in: document) }
    layout.folds = folds
  }

  /// Where ``goBack()`` leads, when the last jump followed a link.
  package var originText: String? { jumps.origin.map { "back to " + name(of: $0) } }

  /// What the reader was reading there: `mira's reply`, `the article`.
  private func name(of view: Viewport) -> String {
    let node = view.anchor.node
    guard let comment = document.enclosingComment(of: node), let index = document[comment].commentIndex else {
      return "the article"
    }
    let kind = document.parentComment(of: comment) == nil ? "comment" : "reply"
    guard let author = document.comments.author(of: index) else { return "a " + kind }
    return DisplayWidth.truncate(author, toColumns: 32, ellipsis: layout.symbols.ellipsis) + "'s " + kind
  }
}

// MARK: By comment

extension ReaderState {
  /// Goes to the next comment that is not hidden.
  mutating func goToNextComment() {
    guard let line = currentLine else { return }
    var index = (document.lastComment(atOrBefore: line.node) ?? -1) + 1
    while index < document.comments.count {
      guard let hidden = layout.hiddenNodes(around: document.node(ofComment: index)) else {
        return jump(to: document.node(ofComment: index))
      }
      index = (document.lastComment(atOrBefore: hidden.upperBound.previous) ?? index) + 1
    }
    reachEnd("no comment follows")
  }

  /// Goes to the head line of the comment, or to the comment before it that is not hidden.
  mutating func goToPreviousComment() {
    guard let line = currentLine else { return }
    let isOnHead = document[line.node].isComment
    var node = isOnHead ? line.node.previous : line.node
    while let index = document.lastComment(atOrBefore: node) {
      guard let hidden = layout.hiddenNodes(around: document.node(ofComment: index)) else {
        return jump(to: document.node(ofComment: index))
      }
      node = hidden.lowerBound.previous
    }
    say("no comment comes before")
  }

  /// Goes to the next or previous comment or section of the same level.
  mutating func goToSibling(forward: Bool) {
    guard let current = currentFoldable else { return forward ? goToNextTopLevel() : goToPreviousTopLevel() }
    var sibling = layout.sibling(of: current, isNext: forward)
    if let candidate = sibling, !document[candidate].isFoldable { sibling = nil }
    guard let sibling else {
      return forward ? reachEnd("the last of its level", mayCome: isOpen(current)) : say("the first of its level")
    }
    jump(to: sibling)
  }

  /// Whether what stands around `node` goes up to the end of what was read, and may go on.
  private func isOpen(_ node: NodeIndex) -> Bool {
    document.parent(of: node).map { document.subtreeEnd(of: $0) == document.endNode } ?? false
  }

  /// Goes to what the current comment answers, or to the section around the current one.
  mutating func goToParent() {
    guard let current = currentFoldable else { return say("nothing stands above") }
    guard let parent = document.parent(of: current), document[parent].isFoldable else {
      return say(document[current].isComment ? "a top-level comment: it answers the article" : "nothing stands above")
    }
    jump(to: parent)
  }

  /// Goes to the next heading of the article or, from the last one on, to the next top-level comment.
  mutating func goToNextTopLevel() {
    guard let node = currentLine?.node else { return }
    if let thread = thread(of: node) {
      guard let next = layout.sibling(of: thread, isNext: true) else { return reachEnd("the last thread") }
      return jump(to: next)
    }
    var from = node
    if document[node] == .section { from = document.subtreeEnd(of: node).previous }
    if let heading = document.heading(after: from), layout.folds.filter?.isShown(heading, in: document) ?? true {
      return jump(to: layout.hider(of: heading) ?? heading)
    }
    guard let discussion = document.discussion, discussion >= node, let thread = layout.nodeWithLines(after: discussion)
    else { return reachEnd("nothing follows") }
    jump(to: thread)
  }

  /// Goes to the head line of the thread, to the thread before it or, from the first one on, to the heading before.
  mutating func goToPreviousTopLevel() {
    guard let node = currentLine?.node else { return }
    if let thread = thread(of: node) {
      if thread != node { return jump(to: thread) }
      if let previous = layout.sibling(of: thread, isNext: false) { return jump(to: previous) }
    }
    guard let heading = document.heading(before: node), layout.folds.filter?.isShown(heading, in: document) ?? true
    else {
      return goToTop()
    }
    let hider = layout.hider(of: heading)
    jump(to: hider == node ? .document : hider ?? heading)
  }

  /// The top-level comment around `node`.
  func thread(of node: NodeIndex) -> NodeIndex? {
    guard let discussion = document.discussion, node > discussion else { return nil }
    return document.child(of: discussion, towards: node)
  }

  /// Shows a message.
  mutating func say(_ text: String) { message = Message(text) }
}
