import Testing

@testable import quire_bench

@Suite struct FigureTests {
  private func figure(_ name: String, _ value: Double, _ unit: Figure.Unit = .nanoseconds) -> Figure {
    Figure(benchmark: name, specimen: "1k", unit: unit, value: value)
  }

  @Test func figuresHaveThreeDigitsAndTheirUnit() {
    let cases: [(Double, Figure.Unit, String)] = [
      (0, .nanoseconds, "0.00 ns"), (1.204, .nanoseconds, "1.20 ns"), (16_050, .nanoseconds, "16.1 µs"),
      (999_400, .nanoseconds, "999 µs"), (999_600, .nanoseconds, "1.00 ms"), (9_996_000, .nanoseconds, "10.0 ms"),
      (12_300_000_000_000, .nanoseconds, "12300 s"), (3_410_000, .bytes, "3.41 MB"), (812, .instructions, "812"),
      (48_100, .instructions, "48.1 k"),
    ]
    for (value, unit, text) in cases { #expect(figure("a", value, unit).text == text) }
  }

  @Test func linesAreReadAsTheyWereWritten() {
    for unit in [Figure.Unit.nanoseconds, .bytes, .instructions] {
      let written = figure("key/line-down", 1234.5, unit)
      #expect(Figure(line: written.line) == written)
    }
    #expect(Figure(line: Figure.header) == nil)
    #expect(Figure(line: "") == nil)
  }

  @Test func tablesAreAligned() {
    let other = Figure(benchmark: "link", specimen: "deep", unit: .nanoseconds, value: 20)
    #expect(
      TextTable(of: [figure("import", 1_500_000), figure("link", 2), other]).text == """
        benchmark       1k     deep
        import     1.50 ms        –
        link       2.00 ns  20.0 ns

        """
    )
  }

  @Test func comparingGivesTheRatioOfWhatBothHave() {
    let old = [figure("import", 2000), figure("link", 10), figure("frame/first", 0)]
    let new = [
      figure("frame/first", 5), figure("import", 3000), figure("layout/up", 1), figure("link", 5, .instructions),
    ]
    #expect(
      TextTable(comparing: old, with: new).text == """
        benchmark    document      old      new  new/old
        frame/first        1k  0.00 ns  5.00 ns        –
        import             1k  2.00 µs  3.00 µs    1.500

        """
    )
  }
}
