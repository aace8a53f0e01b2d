import DocumentModel
import TerminalModel

/// A document as lines: at one geometry, with some of it folded. Lines are found from anchors and from one another; nothing is laid
/// out that nobody looks at, so that every step costs the nodes it passes and not the document.
package struct DocumentLayout {
  /// What is laid out.
  package let document: Document
  /// The columns it is laid out for.
  package let geometry: LayoutGeometry
  /// The drawing characters.
  package let symbols: Symbols
  /// What is folded.
  package var folds: FoldState {
    didSet {
      visibility = VisibilityCache()
      lines = LineCache()
      if let peek { showPeek(of: peek.statement) }
    }
  }
  /// Where the words of each statement stand, by statement; empty while that is not known.
  package var sources: [Passage?] {
    didSet { lines = LineCache() }
  }
  /// The comments that were not there on the last visit.
  package var newComments: NewComments {
    didSet {
      guard newComments != oldValue else { return }
      // The head of the document says how many there are.
      cache.forgetHeads()
      lines = LineCache()
    }
  }
  /// The source that is shown below its quotation.
  private(set) var peek: PeekLayout? {
    didSet {
      peekHost = peek?.host ?? NodeIndex(-1)
      lines = LineCache()
    }
  }
  /// The node below which it is shown; no node where none is.
  private var peekHost = NodeIndex(-1)
  /// Whether a resolved statement says when its source was written: on paper nobody can go there.
  package let datesSources: Bool

  private let cache = LayoutCache()
  private(set) var visibility = VisibilityCache()
  private(set) var lines = LineCache()

  /// An object that stands for all that lines depend on: as long as it is the same one, so is every line.
  package var revision: AnyObject { lines }

  /// Lays out `document` for `geometry`.
  package init(
    _ document: Document,
    geometry: LayoutGeometry,
    symbols: Symbols = .unicode,
    folds: FoldState = FoldState(),
    sources: [Passage?] = [],
    newComments: NewComments = NewComments(),
    datesSources: Bool = false
  ) {
    self.document = document
    self.geometry = geometry
    self.symbols = symbols
    self.folds = folds
    self.sources = sources
    self.newComments = newComments
    self.datesSources = datesSources
  }

  /// The same layout without what it remembers of the work done so far, and without what is shown below a statement:
  /// for another thread.
  package var forgetful: DocumentLayout {
    DocumentLayout(
      document,
      geometry: geometry,
      symbols: symbols,
      folds: folds,
      sources: sources,
      newComments: newComments,
      datesSources: datesSources
    )
  }

  /// The statement whose source is shown below it.
  package var peekedStatement: NodeIndex? { peek?.statement }

  /// Shows the source of a resolved statement below it, in place of that of another; hides it when there is none to show.
  package mutating func showPeek(of statement: NodeIndex?) {
    peek = nil
    peek = statement.flatMap { PeekLayout(of: $0, in: self) }
  }
}

// MARK: Lines of a node

extension DocumentLayout {
  /// What was done so far, by this layout and those it was copied from and to.
  package var work: LayoutWork {
    get { cache.work }
    nonmutating set { cache.work = newValue }
  }

  /// Number of lines of a piece of a visible node, with the last piece the blank row below it included; 0 for a node that only
  /// holds others.
  package func lineCount(of node: NodeIndex, piece: Int = 0) -> Int {
    let own = ownLineCount(of: node, piece: piece)
    return own == 0 ? 0 : own + (piece == pieceCount(of: node) - 1 && hasBlankRow(below: node) ? 1 : 0)
  }

  /// Number of lines of a piece of a visible node, without the blank row below it.
  func ownLineCount(of node: NodeIndex, piece: Int) -> Int {
    let count = lineCountWithoutPeek(of: node, piece: piece)
    guard peekHost == node, let peek, piece == pieceCount(of: node) - 1 else { return count }
    return count + peek.lines.count
  }

  /// Which of the lines of the source shown below a statement this is.
  func peekLine(at line: LinePosition) -> Int? {
    guard peekHost == line.node, let peek, line.piece == pieceCount(of: line.node) - 1 else { return nil }
    let index = line.index - lineCountWithoutPeek(of: line.node, piece: line.piece)
    return peek.lines.indices.contains(index) ? index : nil
  }

  private func lineCountWithoutPeek(of node: NodeIndex, piece: Int) -> Int {
    if folds.isFolded(node, in: document) { return 1 }
    return switch document[node] {
    case .document, .article, .figure: head(node).count
    case .section, .list: 0
    case .comment, .rule: 1
    case .discussion: 2
    case .tableRow: row(node).lines.count
    case .heading, .paragraph, .pullQuote, .quotation, .listItem, .code, .table, .tableCell, .footnote, .signature:
      document.hasText(node) ? block(node, piece: piece).count : 0
    }
  }

