import DocumentModel
import TerminalModel

/// What stands to the left of a node's text: reply guides, quotation bars, list markers.
struct LinePrefix {
  /// In front of the node's first line.
  var first: [Run]
  /// In front of all others.
  var rest: [Run]
  /// Columns that either takes.
  var columns: Int

  /// Blocks nested deeper than this are drawn as if nested this deep.
  private static let maximumNesting = 32
  /// Labels of footnotes are cut to this many columns.
  private static let maximumLabel = 8

  /// The prefix of a block's lines.
  ///
  /// - Complexity: O(nesting of blocks within a comment or the article, at most 32)
  init(
    of node: NodeIndex,
    in document: Document,
    geometry: LayoutGeometry,
    symbols: Symbols,
    numbers: ListNumbers
  ) {
    var segments: [(first: Run, rest: Run)] = []
    var block = node
    var isFirst = true
    for _ in 0..<Self.maximumNesting {
      if let segment = Self.segment(for: block, isFirst: isFirst, in: document, symbols: symbols, numbers: numbers) {
        segments.append(segment)
      }
      guard let parent = document.parent(of: block), !document[parent].isComment, parent != .document else { break }
      isFirst =
        isFirst && block.previous == parent && !document.hasText(parent) && !HeadLayout.isHeaded(document[parent])
      block = parent
    }
    let depth = document.enclosingComment(of: node).flatMap(document.commentDepth(of:)) ?? 0
    let guides = Self.guides(depth: depth, geometry: geometry, symbols: symbols)
    var columns = guides.reduce(0) { $0 + $1.columns } + segments.reduce(0) { $0 + $1.first.columns }
    // The outermost bars and indents give way where they would leave the text less than its minimum.
    let room = max(0, geometry.columns - min(LayoutGeometry.minimumColumns, geometry.columns))
    while columns > room, let outermost = segments.popLast() { columns -= outermost.first.columns }
    first = guides + segments.reversed().map(\.first)
    rest = guides + segments.reversed().map(\.rest)
    self.columns = columns
  }

  /// The guides of a comment at `depth`: a line for each level above it.
  static func guides(depth: Int, geometry: LayoutGeometry, symbols: Symbols) -> [Run] {
    let shown = geometry.shownDepth(depth)
    guard shown > 0 else { return [] }
    let hidden = depth - shown
    var runs: [Run] = []
    for level in 0..<shown {
      let isLast = level == shown - 1
      let text = symbols.guide + (geometry.guideStep == 2 || isLast ? " " : "")
      runs.append(Run(text, role: .guide(depth: level + hidden), columns: geometry.guideStep == 2 || isLast ? 2 : 1))
    }
    return runs
  }

  private static func segment(
    for block: NodeIndex,
    isFirst: Bool,
    in document: Document,
    symbols: Symbols,
    numbers: ListNumbers
  ) -> (first: Run, rest: Run)? {
    switch document[block] {
    case .pullQuote:
      let bar = Run("  " + symbols.quotationBar + " ", role: .statementBar, columns: 4)
      return (bar, bar)
    case .quotation:
      let bar = Run(symbols.quotationBar + " ", role: .statementBar, columns: 2)
      return (bar, bar)
    case .listItem:
      let isNumbered = document.parent(of: block).map { document[$0] == .list(ordered: true) } ?? false
      let marker = (isNumbered ? "\(numbers.number(of: block, in: document))." : symbols.bullet) + " "
      let columns = DisplayWidth.columns(of: marker)
      let rest = Run(String(repeating: " ", count: columns), role: .listMarker, columns: columns)
      return (isFirst ? Run(marker, role: .listMarker, columns: columns) : rest, rest)
    case .footnote(let index):
      guard let label = document.footnotes[index].label else { return nil }
      let text = DisplayWidth.truncate(label, toColumns: maximumLabel, ellipsis: symbols.ellipsis)
      let marker = "[\(text)] "
      let columns = DisplayWidth.columns(of: marker)
      let rest = Run(String(repeating: " ", count: columns), role: .listMarker, columns: columns)
      return (isFirst ? Run(marker, role: .listMarker, columns: columns) : rest, rest)
    case .code:
      let indent = Run("  ", role: .code, columns: 2)
      return (indent, indent)
    default:
      return nil
    }
  }
}
