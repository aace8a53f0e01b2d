import DocumentModel
import Exporters
import Importers
import StatementLinking
import TestSupport
import Testing

@Suite("Markdown, written")
struct MarkdownExporterTests {
  private func markdown(_ document: Document, part: TextExporter.Part = .everything, isLinked: Bool = true) -> String {
    var bytes: [UInt8] = []
    let links = isLinked ? StatementLinks(linking: document) : StatementLinks(sources: [])
    MarkdownExporter.export(document, links: links, part: part) { chunk in
      chunk.withUnsafeBufferPointer { bytes += $0 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func read(_ markdown: String) -> Document { MarkdownImporter.read(Array(markdown.utf8).span) }

  @Test("Blocks are what Markdown has for them")
  func blocks() {
    let document = Document(
      sketch: """
        For ninety years the lamp was lit by a clock.
        ## A clock without a keeper
        > the harbour board: The light is not late.
        * one
        * two
          1. three
          1. four
        |swift let x = `1`
        |
        |   ```y```
        || Month | Hours | of
        || March | 3|1
        || April
        ![The lamp at night](https://harbour.example/lamp (1).jpg)
          Photo: the board
        ![]()
        ---
        [1] By the board.
        """,
      metadata: Metadata(
        title: "The \"light\"",
        byline: "Ines Falk",
        published: Timestamp(year: 2024, month: 3, day: 3),
        address: "https://harbour.example/"
      )
    )
    #expect(
      markdown(document) == #"""
        ---
        title: "The \"light\""
        author: "Ines Falk"
        date: "2024-03-03"
        url: "https://harbour.example/"
        ---

        # The "light"

        For ninety years the lamp was lit by a clock.

        ## A clock without a keeper

        > The light is not late.
        >
        > — the harbour board

        * one
        * two
          1. three
          2. four

        ````swift
        let x = `1`

          ```y```
        ````

        | Month | Hours | of |
        |---|---|---|
        | March | 3 | 1 |
        | April | | |

        ![The lamp at night](https://harbour.example/lamp%20%281%29.jpg)

        Photo: the board

        \[image]

        ___

        \[1] By the board.

        """#
    )
  }

  @Test("Comments are entries of nested lists, and quotations name what they quote")
  func comments() {
    let document = Document(
      sketch: """
        @harbourmaster #a b
          The fog signal was never automatic, and never will be.
          @mira #2
            > The fog signal was never automatic, and never will be.
            Who?
            * a list
            @ann #3
              - not a list
        @bob #4
          1974. It was then.
        """
    )
    #expect(
      markdown(document) == #"""
        ## Discussion: 4 comments

        - <a id="comment-a%20b"></a>**harbourmaster**

          The fog signal was never automatic, and never will be.

          - **mira**

            > The fog signal was never automatic, and never will be.
            >
            > — [harbourmaster](#comment-a%2520b)

            Who?

            * a list

            - **ann**

              \- not a list

        - **bob**

          1974\. It was then.

        """#
    )
  }

  @Test("Lists that follow each other stay two, and entries may begin with anything")
  func lists() {
    var builder = DocumentBuilder()
    for isOrdered in [false, false, true, true] {
      builder.open(.list(ordered: isOrdered))
      builder.open(.listItem)
      builder.openQuotation(Statement())
      builder.text("one")
      builder.close()
      builder.leaf(.paragraph, "two")
      builder.close()
      builder.leaf(.listItem, "")
      builder.leaf(.listItem, "three")
      builder.close()
    }
    let text = markdown(builder.finish())
    #expect(
      text.hasPrefix(
        """
        * > one

          two

        *

        * three

        + > one

          two

        """
      )
    )
    let back = read(text)
    #expect(back.nodes.filter { back[$0] == .list(ordered: false) }.count == 2)
    #expect(back.nodes.filter { back[$0] == .list(ordered: true) }.count == 2)
    #expect(back.nodes.filter { back[$0] == .listItem }.count >= 8)
  }

  @Test("Links are references, and what is set off reads back as it was")
  func spans() {
    var builder = DocumentBuilder()
    func paragraph(_ parts: [(String, [TextSpan.Role])]) {
      builder.open(.paragraph)
      for (text, roles) in parts {
        let start = builder.textCount
        builder.text(text)
        for role in roles { builder.span(role, from: start) }
      }
      builder.close()
    }
    paragraph([
      ("See ", []), ("the report", [.link(address: "https://a.example/r?a=1&b=(2)")]), (" and ", []),
      ("run", [.strong]), (" or ", []), ("walk", [.emphasis]), (".", []),
    ])
    paragraph([("un", []), ("(bel)", [.strong]), ("ievable", [.emphasis]), ("!", []), ("x", [.link(address: "/y")])])
    paragraph([("a`b", [.code]), (" ", []), ("c|d", [.code]), (" ", []), ("e*f", [.code])])
    paragraph([("bad", [.link(address: "javascript:alert(1)")]), (" words", [.strong, .emphasis])])
    let document = builder.finish()
    let text = markdown(document)
    #expect(
      text == #"""
        See [the report][1] and **run** or *walk*.

        un<strong>(bel)</strong><em>ievable</em>\![x][2]

        <code>a\`b</code> <code>c|d</code> `e*f`

        bad<strong><em> words</em></strong>

        [1]: https://a.example/r?a=1&b=%282%29
        [2]: /y

        """#
    )
    let back = read(text)
    #expect(back.string(in: 0..<back.text.count) == document.string(in: 0..<document.text.count))
    #expect(back.spans.filter { $0.role == .strong }.count == 3)
    #expect(back.spans.filter { $0.role == .code }.count == 3)
  }

  @Test(
    "What looks like a mark is read back as the words it is",
    arguments: [
      "# no heading", "- no list", "+ no list", "* no list", "1. no list", "12) no list", "> no quotation", "---",
      "===", "***", "___", "~~~", "```", "    no code", "\tno code", "| a | b |", "a | b\n--- | ---", "a\n:-: | :-:",
      "*a* **b** _c_ __d__ snake_case_word _", "`a` ``b", "[a](b) ![c](d) [e]: f", "[e]: f", "[^1]: g",
      "<b>a</b> <!-- b -->",
      "<script>a", "a < b > c & d &amp; &lt; &#35; &copy", "\\ \\* \\\\", "a\\", "~~a~~ ~b~", "a\nb\n- c\n# d\ne",
      "http://a.example/_b_?c=*d*&e=<f>", "<http://a.example/>", "a@b.example _ www.c.example/_d_", "![", "!", "]",
      "a\n===", "a\n---", "+", "-", "1.", "#", ">", "Term\n: definition", "$a_b$", ":smile: @name #1", "\u{301}a",
      "**", "* * *", "a  \nb", "\"'\"", "a\u{1}\u{1B}[31mb\u{85}c",
    ]
  )
  func escaping(words: String) {
    var builder = DocumentBuilder()
    builder.leaf(.paragraph, words)
    builder.leaf(.heading(level: 2), words)
    builder.open(.list(ordered: false))
    builder.leaf(.listItem, words)
    builder.close()
    builder.open(.table)
    for _ in 0..<2 {
      builder.open(.tableRow)
      builder.leaf(.tableCell, words)
      builder.leaf(.tableCell, "x")
      builder.close()
    }
    builder.close()
    builder.openComment(Comment(author: words))
    builder.openQuotation(Statement(speaker: words))
    builder.text(words)
    builder.close()
    let document = builder.finish()
    let text = markdown(document)
    let expected = folded(words)
    #expect(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F..<0xA0).contains($0.value) }
    )
    let back = read(text)
    let article = back.nodes.filter { back.hasText($0) }.map { folded(back.string(in: back.textRange(of: $0))) }
    #expect(Array(article.prefix(3)) == [expected, expected, expected], "\(text)")
    let cells = back.nodes.filter { back[$0] == .tableCell }.map { folded(back.string(in: back.textRange(of: $0))) }
    #expect(cells == [expected, "x", expected, "x"], "\(text)")
  }

  /// White space as Markdown keeps it, control characters as they are shown.
  private func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00..<0x20 where scalar != "\n" && scalar != "\t":
        scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
      case 0x7F..<0xA0: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars).split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test("All words of a document are read back, in their order", arguments: 0..<100 as Range<UInt64>)
  func words(seed: UInt64) {
    let document = Document(seed: seed)
    let text = markdown(document)
    let back = read(text)
    var rest = folded(back.string(in: 0..<back.text.count))[...]
    for node in document.nodes where document.hasText(node) {
      let words = folded(document.string(in: document.textRange(of: node)))
      guard let range = rest.firstRange(of: words) else {
        Issue.record("\(words) is not read back, or not in its place:\n\(text)")
        return
      }
      rest = rest[range.upperBound...]
    }
  }

  @Test("Either part can be left out")
  func parts() {
    let document = Document(sketch: "one\n@ann\n  two", metadata: Metadata(title: "T"))
    #expect(markdown(document, part: .article) == "---\ntitle: \"T\"\n---\n\n# T\n\none\n")
    #expect(markdown(document, part: .comments) == "## Discussion: 1 comment\n\n- **ann**\n\n  two\n")
    #expect(markdown(Document(sketch: "")) == "")
  }

  @Test(
    "A chain of 100,000 replies and 20,000 quotations in each other are written as fast as others",
    .timeLimit(.minutes(10))
  )
  func depth() {
    let text = markdown(.chain(ofReplies: 100_000), isLinked: false)
    #expect(text.utf8.count < 100_000 * 400)
    #expect(text.contains("- <a id=\"comment-c99998\"></a>"))
    #expect(text.contains(" · in reply to [author "))
    var builder = DocumentBuilder()
    for _ in 0..<20_000 { builder.openQuotation(Statement()) }
    builder.leaf(.paragraph, "At last.")
    let nested = markdown(builder.finish())
    #expect(nested.utf8.count < 20_000 * 150)
    #expect(folded(read(nested).string(in: 0..<9)) == "At last.")
  }
}
