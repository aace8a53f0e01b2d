import DocumentModel
import HTMLParsing

// Tables of data; tables that lay out the page are what is in them.
extension HTMLBlockWriter {
  /// Cells that reach over more columns or rows are taken to reach over as many.
  private static let maximumColumns = 64
  private static let maximumRows = 1000
  /// A cell with more text than this, in bytes, is a part of the page.
  private static let maximumCell = 2000

  mutating func enterTable(_ node: HTMLNode) {
    if holdsData(node) { pushContainer(node, .table(spans: [], isReady: false)) } else { pushBlock(node) }
  }

  /// Whether a table has rows and columns of short texts, and not parts of the page.
  ///
  /// - Complexity: O(nodes in it)
  private func holdsData(_ table: HTMLNode) -> Bool {
    let role = tree.string(.role, of: table)
    guard role != "presentation", role != "none", !survey.nestingTables.contains(table) else { return false }
    // In a cell of a table there are no tables.
    guard !containers.contains(where: \.isTable) else { return false }
    var rows = 0
    var (widest, columns) = (0, 0)
    for node in tree.descendants(of: table) {
      switch ElementKind(tree.name(of: node)) {
      case .row:
        rows += 1
        columns = 0
      case .cell, .headerCell:
        columns += 1
        widest = max(widest, columns)
        if tree.textRange(of: node).count > Self.maximumCell { return false }
      case .heading, .quotation: return false
      case .preformatted where rows < 2: return false
      default: break
      }
    }
    return rows > 1 && widest > 1
  }

  mutating func enterRow(_ node: HTMLNode) {
    guard let last = containers.indices.last, case .table(let spans, let isReady) = containers[last].kind else {
      return pushBlock(node)
    }
    breakBlock()
    if !isReady { flush() }
    containers[last].kind = .table(spans: spans, isReady: true)
    pushContainer(node, .row(column: 0))
  }

  mutating func enterCell(_ node: HTMLNode, isHeader: Bool) {
    guard let row = containers.indices.last, case .row = containers[row].kind else { return pushBlock(node) }
    breakBlock()
    skipSpannedColumns()
    var columns = 1
    if case .row(let column) = containers[row].kind {
      columns = span(.colspan, of: node, limit: max(1, Self.maximumColumns - column))
    }
    spanRows(span(.rowspan, of: node, limit: Self.maximumRows), columns: columns)
    containers.append(BlockContainer(.cell))
    openContainers()
    if isHeader { inline.begin(.strong, isFresh: isHeld) }
    let closing = Closing.cell(more: columns - 1, isHeader: isHeader)
    frames.append(Frame(end: tree.subtreeEnd(of: node), isBlock: true, closing: closing))
  }

  /// Ends a cell, and adds empty ones for the other columns it takes.
  mutating func closeCell(more: Int) {
    closeContainer()
    for _ in 0..<more { addEmptyCell() }
  }

  private mutating func addEmptyCell() {
    builder.open(.tableCell)
    builder.close()
  }

  private func span(_ name: HTMLName, of node: HTMLNode, limit: Int) -> Int {
    max(1, min(limit, tree.string(name, of: node).flatMap(Int.init) ?? 1))
  }

  /// Adds empty cells where cells of rows above reach down.
  private mutating func skipSpannedColumns() {
    let row = containers.count - 1
    guard row > 0, case .row(var column) = containers[row].kind,
      case .table(var spans, let isReady) = containers[row - 1].kind
    else { return }
    while column < spans.count, spans[column] > 0 {
      spans[column] -= 1
      column += 1
      openContainers()
      addEmptyCell()
    }
    containers[row].kind = .row(column: column)
    containers[row - 1].kind = .table(spans: spans, isReady: isReady)
  }

  /// Notes that a cell takes the next columns of this row and of those below.
  private mutating func spanRows(_ rows: Int, columns: Int) {
    let row = containers.count - 1
    guard row > 0, case .row(let column) = containers[row].kind,
      case .table(var spans, let isReady) = containers[row - 1].kind
    else { return }
    if rows > 1, column + columns <= Self.maximumColumns {
      if spans.count < column + columns { spans += repeatElement(0, count: column + columns - spans.count) }
      for index in column..<column + columns { spans[index] = rows - 1 }
    }
    containers[row].kind = .row(column: column + columns)
    containers[row - 1].kind = .table(spans: spans, isReady: isReady)
  }
}