  /// Number of pieces that the text of a visible node is laid out in, at least 1.
  func pieceCount(of node: NodeIndex) -> Int {
    switch document[node] {
    case .document, .section, .list, .comment, .rule, .discussion, .article, .figure, .tableRow: 1
    case .quotation where folds.isFolded(node, in: document): 1
    case .heading, .paragraph, .pullQuote, .quotation, .listItem, .code, .table, .tableCell, .footnote, .signature:
      TextPieces(text: document.textRange(of: node)).count
    }
  }

  /// Whether a visible node has any lines.
  ///
  /// - Complexity: O(1)
  func hasLines(_ node: NodeIndex) -> Bool {
    switch document[node] {
    case .document: head(node).count > 0
    case .article: folds.isFolded(node, in: document) || head(node).count > 0
    case .section: folds.isFolded(node, in: document)
    case .list: false
    case .comment, .rule, .discussion, .figure, .tableRow: true
    case .quotation: document.hasText(node) || folds.isFolded(node, in: document)
    case .heading, .paragraph, .pullQuote, .listItem, .code, .table, .tableCell, .footnote, .signature:
      document.hasText(node)
    }
  }

  /// Whether a line is the blank row below a node.
  package func isBlankRow(_ line: LinePosition) -> Bool {
    line.index > 0 && line.index >= ownLineCount(of: line.node, piece: line.piece)
  }

  /// Whether a line is the last that shows words of its unfolded node.
  package func isLastLineOfText(_ line: LinePosition) -> Bool {
    line.piece == pieceCount(of: line.node) - 1 && line.index == lineCountWithoutPeek(of: line.node, piece: line.piece) - 1
  }

  /// The layout of a piece of an unfolded block with text.
  func block(_ node: NodeIndex, piece: Int) -> BlockLayout {
    cache.block(node, piece: piece, in: document, geometry: geometry, symbols: symbols)
  }

  /// What stands to the left of a node.
  func prefix(of node: NodeIndex) -> LinePrefix {
    LinePrefix(of: node, in: document, geometry: geometry, symbols: symbols, numbers: cache.numbers)
  }

  /// The layout of the head of the document, an article or a figure.
  func head(_ node: NodeIndex) -> HeadLayout {
    cache.head(node) {
      HeadLayout(
        of: node,
        in: document,
        new: newComments.count,
        prefix: prefix(of: node),
        geometry: geometry,
        symbols: symbols
      )
    }
  }

  /// The layout of a row of a table.
  func row(_ node: NodeIndex) -> RowLayout {
    cache.row(node) {
      let prefix = prefix(of: node)
      let width = max(1, geometry.columns - prefix.columns)
      // A row that stands in no table is one by itself.
      let table = document.parent(of: node).flatMap { document[$0] == .table ? $0 : nil } ?? node
      let layout = cache.table(table) { TableLayout(of: table, in: document, width: width) }
      cache.work.bytes += document.subtreeTextRange(of: node).count
      return RowLayout(of: node, of: layout, prefix: prefix, in: document, symbols: symbols)
    }
  }
}

// MARK: From line to line

extension DocumentLayout {
  /// The visible node with lines that follows `node`; `nil` after the last.
  package func nodeWithLines(after node: NodeIndex) -> NodeIndex? {
    // A row shows all that is in it.
    let isRow = document[node] == .tableRow
    var next = isRow ? document.subtreeEnd(of: node) : folds.nextVisible(after: node, in: document)
    while next < document.endNode {
      if hasLines(next) { return next }
      next = folds.nextVisible(after: next, in: document)
    }
    return nil
  }

  /// The visible node with lines that precedes `node`; `nil` before the first.
  package func nodeWithLines(before node: NodeIndex) -> NodeIndex? {
    var previous = previousVisible(before: node)
    while var candidate = previous {
      candidate = document.outermostRow(around: candidate) ?? candidate
      if hasLines(candidate) { return candidate }
      previous = previousVisible(before: candidate)
    }
    return nil
  }

  /// The first line; `nil` for a document without any.
  package var firstLine: LinePosition? {
    let node = hasLines(.document) ? .document : nodeWithLines(after: .document)
    return node.map { LinePosition(node: $0, index: 0) }
  }

  /// The last line.
  package var lastLine: LinePosition? { nodeWithLines(before: document.endNode).map(lastLine(of:)) }

