import DocumentModel

extension MarkdownWriter {
  /// Writes a table; its first row becomes the head, since there has to be one.
  ///
  /// What stands in a cell becomes one line, with breaks between blocks.
  mutating func writeTable(_ table: NodeIndex) {
    let rows = document.children(of: table)
    let columns = rows.reduce(0) { max($0, cells(of: $1).reduce(0) { count, _ in count + 1 }) }
    if !document.isBlank(document.textRange(of: table)) {
      begin()
      writeWords(of: document.textRange(of: table), in: .block)
      output.write("\n")
    }
    guard columns > 0 else { return }
    var isFirst = true
    for row in rows {
      if isFirst { begin() } else { beginLine() }
      var count = 0
      for cell in cells(of: row) {
        output.write("| ")
        writeCell(cell, of: row)
        output.write(" ")
        count += 1
      }
      output.write(String(repeating: "| ", count: columns - count) + "|\n")
      guard isFirst else { continue }
      beginLine()
      output.write(String(repeating: "|---", count: columns) + "|\n")
      isFirst = false
    }
  }

  /// The cells of a row; what is no row is one with one cell.
  private func cells(of row: NodeIndex) -> some Sequence<NodeIndex> {
    let isRow = document[row] == .tableRow
    return sequence(state: isRow ? document.firstChild(of: row) : row) { (next: inout NodeIndex?) -> NodeIndex? in
      defer { next = isRow ? next.flatMap(document.nextSibling(of:)) : nil }
      return next
    }
  }

  private mutating func writeCell(_ cell: NodeIndex, of row: NodeIndex) {
    var node = cell
    var isFirst = true
    while node < document.subtreeEnd(of: cell), output.isOpen {
      if case .figure(let index) = document[node] {
        if !isFirst { output.write("<br>") }
        writeEscaped(document.figures[index].alt.map { "[image: \($0)]" } ?? "[image]", in: .cell)
        isFirst = false
      }
      if !document.isBlank(document.textRange(of: node)) {
        if !isFirst { output.write("<br>") }
        writeWords(of: document.textRange(of: node), in: .cell)
        isFirst = false
      }
      node = node.next
    }
  }
}
