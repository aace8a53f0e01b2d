import DocumentModel
import TestSupport
import Testing

@Suite("Dumps")
struct DumpTests {
  @Test("Every element and every fact is shown")
  func everything() {
    var builder = DocumentBuilder(
      metadata: Metadata(title: "A \"clock\"", byline: "b", site: "s", published: Timestamp(year: 2024, month: 3))
    )
    builder.leaf(.heading(level: 2), "h")
    builder.leaf(.paragraph, "a\\b\nc")
    builder.openPullQuote(Statement(speaker: "board", repeatsArticle: true))
    builder.text("q")
    builder.close()
    builder.open(.list(ordered: true))
    builder.leaf(.listItem, "i")
    builder.close()
    builder.leaf(.code, "x")
    builder.leaf(.rule, "")
    builder.openCode(language: "swift")
    builder.close()
    builder.open(.table)
    builder.open(.tableRow)
    builder.leaf(.tableCell, "c")
    builder.close()
    builder.close()
    builder.openFigure(Figure(alt: "a", address: "https://b.example/"))
    builder.leaf(.paragraph, "caption")
    builder.close()
    builder.openFootnote(Footnote(label: "1"))
    builder.text("f")
    builder.close()
    builder.leaf(.signature, "s")
    builder.openArticle(
      Article(title: "t", byline: "b", published: Timestamp(year: 2024), address: "https://c.example/")
    )
    builder.leaf(.heading(level: 2), "h")
    builder.close()
    let time = Timestamp(year: 2024, month: 3, day: 3, hour: 15, minute: 40)
    builder.openComment(Comment(id: "12", author: "mira", displayName: "M", published: time, score: -1))
    builder.openQuotation(Statement(claim: Statement.Claim(comment: "11", author: "ann")))
    builder.close()
    builder.openComment(Comment(id: "13", age: "1 h", standing: .flagged))
    builder.diagnostics.append(Diagnostic(.warning, line: 3, column: 1, "odd"))
    builder.diagnostics.append(Diagnostic(.info, line: 4, "so"))
    builder.diagnostics.append(Diagnostic(.info, "all"))
    #expect(
      builder.finish().dump() == #"""
        document title="A \"clock\"" byline="b" site="s" at=2024-03
          section
            heading 2 "h"
            paragraph "a\\b\nc"
            pullQuote speaker="board" repeats "q"
            list ordered
              listItem "i"
            code "x"
            rule
            code language="swift"
            table
              row
                cell "c"
            figure alt="a" address="https://b.example/"
              paragraph "caption"
            footnote label="1" "f"
            signature "s"
          article title="t" byline="b" at=2024 address="https://c.example/"
            section
              heading 2 "h"
          discussion
            comment #12 author="mira" name="M" at=2024-03-03T15:40 score=-1
              quotation claim.comment="11" claim.author="ann"
              comment #13 age="1 h" flagged
        warning 3:1: odd
        info 4: so
        info: all

        """#
    )
  }

  @Test("A chain of 100,000 replies, built and dumped, costs what 100,000 comments cost", .timeLimit(.minutes(10)))
  func chain() {
    let document = Document.chain(ofReplies: 100_000)
    #expect(document.comments.count == 100_000)
    let last = document.node(ofComment: 99_999)
    #expect(document.commentDepth(of: last) == 99_999)
    #expect(document.replyCount(of: document.node(ofComment: 0)) == 99_999)
    #expect(document.dump().utf8.count < 100_000 * 500)
  }

  @Test("A dump names every node once", arguments: 0..<50 as Range<UInt64>)
  func lines(seed: UInt64) {
    let document = Document(seed: seed)
    let lines = document.dump().split(separator: "\n")
    #expect(lines.count == document.count + document.diagnostics.count)
  }
}
