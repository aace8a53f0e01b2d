import DocumentModel
import TerminalModel

/// How wide the columns of a table are, judged by its first rows, so that a table of any length costs the same.
struct TableLayout {
  /// Columns of the screen between two columns of the table.
  static let gap = 2
  /// No more rows are looked at, no more cells of each, no more bytes of each cell.
  private static let sampleRows = 50
  private static let sampleCells = 40
  private static let sampleBytes = 400
  /// What a column needs at most, however long its words are: longer ones are broken.
  private static let enough = 12

  /// Columns of the screen that the table has.
  let width: Int
  /// The width of each column; empty where they do not fit beside each other, and cells stand below each other.
  let columns: [Int]
  /// The first row, whose words say what the columns are.
  let header: NodeIndex?

  /// Lays out a table, or a row that is one by itself.
  init(of table: NodeIndex, in document: Document, width: Int) {
    self.width = width
    let rows =
      document[table] == .tableRow
      ? [table]
      : document.children(of: table).lazy.prefix(Self.sampleRows).filter { document[$0] == .tableRow }
    header = rows.first
    var natural: [Int] = []
    var least: [Int] = []
    for row in rows {
      for (column, cell) in document.children(of: row).prefix(Self.sampleCells).enumerated() {
        if column == natural.count {
          natural.append(1)
          least.append(1)
        }
        let widths = Self.widths(of: cell, in: document)
        natural[column] = max(natural[column], widths.natural)
        least[column] = max(least[column], min(widths.word, Self.enough))
      }
    }
    columns = Self.columns(natural: natural, least: least, width: width)
  }

  /// What each column gets: what it would take, or its share of the room that is left when all have what they need.
  private static func columns(natural: [Int], least: [Int], width: Int) -> [Int] {
    guard natural.count < sampleCells else { return [] }
    let room = width - gap * max(0, natural.count - 1)
    guard natural.reduce(0, +) > room else { return natural }
    let needed = least.reduce(0, +)
    guard needed <= room else { return [] }
    let wanted = natural.reduce(0, +) - needed
    return natural.indices.map { least[$0] + (natural[$0] - least[$0]) * (room - needed) / max(1, wanted) }
  }

  /// The columns that a cell takes if nothing is wrapped, and that its longest word takes.
  private static func widths(of cell: NodeIndex, in document: Document) -> (natural: Int, word: Int) {
    var (natural, word) = (1, 1)
    let end = min(document.subtreeEnd(of: cell).offset, cell.offset + sampleCells)
    for node in (cell.offset..<end).lazy.map(NodeIndex.init) {
      if case .figure(let index) = document[node] {
        natural = max(natural, DisplayWidth.columns(of: HeadLine.figure(document.figures[index])))
      }
      let bytes = document.textRange(of: node).prefix(sampleBytes)
      for line in LineWrapper.lines(document.text.span, bytes) { natural = max(natural, line.width) }
      for part in document.text[bytes].split(whereSeparator: { $0 == 0x20 || $0 == 0x0a }) {
        word = max(word, DisplayWidth.columns(of: document.text.span, part.startIndex..<part.endIndex))
      }
    }
    return (natural, word)
  }
}
