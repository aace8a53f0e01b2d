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
  package var folds: FoldState
  /// Where the words of each statement stand, by statement; empty while that is not known.
  package var sources: [Passage?]

  private let cache = LayoutCache()

  /// Lays out `document` for `geometry`.
  package init(
    _ document: Document,
    geometry: LayoutGeometry,
    symbols: Symbols = .unicode,
    folds: FoldState = FoldState(),
    sources: [Passage?] = []
  ) {
    self.document = document
    self.geometry = geometry
    self.symbols = symbols
    self.folds = folds
    self.sources = sources
  }
}

// MARK: Lines of a node

extension DocumentLayout {
  /// Number of lines of a visible node, the blank row below it included; 0 for a node that only holds others.
  package func lineCount(of node: NodeIndex) -> Int {
    let own = ownLineCount(of: node)
    return own == 0 ? 0 : own + (hasBlankRow(below: node) ? 1 : 0)
  }

  /// Number of lines of a visible node, without the blank row below it.
  func ownLineCount(of node: NodeIndex) -> Int {
    if folds.isFolded(node, in: document) { return 1 }
    return switch document[node] {
    case .document: cache.title(of: document, geometry: geometry, symbols: symbols).count
    case .section, .list: 0
    case .comment, .rule: 1
    case .discussion: 2
    case .heading, .paragraph, .pullQuote, .quotation, .listItem, .code:
      document.hasText(node) ? block(node).count : 0
    }
  }

  /// Whether a visible node has any lines.
  ///
  /// - Complexity: O(1)
  func hasLines(_ node: NodeIndex) -> Bool {
    switch document[node] {
    case .document: ownLineCount(of: node) > 0
    case .section: folds.isFolded(node, in: document)
    case .list: false
    case .comment, .rule, .discussion: true
    case .heading, .paragraph, .pullQuote, .quotation, .listItem, .code: document.hasText(node)
    }
  }

  /// The layout of an unfolded block with text.
  func block(_ node: NodeIndex) -> BlockLayout {
    cache.block(node, in: document, geometry: geometry, symbols: symbols)
  }

  /// The layout of the document's head.
  var title: TitleLayout { cache.title(of: document, geometry: geometry, symbols: symbols) }
}

// MARK: From line to line

extension DocumentLayout {
  /// The visible node with lines that follows `node`; `nil` after the last.
  package func nodeWithLines(after node: NodeIndex) -> NodeIndex? {
    var next = folds.nextVisible(after: node, in: document)
    while next < document.endNode {
      if hasLines(next) { return next }
      next = folds.nextVisible(after: next, in: document)
    }
    return nil
  }

  /// The visible node with lines that precedes `node`; `nil` before the first.
  package func nodeWithLines(before node: NodeIndex) -> NodeIndex? {
    var previous = folds.previousVisible(before: node, in: document)
    while let candidate = previous {
      if hasLines(candidate) { return candidate }
      previous = folds.previousVisible(before: candidate, in: document)
    }
    return nil
  }

  /// The first line; `nil` for a document without any.
  package var firstLine: LinePosition? {
    let node = hasLines(.document) ? .document : nodeWithLines(after: .document)
    return node.map { LinePosition(node: $0, index: 0) }
  }

  /// The last line.
  package var lastLine: LinePosition? {
    let node = nodeWithLines(before: document.endNode)
    return node.map { LinePosition(node: $0, index: lineCount(of: $0) - 1) }
  }

  /// The line below `line`.
  package func line(after line: LinePosition) -> LinePosition? {
    if line.index + 1 < lineCount(of: line.node) { return LinePosition(node: line.node, index: line.index + 1) }
    return nodeWithLines(after: line.node).map { LinePosition(node: $0, index: 0) }
  }

  /// The line above `line`.
  package func line(before line: LinePosition) -> LinePosition? {
    if line.index > 0 { return LinePosition(node: line.node, index: line.index - 1) }
    return nodeWithLines(before: line.node).map { LinePosition(node: $0, index: lineCount(of: $0) - 1) }
  }
}

// MARK: Anchors

extension DocumentLayout {
  /// The anchor of a line.
  package func anchor(of line: LinePosition) -> Anchor {
    let own = ownLineCount(of: line.node)
    if line.index >= own { return Anchor(line.node, offset: Anchor.blank) }
    return Anchor(line.node, offset: offset(of: line))
  }

  /// The line that an anchor lies on. Where the anchor is hidden, the head line of what hides it; where its node has no lines, the
  /// first line below it.
  package func line(at anchor: Anchor) -> LinePosition? {
    guard document.contains(anchor.node) else { return lastLine }
    if let hider = folds.hider(of: anchor.node, in: document) { return LinePosition(node: hider, index: 0) }
    guard hasLines(anchor.node) else {
      return (nodeWithLines(after: anchor.node) ?? nodeWithLines(before: anchor.node)).map {
        LinePosition(node: $0, index: 0)
      }
    }
    let own = ownLineCount(of: anchor.node)
    if anchor.offset == Anchor.blank {
      return LinePosition(node: anchor.node, index: min(own, lineCount(of: anchor.node) - 1))
    }
    var low = 0
    var high = own - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if offset(of: LinePosition(node: anchor.node, index: middle)) <= anchor.offset {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return LinePosition(node: anchor.node, index: low)
  }

  private func offset(of line: LinePosition) -> Int {
    guard !folds.isFolded(line.node, in: document) else { return 0 }
    return switch document[line.node] {
    case .document: title.offset(ofLine: line.index)
    case .heading, .paragraph, .pullQuote, .quotation, .listItem, .code: block(line.node).offset(ofLine: line.index)
    case .section, .list, .comment, .rule, .discussion: line.index
    }
  }
}
