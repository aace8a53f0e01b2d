import DocumentModel
import TerminalModel

/// The lines of a row of a table: its cells beside each other, or below each other where there is no room.
struct RowLayout {
  /// A stretch of one line.
  struct Piece {
    enum Content {
      /// Words of a node in a cell.
      case words(WrappedLine, NodeIndex)
      /// Words of the program's own.
      case literal(Run)
    }

    /// The column it begins in, counted from the prefix.
    var column: Int
    /// What it shows.
    var content: Content
  }

  /// The column that lines after the first of a cell are indented by where cells stand below each other.
  private static let indent = 2
  /// The columns that a label of a cell takes at most.
  private static let maximumLabel = 24

  /// What stands left of the lines.
  let prefix: LinePrefix
  /// Whether cells stand beside each other.
  let isAligned: Bool
  /// The lines, at least one, each from left to right.
  let lines: [[Piece]]

  /// Lays out `row` of `table`.
  ///
  /// - Complexity: O(length of its text)
  init(of row: NodeIndex, of table: TableLayout, prefix: LinePrefix, in document: Document, symbols: Symbols) {
    self.prefix = prefix
    isAligned = !table.columns.isEmpty
    let lines = isAligned ? Self.beside(row, table, document) : Self.below(row, table, document, symbols)
    self.lines = lines.isEmpty ? [[]] : lines
  }

  /// The line that shows the byte at `offset` of the document's text, which belongs to `node` in one of the cells; the
  /// first where none does.
  func line(ofByte offset: Int, in node: NodeIndex) -> Int {
    var found = 0
    for (index, line) in lines.enumerated() {
      for case .words(let text, node) in line.map(\.content) where text.start <= offset { found = index }
    }
    return found
  }

  private static func beside(_ row: NodeIndex, _ table: TableLayout, _ document: Document) -> [[Piece]] {
    var lines: [[Piece]] = []
    var (column, start, used) = (0, 0, 0)
    for cell in document.children(of: row) {
      // What is beyond the last column stands in it.
      let isBeyond = column >= table.columns.count
      if !isBeyond { used = 0 }
      let width = table.columns[min(column, table.columns.count - 1)]
      for content in contents(of: cell, width: width, document) {
        if used == lines.count { lines.append([]) }
        lines[used].append(Piece(column: start, content: content))
        used += 1
      }
      column += 1
      if column < table.columns.count { start += width + TableLayout.gap }
    }
    return lines
  }

  private static func below(_ row: NodeIndex, _ table: TableLayout, _ document: Document, _ symbols: Symbols)
    -> [[Piece]]
  {
    var lines: [[Piece]] = []
    let isHeader = row == table.header
    var heading = isHeader ? nil : table.header.flatMap(document.firstChild(of:))
    for cell in document.children(of: row) {
      let label = heading.flatMap { Self.label(of: $0, document) }
      heading = heading.flatMap(document.nextSibling(of:))
      let indent = min(Self.indent, table.width - 1)
      var columns = 0
      if let label {
        let text =
          DisplayWidth.truncate(label, toColumns: min(maximumLabel, table.width - 2), ellipsis: symbols.ellipsis) + ": "
        columns = DisplayWidth.columns(of: text)
        guard columns <= table.width else { continue }
        lines.append([Piece(column: 0, content: .literal(Run(text, role: .tableLabel, columns: columns)))])
      }
      let contents = Self.contents(
        of: cell,
        width: table.width - indent,
        firstIndent: max(0, columns - indent),
        document
      )
      for (index, content) in contents.enumerated() {
        if index == 0, label != nil {
          lines[lines.count - 1].append(Piece(column: columns, content: content))
        } else {
          lines.append([Piece(column: index == 0 ? 0 : indent, content: content)])
        }
      }
    }
    return lines
  }

  /// What the column below a cell of the first row is called.
  private static func label(of cell: NodeIndex, _ document: Document) -> String? {
    let bytes = document.subtreeTextRange(of: cell).prefix(200)
    let text = String(decoding: document.text[bytes].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    let words = text.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  /// The lines of a cell: each of its texts begins a new one.
  private static func contents(
    of cell: NodeIndex,
    width: Int,
    firstIndent: Int = 0,
    _ document: Document
  ) -> [Piece.Content] {
    var contents: [Piece.Content] = []
    var node = cell
    while node < document.subtreeEnd(of: cell) {
      let room = contents.isEmpty ? firstIndent : 0
      if case .figure(let index) = document[node] {
        let text = Array(HeadLine.figure(document.figures[index]).utf8)
        for line in LineWrapper.wrap(text.span, 0..<text.count, width: width, firstIndent: room) {
          let words = String(decoding: text[line.start..<line.end], as: UTF8.self)
          contents.append(.literal(Run(words, role: .figure, columns: min(line.width, width))))
        }
      }
      if document.hasText(node) {
        let range = document.textRange(of: node)
        for line in LineWrapper.wrap(document.text.span, range, width: width, firstIndent: room) {
          var line = line
          line.width = min(line.width, width)
          contents.append(.words(line, node))
        }
      }
      node = node.next
    }
    return contents
  }
}
