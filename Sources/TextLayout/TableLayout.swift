import DocumentModel
import TerminalModel

/// How wide the columns of a table are, judged by its first rows and some of the others, so that a table of any length
/// costs the same.
struct TableLayout {
  /// Columns of the screen between two columns of the table.
  static let gap = 2
  /// No more rows at the beginning are looked at, and as many among the others; no more cells of each, no more bytes of
  /// each cell.
  private static let sampleRows = 32
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
    let rows = document[table] == .tableRow ? [table] : Self.sample(of: table, in: document)
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
    // Those that want least get it before the others share what is left.
    var widths = least
    var left = room - needed
    let byWant = natural.indices.sorted { (natural[$0] - least[$0], $0) < (natural[$1] - least[$1], $1) }
    for (position, column) in byWant.enumerated() {
      let more = min(natural[column] - least[column], left / (byWant.count - position))
      widths[column] += more
      left -= more
    }
    return widths
  }

  /// The first rows, some that are spread over the others, and the last.
  private static func sample(of table: NodeIndex, in document: Document) -> [NodeIndex] {
    var rows = Array(document.children(of: table).prefix(sampleRows))
    guard rows.count == sampleRows, let last = rows.last else { return rows.filter { document[$0] == .tableRow } }
    let rest = document.subtreeEnd(of: last).offset..<document.subtreeEnd(of: table).offset
    for part in 0..<sampleRows where !rest.isEmpty {
      let node = NodeIndex(rest.upperBound - 1 - rest.count * part / sampleRows)
      if let row = document.child(of: table, towards: node) { rows.append(row) }
    }
    return rows.filter { document[$0] == .tableRow }
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
