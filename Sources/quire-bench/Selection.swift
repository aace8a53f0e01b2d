import ArgumentParser

/// What is measured, and how it is shown.
struct Selection: ParsableArguments {
  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case tsv
  }

  @Option(
    help: ArgumentHelp(
      "What to measure on: pages with as many comments (1k, 1M), line, deep, wide, or those at another size (deep:1k).",
      valueName: "list"
    )
  )
  var documents: String = Specimen.usual

  @Option(help: ArgumentHelp("Only benchmarks whose names contain this; may be given again.", valueName: "words"))
  var only: [String] = []

  @Option(help: "The window's columns and rows.")
  var window: Window = .usual

  @Option(help: "A table to read, or lines of tab-separated values to compare.")
  var format: Format = .table

  func validate() throws {
    for name in documents.split(separator: ",") where Specimen(argument: String(name)) == nil {
      throw ValidationError("there is no document called \(name); give 1k, 1M, line, deep, wide or deep:1k")
    }
    if benchmarks.isEmpty, figureNames.isEmpty {
      throw ValidationError("no benchmark's name contains \(only.joined(separator: " or ")); --list lists them")
    }
  }

  /// The specimens asked for, in the order given.
  var specimens: [Specimen] { documents.split(separator: ",").compactMap { Specimen(argument: String($0)) } }

  /// The benchmarks asked for.
  var benchmarks: [Benchmark] { Benchmark.all(window: window).filter { isAsked(for: $0.name) } }

  /// Whether `name` is one of those asked for.
  func isAsked(for name: String) -> Bool { only.isEmpty || only.contains { name.firstRange(of: $0) != nil } }

  /// The facts about the documents themselves that are asked for.
  var figureNames: [String] { Material.facts.map(\.name).filter(isAsked(for:)) }
}