  /// Where lines can begin that are laid out by themselves: the first line of the outermost block around `node`; `nil`
  /// where that has none, or is hidden.
  ///
  /// - Complexity: O(depth)
  package func partStart(at node: NodeIndex) -> LinePosition? {
    var start = node
    while let parent = document.parent(of: start), !holdsBlocks(parent) { start = parent }
    return hasLines(start) && hider(of: start) == nil ? LinePosition(node: start, index: 0) : nil
  }

  private func holdsBlocks(_ node: NodeIndex) -> Bool {
    switch document[node] {
    case .document, .section, .article, .discussion, .comment: true
    default: false
    }
  }

  /// The line below `line`.
  package func line(after line: LinePosition) -> LinePosition? { lines.line(below: line) { find(after: line) } }

  private func find(after line: LinePosition) -> LinePosition? {
    let node = line.node
    let own = ownLineCount(of: node, piece: line.piece)
    if line.index + 1 < own { return LinePosition(node: node, piece: line.piece, index: line.index + 1) }
    if line.piece + 1 < pieceCount(of: node) { return LinePosition(node: node, piece: line.piece + 1, index: 0) }
    if line.index + 1 == own, hasBlankRow(below: node) {
      return LinePosition(node: node, piece: line.piece, index: own)
    }
    return nodeWithLines(after: node).map { LinePosition(node: $0, index: 0) }
  }

  /// The line above `line`.
  package func line(before line: LinePosition) -> LinePosition? { lines.line(above: line) { find(before: line) } }

  private func find(before line: LinePosition) -> LinePosition? {
    if line.index > 0 { return LinePosition(node: line.node, piece: line.piece, index: line.index - 1) }
    if line.piece > 0 {
      let above = line.piece - 1
      return LinePosition(node: line.node, piece: above, index: ownLineCount(of: line.node, piece: above) - 1)
    }
    return nodeWithLines(before: line.node).map(lastLine(of:))
  }

  /// The last line of a visible node with lines: the blank row below it, if there is one.
  private func lastLine(of node: NodeIndex) -> LinePosition {
    let piece = pieceCount(of: node) - 1
    return LinePosition(node: node, piece: piece, index: lineCount(of: node, piece: piece) - 1)
  }
}

// MARK: Anchors

extension DocumentLayout {
  /// The anchor of a line.
  package func anchor(of line: LinePosition) -> Anchor {
    Anchor(line.node, offset: isBlankRow(line) ? Anchor.blank : offset(of: line))
  }

  /// The line that an anchor lies on. Where the anchor is hidden, the head line of what hides it; where its node has no lines, the
  /// first line below it.
  package func line(at anchor: Anchor) -> LinePosition? {
    let node = anchor.node
    guard document.contains(node) else { return lastLine }
    if let hider = hider(of: node) { return LinePosition(node: hider, index: 0) }
    if let row = document.outermostRow(around: node), row != node {
      let byte = document.textStart(of: node) + anchor.offset
      return LinePosition(node: row, index: self.row(row).line(ofByte: byte, in: node))
    }
    guard hasLines(node) else {
      return (nodeWithLines(after: node) ?? nodeWithLines(before: node)).map { LinePosition(node: $0, index: 0) }
    }
    if anchor.offset == Anchor.blank { return lastLine(of: node) }
    let piece = piece(of: node, containing: anchor.offset)
    var low = 0
    var high = ownLineCount(of: node, piece: piece) - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if offset(of: LinePosition(node: node, piece: piece, index: middle)) <= anchor.offset {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return LinePosition(node: node, piece: piece, index: low)
  }

  /// The piece of a visible node that the byte at `offset` of its text stands in.
  private func piece(of node: NodeIndex, containing offset: Int) -> Int {
    guard pieceCount(of: node) > 1 else { return 0 }
    let text = document.textRange(of: node)
    return TextPieces(text: text).index(containing: text.lowerBound + offset, in: document.text.span)
  }

  private func offset(of line: LinePosition) -> Int {
    if let index = peekLine(at: line) { return Anchor.peek + index }
    guard !folds.isFolded(line.node, in: document) else { return 0 }
    return switch document[line.node] {
    case .document, .article, .figure: head(line.node).offset(ofLine: line.index)
    case .heading, .paragraph, .pullQuote, .quotation, .listItem, .code, .table, .tableCell, .footnote, .signature:
      block(line.node, piece: line.piece).offset(ofLine: line.index)
    case .section, .list, .comment, .rule, .discussion, .tableRow: line.index
    }
  }
}
