/// Columns of text under one another: the first to the left, the others to the right.
struct TextTable {
  private var rows: [[String]] = []

  /// A table with a head.
  init(head: [String]) { rows = [head] }

  /// Adds a row; it has as many cells as the head.
  mutating func add(_ row: [String]) { rows.append(row) }

  /// The table, a line a row.
  var text: String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blanks : blanks + cell
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension TextTable {
  /// A row for each benchmark, a column for each specimen, both in the order they come in.
  init(of figures: [Figure]) {
    var specimens: [String] = []
    var benchmarks: [String] = []
    var cells: [String: [String: String]] = [:]
    for figure in figures {
      if !specimens.contains(figure.specimen) { specimens.append(figure.specimen) }
      if cells[figure.benchmark] == nil { benchmarks.append(figure.benchmark) }
      cells[figure.benchmark, default: [:]][figure.specimen] = figure.text
    }
    self.init(head: ["benchmark"] + specimens)
    for benchmark in benchmarks { add([benchmark] + specimens.map { cells[benchmark]?[$0] ?? "–" }) }
  }

  /// A row for each figure that both `old` and `new` have, with the ratio of the two.
  init(comparing old: [Figure], with new: [Figure]) {
    let before = Dictionary(old.map { ([$0.benchmark, $0.specimen, $0.unit.rawValue], $0) }) { first, _ in first }
    self.init(head: ["benchmark", "document", "old", "new", "new/old"])
    for figure in new {
      guard let other = before[[figure.benchmark, figure.specimen, figure.unit.rawValue]] else { continue }
      let ratio = other.value > 0 ? Figure.decimal(figure.value / other.value, digits: 3) : "–"
      add([figure.benchmark, figure.specimen, other.text, figure.text, ratio])
    }
  }
}
