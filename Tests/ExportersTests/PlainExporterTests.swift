import DocumentModel
import Exporters
import StatementLinking
import TestSupport
import Testing

private func plain(_ document: Document, part: TextExporter.Part = .everything, isLinked: Bool = true) -> String {
  var text = ""
  let links = isLinked ? StatementLinks(linking: document) : StatementLinks(sources: [])
  PlainExporter.export(document, links: links, part: part) { chunk in
    chunk.withUnsafeBufferPointer { text += String(decoding: $0, as: UTF8.self) }
  }
  return text
}

@Suite("Text to be read aloud")
struct PlainExporterTests {
  @Test("An article says what its blocks are")
  func article() {
    let document = Document(
      sketch: """
        For ninety years the lamp was lit by a clock.
        ## A clock without a keeper
        > the harbour board: The light is not late.
        > “We have no keeper.”
        * one
          > ann: two
        * three
          1. four
          1. five
        | let x = 1
        |   y
        ---
        The end.
        """,
      metadata: Metadata(
        title: "The light that kept its own hours",
        byline: "Ines Falk",
        site: "Coastal Review",
        published: Timestamp(year: 2024, month: 3, day: 3)
      )
    )
    #expect(
      plain(document) == """
        Title: The light that kept its own hours
        By Ines Falk
        Site: Coastal Review
        Published 3 March 2024

        For ninety years the lamp was lit by a clock.

        Heading, level 2: A clock without a keeper
        Statement by the harbour board: "The light is not late."
        Statement: “We have no keeper.”
        List of 2 entries:
        1: one
        Quotes ann: "two"
        2: three
        List of 2 entries:
        1: four
        2: five
        End of list.
        End of list.
        Code:
        let x = 1
          y
        End of code.
        Separator.
        The end.

        """
    )
  }

  @Test("A comment says its place, its author and whom it answers")
  func comments() {
    var builder = DocumentBuilder(metadata: Metadata(published: Timestamp(year: 2024, month: 3, day: 1)))
    builder.openComment(
      Comment(
        author: "harbourmaster",
        displayName: "Tom Reyes",
        published: Timestamp(year: 2024, month: 3, day: 3, hour: 14, minute: 2),
        score: 1
      )
    )
    builder.leaf(.paragraph, "The fog signal was never automatic.")
    builder.openComment(
      Comment(author: "mira", published: Timestamp(year: 2025, month: 3, day: 3, hour: 15, minute: 40))
    )
    builder.openQuotation(Statement(speaker: "harbourmaster"))
    builder.text("The fog signal was never automatic.")
    builder.close()
    builder.leaf(.paragraph, "The log says otherwise.")
    builder.openComment(Comment(age: "11 hours ago", score: 14, standing: .deleted))
    builder.openQuotation(Statement(claim: Statement.Claim(author: "mira")))
    builder.openQuotation(Statement())
    builder.text("Who?")
    builder.close()
    builder.leaf(.paragraph, "Why?")
    builder.close()
    builder.openComment(Comment(author: "ann"))
    #expect(
      plain(builder.finish(), part: .comments) == """
        4 comments.

        Comment 1 of 4, level 1, harbourmaster, Tom Reyes, 3 March 14:02, 1 point.
        The fog signal was never automatic.

        Comment 2 of 4, level 2, mira, in reply to harbourmaster, 3 March 2025 15:40.
        Quotes harbourmaster, comment 1: "The fog signal was never automatic."
        The log says otherwise.

        Comment 3 of 4, level 3, author unknown, in reply to mira, 11 hours ago, 14 points, deleted.
        Quotes mira:
        Quotes somebody: "Who?"
        Why?
        End of quotation.

        Comment 4 of 4, level 4, ann, in reply to an unknown author.

        """
    )
  }

  @Test("Either part can be left out")
  func parts() {
    let document = Document(sketch: "one\n@ann\n  two")
    #expect(plain(document, part: .article) == "one\n")
    #expect(plain(document, part: .comments) == "1 comment.\n\nComment 1 of 1, level 1, ann.\ntwo\n")
    #expect(plain(document) == "one\n\n1 comment.\n\nComment 1 of 1, level 1, ann.\ntwo\n")
    #expect(plain(Document(sketch: "")) == "")
  }

  @Test("All words of a document are said", arguments: 0..<100 as Range<UInt64>)
  func words(seed: UInt64) {
    let document = Document(seed: seed)
    var rest = plain(document)[...]
    for node in document.nodes where document.hasText(node) {
      let words = document.string(in: document.textRange(of: node))
      guard let range = rest.firstRange(of: words) else {
        Issue.record("\(words) is not said, or not in its place")
        return
      }
      rest = rest[range.upperBound...]
    }
  }

  @Test("A chain of 100,000 replies is written as fast as others", .timeLimit(.minutes(10)))
  func chain() {
    let text = plain(.chain(ofReplies: 100_000), isLinked: false)
    #expect(text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) == 5 + 100_000 * 3 + 99_999)
  }
}
