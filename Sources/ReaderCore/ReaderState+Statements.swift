import DocumentModel
import TextLayout

extension ReaderState {
  /// Goes to the next statement, in the article and in comments alike, unfolding what hides it.
  mutating func goToNextStatement() {
    goToStatement(from: document.firstStatement(after: focus), by: 1)
  }

  /// Goes to the previous statement, unfolding what hides it.
  mutating func goToPreviousStatement() {
    let focus = focus
    var index = document.firstStatement(after: focus) - 1
    if index >= 0, document.statements[index].node == focus { index -= 1 }
    goToStatement(from: index, by: -1)
  }

  /// Goes to the statement at `index`, or to the next one on the way that begins on another line than the current one.
  private mutating func goToStatement(from index: Int, by step: Int) {
    var index = index
    while document.statements.indices.contains(index) {
      let node = document.statements[index].node
      let isHidden = layout.hider(of: node) != nil
      let before = currentLine
      reveal(node)
      if isHidden || layout.line(at: Anchor(node)) != before { return jump(to: node) }
      index += step
    }
    let text =
      document.statements.isEmpty ? "no statements here" : step > 0 ? "the last statement" : "the first statement"
    reachEnd(text, mayCome: step > 0)
  }

  /// Unfolds what is folded, goes to a statement's source, or folds.
  mutating func act() {
    let focus = focus
    if layout.folds.isFolded(focus, in: document) { return setFolded(false, focus) }
    if let index = document[focus].statementIndex { return goToSource(ofStatement: index) }
    setCurrentFolded(true)
  }

  /// Goes to the words that a statement repeats and highlights them.
  private mutating func goToSource(ofStatement index: Int) {
    guard index < layout.sources.count, let source = layout.sources[index] else {
      if stage == .complete { say("no source found for this quotation") } else { needsMore = true }
      return
    }
    reveal(source.node)
    jump(to: Anchor(source.node, offset: source.bytes.lowerBound - document.textStart(of: source.node)))
    highlight = source
    say("the source; Backspace returns")
  }
}
