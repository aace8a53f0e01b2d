import ArgumentParser
import Glibc

/// The command `quire-bench`: measures what a reader waits for.
@main
struct QuireBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quire-bench",
    abstract: "Measure import, linking, layout, keys and frames at several sizes of document.",
    subcommands: [Run.self, Instructions.self, Pages.self, Trust.self, Compare.self],
    defaultSubcommand: Run.self
  )
}

/// `quire-bench run`: processor time, the best of some runs.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measure processor time and memory (default).")

  @OptionGroup var selection: Selection

  @Option(help: ArgumentHelp("Of how many runs the best counts.", valueName: "count"))
  var runs: Int = 5

  @Flag(help: "List the benchmarks: what each measures, and what is warm.")
  var list = false

  func run() {
    if list { return writeOut(listing) }
    let table = selection.format == .table
    if !table { writeOut(Figure.header + "\n") }
    var figures: [Figure] = []
    for specimen in selection.specimens {
      measure(specimen) { figure in
        figures.append(figure)
        if !table { writeOut(figure.line + "\n") }
      }
    }
    if table { writeOut(TextTable(of: figures).text) }
  }

  /// Measures everything asked for on one specimen.
  func measure(_ specimen: Specimen, report: (Figure) -> Void) {
    let material = Material(specimen)
    let label = specimen.label
    for fact in Material.facts where selection.isAsked(for: fact.name) {
      report(Figure(benchmark: fact.name, specimen: label, unit: .bytes, value: Double(fact.bytes(material))))
    }
    for benchmark in selection.benchmarks {
      guard let time = benchmark.nanoseconds(on: material, runs: runs) else { continue }
      report(Figure(benchmark: benchmark.name, specimen: label, unit: .nanoseconds, value: time))
    }
  }

  private var listing: String {
    let facts = Material.facts.filter { selection.isAsked(for: $0.name) }.map { ($0.name, $0.summary) }
    let rows = facts + selection.benchmarks.map { ($0.name, $0.summary) }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { $0 + String(repeating: " ", count: width + 2 - $0.count) + $1 + "\n" }.joined()
  }
}

/// `quire-bench compare OLD NEW`.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two results in tab-separated values: each figure, and the ratio."
  )

  @Argument(help: "What --format tsv wrote before.") var old: String
  @Argument(help: "What it wrote after.") var new: String

  func run() throws {
    writeOut(TextTable(comparing: try Self.figures(in: old), with: try Self.figures(in: new)).text)
  }

  private static func figures(in path: String) throws -> [Figure] {
    guard let text = TextFile.contents(of: path) else { throw Failure("\(path): it cannot be read") }
    let figures = text.split(separator: "\n").compactMap(Figure.init(line:))
    guard !figures.isEmpty else { throw Failure("\(path): no figures in it; write it with --format tsv") }
    return figures
  }
}

/// What ends a command: one line, `what was found; what to do`.
struct Failure: Error, CustomStringConvertible {
  /// The line.
  let description: String

  /// A failure with its line.
  init(_ description: String) { self.description = description }
}

/// Writes to standard output at once, so that a pipe sees each figure as soon as it is known.
func writeOut(_ text: String) {
  print(text, terminator: "")
  fflush(nil)
}
