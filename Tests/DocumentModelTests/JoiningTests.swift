import DocumentModel
import TestSupport
import Testing

/// What happens to a builder between two top-level comments.
private struct Thread {
  /// Writes a thread, of some depth and with blocks of every kind.
  static func write(_ number: Int, to builder: inout DocumentBuilder, _ generator: inout SeededGenerator) {
    var depth = 0
    for reply in 0..<Int.random(in: 1...6, using: &generator) {
      let level = reply == 0 ? 0 : Int.random(in: 1...depth, using: &generator)
      while depth > level {
        builder.close()
        depth -= 1
      }
      // Few ids and few authors, so that they repeat; some have none.
      let id = ["", "a", "b", "a~2", "0123456789abc", "\(number).\(reply)"].randomElement(using: &generator)!
      let author = ["ann", "bob", nil].randomElement(using: &generator)!
      builder.openComment(Comment(id: id, author: author, score: reply))
      depth += 1
      for _ in 0..<Int.random(in: 0...3, using: &generator) { writeBlock(to: &builder, &generator) }
    }
    while depth > 0 {
      builder.close()
      depth -= 1
    }
  }

  private static func writeBlock(to builder: inout DocumentBuilder, _ generator: inout SeededGenerator) {
    let word = ["fog", "lamp", "quay"].randomElement(using: &generator)!
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      builder.openQuotation(Statement(speaker: word))
      builder.leaf(.paragraph, word)
      builder.close()
    case 1:
      builder.openCode(language: word)
      builder.text("let x")
      builder.close()
    case 2:
      builder.openFigure(Figure(alt: word))
      builder.leaf(.paragraph, "caption")
      builder.close()
    case 3:
      builder.openFootnote(Footnote(label: word))
      builder.leaf(.paragraph, "note")
      builder.close()
    case 4:
      builder.open(.table)
      builder.open(.tableRow)
      for _ in 0..<2 {
        builder.open(.tableCell)
        builder.leaf(.paragraph, word)
        builder.close()
      }
      builder.close()
      builder.close()
    default:
      builder.open(.paragraph)
      let start = builder.textCount
      builder.text(word)
      builder.span(.strong, from: start)
      builder.close()
    }
  }
}

@Suite("Discussions made in parts")
struct JoiningTests {
  @Test("They are what one builder makes", arguments: 0..<60)
  func parts(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...8, using: &generator)
    let cut = Int.random(in: 0...count, using: &generator)
    var other = generator
    var whole = DocumentBuilder()
    whole.leaf(.paragraph, "The article.")
    for number in 0..<count { Thread.write(number, to: &whole, &generator) }
    var first = DocumentBuilder()
    first.leaf(.paragraph, "The article.")
    var second = DocumentBuilder(isPart: true)
    for number in 0..<count {
      if number < cut { Thread.write(number, to: &first, &other) } else { Thread.write(number, to: &second, &other) }
    }
    first.append(discussionOf: second)
    let (expected, joined) = (whole.finish(), first.finish())
    #expect(joined.dump() == expected.dump())
    #expect(joined.diagnostics == expected.diagnostics)
    for node in expected.nodes { #expect(joined.textRange(of: node) == expected.textRange(of: node)) }
  }
  /// The lines of a dump that are nodes of the article, or of the discussion.
  private func lines(_ document: Document, ofDiscussion: Bool) -> [Substring] {
    let lines = document.dump().split(separator: "\n").dropFirst().filter { $0.hasPrefix(" ") }
    let start = lines.firstIndex { $0 == "  discussion" } ?? lines.count
    return Array(ofDiscussion ? lines[start...] : lines[..<start])
  }

  @Test("An article and a discussion of two documents are what they were in each", arguments: 0..<60)
  func twoDocuments(seed: Int) {
    let article = Document(seed: UInt64(seed))
    var generator = SeededGenerator(seed: UInt64(seed) + 1000)
    var builder = DocumentBuilder(metadata: Metadata(title: "Posted"))
    builder.leaf(.heading(level: 2), "What was posted")
    builder.leaf(.paragraph, "It.")
    for number in 0..<Int.random(in: 0...4, using: &generator) { Thread.write(number, to: &builder, &generator) }
    let thread = builder.finish()

    let joined = article.discussed(in: thread)
    #expect(joined.metadata == article.metadata)
    #expect(lines(joined, ofDiscussion: false) == lines(article, ofDiscussion: false))
    #expect(lines(joined, ofDiscussion: true) == lines(thread, ofDiscussion: true))
    let end = joined.articleTextRange.upperBound
    #expect(joined.text[..<end] == article.text[article.articleTextRange])
    #expect(joined.text[end...].elementsEqual(thread.text[thread.articleTextRange.upperBound...]))
    #expect(joined.comments.map(\.id) == thread.comments.map(\.id))

    let posted = article.discussed(in: thread, under: Article(title: "Posted"))
    #expect(posted.articles.map(\.title) == article.articles.map(\.title) + ["Posted"])
    #expect(lines(posted, ofDiscussion: true) == lines(thread, ofDiscussion: true))
    let own = lines(posted, ofDiscussion: false)
    #expect(own.starts(with: lines(article, ofDiscussion: false)))
    #expect(
      own.suffix(4) == [
        "  article title=\"Posted\"", "    section", "      heading 2 \"What was posted\"", "      paragraph \"It.\"",
      ]
    )
  }
}
