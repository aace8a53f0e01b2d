import ArgumentParser
import DocumentModel
import Importers

/// `quire-bench trust FILE…`: whether links can be trusted.
struct Trust: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure links of quotations: found and wrong ones, by how close words have to come.",
    discussion: """
      Files are threads of any format that Quire reads. Where a page says whom it quotes, the words alone have to find \
      the same comment. Decoys and changed quotations are put into copies of the threads.
      """
  )

  @Option(help: ArgumentHelp("How close words have to come, in percent; may be given again.", valueName: "percent"))
  var threshold: [Int] = [60, 70, 75, 80, 85, 90, 100]

  @Flag(help: "List what went wrong at the first threshold.")
  var verbose = false

  @Argument(help: "Threads.") var files: [String]

  func run() throws {
    let documents = try files.map { path in
      guard let bytes = TextFile.bytes(of: path) else { throw Failure("\(path): it cannot be read") }
      return DocumentImporter.read(bytes.span, as: FormatDetection.format(of: bytes.span, name: path))
    }.filter { $0.comments.count > 1 }
    writeOut("\(documents.count) threads with \(documents.map(\.comments.count).reduce(0, +)) comments\n\n")
    var rows = [TrustTally.titles]
    for percent in threshold {
      var tally = TrustTally(similarity: Double(percent) / 100, isVerbose: verbose && percent == threshold[0])
      for (number, document) in documents.enumerated() {
        tally.countClaims(of: document)
        var random = SeededGenerator(seed: UInt64(number + 1))
        tally.countDecoys(in: document, from: documents, using: &random)
        for share in TrustTally.mutations { tally.countMutations(in: document, percent: share, using: &random) }
      }
      rows.append(["\(percent) %"] + tally.cells)
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for (number, row) in rows.enumerated() {
      let cells = zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
      writeOut("| " + cells.joined(separator: " | ") + " |\n")
      if number == 0 { writeOut("|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|\n") }
    }
  }
}
