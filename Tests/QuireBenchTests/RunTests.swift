import ArgumentParser
import DocumentModel
import Testing

@testable import quire_bench

@Suite struct RunTests {
  /// Every benchmark, once, on the smallest documents: whether it runs, not how long it takes.
  @Test(arguments: ["50", "line:2k", "deep:20", "wide:20"])
  func everyBenchmarkGivesAFigure(document: String) throws {
    let run = try Run.parse(["--documents", document, "--runs", "1"])
    var figures: [quire_bench.Figure] = []
    for specimen in run.selection.specimens { run.measure(specimen) { figures.append($0) } }
    var expected = Material.facts.map(\.name) + Benchmark.all(window: .usual).map(\.name)
    // What is built is not imported, and one line has no beginning.
    if document != "50" { expected.removeAll { ["import/beginning", "frame/longer"].contains($0) } }
    // Of a library of a thousand documents there is a page only.
    expected.removeAll { $0.hasPrefix("library/search") || document != "50" && $0.hasPrefix("library/") }
    if !document.hasPrefix("line"), document != "50" { expected.removeAll { $0 == "import/whole" } }
    #expect(figures.map(\.benchmark) == expected)
    #expect(figures.allSatisfy { $0.specimen == document && ($0.value > 0 || $0.benchmark == "document/memory") })
    #expect(Set(expected).count == expected.count)
    #expect(TextTable(of: figures).text.split(separator: "\n").count == expected.count + 1)
  }

  @Test func filtersGoByNameAndByDocument() throws {
    let selection = try Run.parse(["--documents", "1k,deep:2", "--only", "paint/fold", "--only", "import/whole"])
      .selection
    #expect(selection.specimens.map(\.label) == ["1k", "deep:2"])
    #expect(selection.benchmarks.count > 3)
    #expect(selection.benchmarks.allSatisfy { $0.name == "import/whole" || $0.name.hasPrefix("paint/fold") })
    #expect(throws: (any Error).self) { try Run.parse(["--documents", "1k,long"]) }
    #expect(throws: (any Error).self) { try Run.parse(["--only", "nothing of the kind"]) }
  }
}
