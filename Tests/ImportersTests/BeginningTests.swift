import DocumentModel
import TestSupport
import Testing

@testable import Importers

@Suite("The document of a beginning is the beginning of the document")
struct BeginningTests {
  @Test("Of pages with long threads", arguments: 0..<10)
  func pages(_ seed: UInt64) {
    var page = RandomPage(seed: seed)
    #expect(beginningDefects(page.text(bytes: 260_000), seed: seed) == [])
  }

  @Test("Of all fixtures one after the other, in any order", arguments: 0..<4)
  func fixtures(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let fixtures = PlainTextFixtureTests.names.map(PlainTextFixtureTests.bytes)
    var text: [UInt8] = []
    while text.count < 200_000 { text += generator.pick(fixtures) }
    #expect(beginningDefects(text, seed: seed) == [])
  }

  @Test("The end of the bytes is no end of the page: a foot is left out only when more is known")
  func foot() {
    let comment = "  1. ann says:\n    1 May 2020 10:20\n    Words that somebody wrote.\n"
    let text = "A title of it\n\n" + String(repeating: comment, count: 3) + "Leave a Reply\n"
    let whole = PlainTextImporter.read(Array(text.utf8).span)
    let beginning = PlainTextImporter.read(Array(text.utf8).span, isComplete: false)
    #expect(whole.diagnostics.contains { $0.message.contains("foot of the page") })
    #expect(!beginning.diagnostics.contains { $0.message.contains("foot of the page") })
    #expect(beginning.comments.count == 3)
  }

  @Test("Reading tells how far it is, and ends when it is told to")
  func progress() {
    var page = RandomPage(seed: 1)
    let bytes = page.text(bytes: 300_000)
    let progress = ImportProgress()
    let whole = PlainTextImporter.read(bytes.span, progress: progress)
    #expect(progress.bytesRead > bytes.count - 2 * ImportProgress.interval)
    progress.cancel()
    #expect(PlainTextImporter.read(bytes.span, progress: progress).count < whole.count / 4)
  }
}
