import DocumentModel
import StatementLinking
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

  /// Goes to the statement at `index`, or to the next one on the way that begins on a line further on.
  private mutating func goToStatement(from index: Int, by step: Int) {
    var index = index
    let before = currentLine
    while document.statements.indices.contains(index) {
      let node = document.statements[index].node
      // What is folded is unfolded, but what is filtered is left out for a reason.
      if let gap = layout.folds.filter?.gap(around: node, in: document), !gap.isEmpty {
        index = document.firstStatement(after: (step > 0 ? gap.upperBound : gap.lowerBound).previous) - (step > 0 ? 0 : 1)
        continue
      }
      // A row of a table may have several, some of them on lines that were passed.
      if layout.hider(of: node) != nil || isFurther(layout.line(at: Anchor(node)), than: before, by: step) {
        return follow(to: Anchor(node), isFollowed: false)
      }
      index += step
    }
    let text =
      document.statements.isEmpty ? "no statements here" : step > 0 ? "the last statement" : "the first statement"
    reachEnd(text, mayCome: step > 0)
  }

  private func isFurther(_ line: LinePosition?, than other: LinePosition?, by step: Int) -> Bool {
    guard let line, let other else { return true }
    return step > 0 ? other < line : line < other
  }

  /// Opens the link that has the focus, unfolds what is folded, goes to a statement's source, or folds.
  mutating func act() -> [Effect] {
    if focusedLink != nil { return openLink() }
    let focus = focus
    if layout.folds.isFolded(focus, in: document) {
      setFolded(false, focus)
    } else if let index = document[focus].statementIndex {
      goToSource(of: index)
    } else {
      setCurrentFolded(true)
    }
    return []
  }

  private mutating func goToSource(of statement: Int) {
    guard let source = source(of: statement) else { return }
    follow(to: Anchor(source.node, offset: source.bytes.lowerBound - document.textStart(of: source.node)))
    highlight = source
  }

  /// Where the words of a statement stand; where that is not known, says so or waits until it is.
  private mutating func source(of statement: Int) -> Passage? {
    if statement < layout.sources.count, let source = layout.sources[statement] { return source }
    if stage == .complete { say("no source found for this quotation") } else { needsMore = true }
    return nil
  }

  /// Shows the source of the statement that has the focus below it, or hides it again. The current line is not moved, but for as much as
  /// the lines need that would be below the window.
  mutating func togglePeek() {
    let focus = focus
    guard let index = document[focus].statementIndex else { return say("no quotation here to peek from") }
    if layout.peekedStatement == focus { return hidePeek() }
    guard source(of: index) != nil else { return }
    layout.showPeek(of: focus)
    settle()
    bringPeekIntoWindow(below: focus)
  }

  /// Hides the source that is shown below its quotation.
  mutating func hidePeek() {
    guard layout.peekedStatement != nil else { return }
    layout.showPeek(of: nil)
    if let line = currentLine { view.anchor = layout.anchor(of: line) }
    settle()
  }

  private mutating func bringPeekIntoWindow(below statement: NodeIndex) {
    var line = currentLine
    var row = view.row
    // To the row after the statement, but not so far that the current line would leave the window.
    while let next = line, document.isNode(next.node, within: statement), row < view.row + textRows {
      line = layout.line(after: next)
      if line.map({ document.isNode($0.node, within: statement) && !layout.isBlankRow($0) }) == true { row += 1 }
    }
    view.row -= min(view.row, max(0, row - (textRows - 1)))
  }

  /// Hides all quoted text, or shows it again.
  mutating func toggleQuotedText() {
    guard !document.statements.isEmpty else { return say("nothing is quoted here") }
    layout.folds.toggleQuotedText()
    settleAfterFolding()
    say(layout.folds.hidesQuotedText ? "quoted text hidden" : "quoted text shown")
  }

  /// Shows or hides how many statements quote each passage.
  mutating func toggleBacklinkCounts() {
    showsBacklinkCounts.toggle()
    say(showsBacklinkCounts ? "counts of quotations shown" : "counts of quotations hidden")
  }
}

// MARK: Backlinks

extension ReaderState {
  /// The statements that quote a passage, while the reader goes from one to the next.
  struct Tour: Sendable {
    var statements: [Int]
    /// Which of them was gone to last.
    var index: Int
  }

  /// Goes to the statement that quotes the block with the focus; from there to the next that quotes the same, and round again.
  mutating func goToBacklink() {
    if var tour, let statement = document[focus].statementIndex, tour.statements[tour.index] == statement {
      tour.index = (tour.index + 1) % tour.statements.count
      return go(on: tour, isFirst: false)
    }
    guard stage == .complete || !backlinks.isEmpty else { return needsMore = true }
    let statements = backlinks.statements(quoting: focusedBytes)
    guard !statements.isEmpty else { return say("nothing quotes this") }
    go(on: Tour(statements: statements, index: 0), isFirst: true)
  }

  /// Goes to a stop of a tour. Only its first is noted as a jump: going back leads to what is quoted.
  private mutating func go(on tour: Tour, isFirst: Bool) {
    self.tour = tour
    let anchor = Anchor(document.statements[tour.statements[tour.index]].node)
    if isFirst {
      follow(to: anchor)
    } else {
      jumps.extend(unfolding: layout.folds.reveal(anchor.node, in: document))
      show(anchor)
    }
    say("\(tour.index + 1) of \(tour.statements.count) that \(tour.statements.count == 1 ? "quotes" : "quote") it")
  }

  /// What the block with the focus says: of a comment all but its replies, of what is folded all that is hidden.
  var focusedBytes: Range<Int> {
    let focus = focus
    if document[focus].isComment { return document.plainTextRange(ofComment: focus) }
    let isWhole = document[focus].statementIndex != nil || document[focus] == .tableRow
    return isWhole || layout.folds.isFolded(focus, in: document)
      ? document.subtreeTextRange(of: focus) : document.textRange(of: focus)
  }
}

// MARK: Own words

extension ReaderState {
  /// Goes to the next words of somebody's own: past what is quoted in this comment, or to those of the next one.
  mutating func goToOwnWords() {
    guard let line = currentLine else { return }
    var isAfterQuotation = document[line.node].isComment || isQuoted(line.node)
    var next = layout.nodeWithLines(after: line.node)
    while let node = next {
      if document[node].isComment || isQuoted(node) {
        isAfterQuotation = true
      } else if isAfterQuotation, document[node] != .discussion {
        return jump(to: node)
      }
      next = layout.nodeWithLines(after: node)
    }
    reachEnd("no words of anybody's own follow")
  }

  private func isQuoted(_ node: NodeIndex) -> Bool {
    for ancestor in document.ancestors(ofAndIncluding: node).prefix(32) {
      if document[ancestor].statementIndex != nil { return true }
      if document[ancestor].isFoldable { break }
    }
    return false
  }
}
