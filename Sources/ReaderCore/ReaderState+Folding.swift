import DocumentModel
import TextLayout

extension ReaderState {
  /// Folds the current comment or section; from one that is folded goes to its parent.
  mutating func foldOrGoToParent() {
    guard let current = currentFoldable else { return say("nothing to fold here") }
    if layout.folds.isFolded(current, in: document) { goToParent() } else { setFolded(true, current) }
  }

  /// Folds or unfolds the current comment or section.
  mutating func setCurrentFolded(_ isFolded: Bool) {
    guard let current = currentFoldable else { return say("nothing to fold here") }
    setFolded(isFolded, current)
  }

  /// Unfolds the current comment or section, or first the quotation that has the focus.
  mutating func unfold() {
    let focus = focus
    if layout.folds.isFolded(focus, in: document) { setFolded(false, focus) } else { setCurrentFolded(false) }
  }

  /// Folds the current comment or section, or first the long quotation that has the focus.
  mutating func closeFold() {
    if let long = longQuotation { setFolded(true, long) } else { setCurrentFolded(true) }
  }

  /// Folds the current comment or section, or unfolds it if it is folded; the long quotation that has the focus first.
  mutating func toggleFold() {
    if let long = longQuotation { return setFolded(true, long) }
    if layout.folds.isFolded(focus, in: document) { return setFolded(false, focus) }
    guard let current = currentFoldable else { return say("nothing to fold here") }
    setFolded(!layout.folds.isFolded(current, in: document), current)
  }

  /// Folds the current comment and all those it stands under.
  mutating func foldThread() {
    guard let comment = document.enclosingComment(of: focus) else { return setCurrentFolded(true) }
    layout.folds.foldThread(of: comment, in: document)
    settleAfterFolding()
  }

  /// Folds the comments of depth `level` or more, unfolds the others.
  mutating func setFoldLevel(_ level: Int?) {
    guard !document.comments.isEmpty else { return say("no comments to fold") }
    layout.folds.setLevel(level)
    settleAfterFolding()
    say(level.map { $0 == 0 ? "all threads folded" : "folded from level \($0) on" } ?? "all comments unfolded")
  }

  /// Shows `levels` more levels of comments, or fewer when negative.
  mutating func moveFoldLevel(by levels: Int) {
    let deepest = document.greatestCommentDepth ?? 0
    let level = (layout.folds.level ?? deepest + 1) + levels
    setFoldLevel(level > deepest ? nil : max(0, level))
  }

  /// Folds or unfolds `node`; the current line stays on its row, or gives it to the head line of what hides it.
  mutating func setFolded(_ isFolded: Bool, _ node: NodeIndex) {
    layout.folds.setFolded(isFolded, node, in: document)
    settleAfterFolding()
  }

  /// The quotation that has the focus, or one around it, where it is long and not folded.
  private var longQuotation: NodeIndex? {
    document.ancestors(ofAndIncluding: focus).prefix(32).prefix { !document[$0].isFoldable }.first {
      layout.folds.isLongQuotation($0, in: document) && !layout.folds.isFolded($0, in: document)
    }
  }

  /// Brings the view in order after what is folded has changed.
  mutating func settleAfterFolding() {
    if let line = currentLine, line.node != view.anchor.node { view.anchor = layout.anchor(of: line) }
    settle()
  }
}
