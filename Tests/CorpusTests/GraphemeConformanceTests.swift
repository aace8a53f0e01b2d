import TerminalModel
import Testing

/// The test file of the Unicode Consortium for the grapheme clusters of UAX #29, all of its lines.
@Suite struct GraphemeConformanceTests {
  @Test func everyLineOfTheTestFile() throws {
    guard let file = UnicodeTestFile("GraphemeBreakTest.txt") else { return }
    let cases = file.cases
    #expect(cases.count > 700)
    var failures: [String] = []
    for test in cases {
      let bytes = test.bytes
      var breaks: [Int] = []
      var offset = 0
      while offset < bytes.count {
        offset = DisplayWidth.endOfCluster(in: bytes.span, from: offset, to: bytes.count)
        breaks.append(offset)
      }
      if breaks.dropLast() != test.breaks[...] { failures.append(test.line) }
    }
    #expect(failures.isEmpty, "\(failures.count) of \(cases.count) lines, first \(failures.first ?? "")")
  }
}
