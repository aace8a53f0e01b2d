import DocumentModel
import TestSupport
import Testing

@testable import Importers

@Suite("A thread read in parts is the thread read at once")
struct ThreadPartsTests {
  @Test("Of pages with long threads", arguments: 0..<20)
  func pages(_ seed: UInt64) {
    var page = RandomPage(seed: seed)
    check(page.text(bytes: 90_000))
  }

  @Test("Of all fixtures one after the other, in any order", arguments: 0..<6)
  func fixtures(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let fixtures = PlainTextFixtureTests.names.map(PlainTextFixtureTests.bytes)
    var text: [UInt8] = []
    while text.count < 60_000 { text += generator.pick(fixtures) }
    check(text)
  }

  @Test("Ids that repeat across parts get the numbers they get at once, and what is said once is said once")
  func repeats() {
    let comment = "  1. ann says:\n    1 May 2020 10:20\n    Words that somebody wrote.\n    Reply\n"
    let other = "  2. bob says:\n    2 May 2020 10:20\n    Other words that somebody wrote.\n    Reply\n"
    check(Array(("A title of it\n\n" + String(repeating: comment + other, count: 600)).utf8))
  }

  private func check(_ text: [UInt8]) {
    let whole = PlainTextImporter.read(text.span, division: ThreadReader.Division(parts: 1))
    for parts in 2...5 {
      let division = ThreadReader.Division(parts: parts, minimum: 2_000)
      let joined = PlainTextImporter.read(text.span, division: division)
      #expect(joined.dump() == whole.dump(), "\(parts) parts")
      #expect(Array(joined.comments) == Array(whole.comments), "\(parts) parts")
      #expect(joined.statements == whole.statements, "\(parts) parts")
      #expect(joined.spans == whole.spans, "\(parts) parts")
      #expect(joined.diagnostics == whole.diagnostics, "\(parts) parts")
    }
  }
}
