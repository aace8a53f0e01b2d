import TerminalModel
import DocumentModel
import StatementLinking
import TextLayout

// What the screen shows, found from the view's anchor.
extension ReaderState {
  /// The line that the view's anchor lies on; `nil` in a document without lines.
  package var currentLine: LinePosition? { layout.line(at: view.anchor) }

  /// The lines on the screen from the top, at most ``textRows`` of them.
  ///
  /// - Complexity: O(rows)
  package var screenLines: [LinePosition] {
    guard let current = currentLine else { return [] }
    var lines: [LinePosition] = []
    var above = current
    for _ in 0..<min(view.row, textRows - 1) {
      guard let previous = layout.line(before: above) else { break }
      above = previous
    }
    var next: LinePosition? = above
    while let line = next, lines.count < textRows {
      lines.append(line)
      next = layout.line(after: line)
    }
    return lines
  }

  /// The block that the current line belongs to: the innermost statement around it, or its node.
  package var focus: NodeIndex {
    guard let node = currentLine?.node else { return .document }
    for ancestor in document.ancestors(ofAndIncluding: node).prefix(32) {
      if document[ancestor].statementIndex != nil { return ancestor }
      if document[ancestor].isFoldable { break }
    }
    return node
  }

  /// Which of `lines` show the block that has the focus; blank rows never do.
  package func focused(among lines: [LinePosition]) -> [Bool] {
    let focus = focus
    let isStatement = document[focus].statementIndex != nil
    return lines.map { line in
      let belongs = isStatement ? document.isNode(line.node, within: focus) : line.node == focus
      return belongs && !layout.isBlankRow(line)
    }
  }

  /// Whether any passage says how many statements quote it.
  package var hasBacklinkCounts: Bool { showsBacklinkCounts && !backlinks.isEmpty }

  /// How many statements quote the block whose first line this is, or whose last when `atLast`; 0 for its other lines.
  ///
  /// - Complexity: O(log n)
  package func backlinkCount(at line: LinePosition, atLast: Bool) -> Int {
    let node = line.node
    guard atLast || line.index == 0 && line.piece == 0, !layout.folds.isFolded(node, in: document) else { return 0 }
    let bytes = document[node] == .tableRow ? document.subtreeTextRange(of: node) : document.textRange(of: node)
    guard !bytes.isEmpty else { return 0 }
    let count = backlinks.count(in: bytes)
    return count > 0 && atLast && !layout.isLastLineOfText(line) ? 0 : count
  }

  /// The innermost comment or section around the focus.
  package var currentFoldable: NodeIndex? { document.foldable(enclosing: focus) }

  /// Brings the view back within its bounds: the current line in the window, and no blank row above the first line.
  mutating func settle() {
    view.row = max(0, min(view.row, textRows - 1))
    guard let current = currentLine else { return }
    var above = 0
    var line = current
    while above < view.row, let previous = layout.line(before: line) {
      line = previous
      above += 1
    }
    view.row = above
  }

  /// Makes the line that `anchor` lies on the current one, on its present row if it is visible, else a third down.
  mutating func show(_ anchor: Anchor) {
    guard let target = layout.line(at: anchor) else { return }
    let row = screenLines.firstIndex(of: target) ?? textRows / 3
    view = Viewport(anchor: layout.anchor(of: target), row: row)
    settle()
  }
}

// MARK: Scrolling

extension ReaderState {
  /// Moves the current line by `count` lines, down when positive.
  ///
  /// The view scrolls and the current line keeps its row; where the view cannot scroll that far, since the document's first or last
  /// line is on the screen, the current line moves on it.
  ///
  /// - Complexity: O(`count` + rows)
  mutating func scroll(by count: Int) {
    guard let current = currentLine else { return }
    let isDown = count > 0
    func step(_ line: LinePosition) -> LinePosition? { isDown ? layout.line(after: line) : layout.line(before: line) }
    let lines = screenLines
    var scrolled = 0
    if isDown ? lines.count == textRows : true, var edge = isDown ? lines.last : lines.first {
      while scrolled < abs(count), let next = step(edge) {
        edge = next
        scrolled += 1
      }
    }
    var moved = 0
    var line = current
    while moved < abs(count), let next = step(line) {
      line = next
      moved += 1
    }
    let rest = moved - min(scrolled, moved)
    view = Viewport(anchor: layout.anchor(of: line), row: view.row + (isDown ? rest : -rest))
    settle()
  }

  /// Makes the first line current.
  mutating func goToTop() {
    guard let first = layout.firstLine else { return }
    jumps.push(view)
    view = Viewport(anchor: layout.anchor(of: first), row: 0)
  }

  /// Makes the last line current, on the last row of the window or of the document.
  mutating func goToBottom() {
    if isLoading { return reachEnd("") }
    guard let last = layout.lastLine else { return }
    jumps.push(view)
    view = Viewport(anchor: layout.anchor(of: last), row: textRows - 1)
    settle()
  }

  /// Goes to the place that `percentage` of the text stands before.
  mutating func goToPercentage(_ percentage: Int?) {
    guard let percentage else {
      message = Message("% goes to a percentage of the document: type 40%")
      return
    }
    if percentage >= 100 { return goToBottom() }
    if percentage == 0 { return goToTop() }
    if isLoading { return reachEnd("") }
    let byte = document.text.count * percentage / 100
    let node = document.node(containingByte: byte)
    jump(to: Anchor(node, offset: max(0, byte - document.textStart(of: node))))
  }

  /// Moves code by `steps` of eight columns.
  mutating func moveSideways(_ steps: Int) {
    sideways = max(0, min(sideways + 8 * steps, 100_000))
    message = Message(sideways == 0 ? "code from its first column" : "code from column \(sideways + 1)")
  }

  /// Makes the text column `column` columns wide, within what the window has room for.
  mutating func setColumn(_ column: Int) {
    let widest = max(LayoutGeometry.minimumColumns, size.columns)
    self.column = max(LayoutGeometry.minimumColumns, min(column, widest))
    relayout()
    message = Message("\(layout.geometry.columns) columns")
  }
}
