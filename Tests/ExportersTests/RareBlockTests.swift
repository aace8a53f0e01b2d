import DocumentModel
import Exporters
import StatementLinking
import TestSupport
import Testing
import TextLayout

@Suite("Tables, figures, footnotes, signatures and articles, written")
struct RareBlockTests {
  private static let document = Document(
    sketch: """
      || Month | Hours of fog | What was said of it
      || March | 31 | The lamp was lit by hand until spring.
      || | 4
      ![The lamp at night](https://harbour.example/lamp.jpg)
        Photo: the board
      ![]()
      [1] By the board.
      [2] By hand.
        And by clock.
      -- The board
      """
  )

  private func lines(_ document: Document, width: Int) -> String {
    let geometry = LayoutGeometry(window: width, column: width, hasGutter: false)
    var text = ""
    TextExporter.export(DocumentLayout(document, geometry: geometry)) { chunk in
      chunk.withUnsafeBufferPointer { text += String(decoding: $0, as: UTF8.self) }
    }
    return text
  }

  private func json(_ document: Document) -> String {
    let bytes = JSONExporter.export(document, links: StatementLinks(linking: document))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("    {") }
      .map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }

  @Test("Cells stand beside each other and are wrapped")
  func wide() {
    #expect(
      lines(Self.document, width: 44) == """
        Month  Hours of fog  What was said of it
        March  31            The lamp was lit by
                             hand until spring.
               4

        [image: The lamp at night]
        Photo: the board

        [image]

        [1] By the board.
        [2] By hand.

            And by clock.

        The board

        """
    )
  }

  @Test("Cells that have no room beside each other stand below each other, each with its column's name")
  func narrow() {
    #expect(
      lines(Self.document, width: 20).prefix { $0 != "[" } == """
        Month
        Hours of fog
        What was said of
          it

        Month: March
        Hours of fog: 31
        What was said of …:
          The lamp was lit
          by hand until
          spring.

        Month:
        Hours of fog: 4


        """
    )
  }

  @Test("Quire's JSON has them as the product says")
  func json() {
    #expect(
      json(Self.document) == #"""
        {"type": "table", "text": "Month\tHours of fog\tWhat was said of it\t\nMarch\t31\t\#
        The lamp was lit by hand until spring.\t\n\t4\t", "rows": [[[{"type": "paragraph", "text": "Month"}], \#
        [{"type": "paragraph", "text": "Hours of fog"}], [{"type": "paragraph", "text": "What was said of it"}]], \#
        [[{"type": "paragraph", "text": "March"}], [{"type": "paragraph", "text": "31"}], \#
        [{"type": "paragraph", "text": "The lamp was lit by hand until spring."}]], \#
        [[], [{"type": "paragraph", "text": "4"}]]]},
        {"type": "figure", "alt": "The lamp at night", "address": "https://harbour.example/lamp.jpg", \#
        "text": "Photo: the board", "blocks": [{"type": "paragraph", "text": "Photo: the board"}]},
        {"type": "figure", "address": ""},
        {"type": "footnote", "label": "1", "text": "By the board."},
        {"type": "footnote", "label": "2", "text": "By hand.\nAnd by clock.", \#
        "blocks": [{"type": "paragraph", "text": "And by clock."}]},
        {"type": "signature", "text": "The board"}
        """#
    )
  }

  @Test("Articles have heads, fold, and are read aloud as what they are")
  func articles() {
    var builder = DocumentBuilder(metadata: Metadata(title: "Harbour log"))
    builder.openArticle(
      Article(
        title: "The lamp",
        byline: "Ann",
        published: Timestamp(year: 2024, month: 3, day: 1),
        address: "https://a.example/"
      )
    )
    builder.leaf(.paragraph, "Lit.")
    builder.close()
    builder.openArticle(Article(address: "https://b.example/"))
    builder.openCode(language: "c")
    builder.text("x;")
    builder.close()
    builder.close()
    let document = builder.finish()
    #expect(
      lines(document, width: 40)
        == "Harbour log\n\nThe lamp\nby Ann · 1 March 2024\n\nLit.\n\nhttps://b.example/\n\n  x;\n"
    )
    #expect(
      json(document) == """
        {"type": "article", "title": "The lamp", "byline": "Ann", "published": "2024-03-01", "url": "https://a.example/", \
        "text": "Lit.", "blocks": [{"type": "paragraph", "text": "Lit."}]},
        {"type": "article", "url": "https://b.example/", "text": "x;", \
        "blocks": [{"type": "code", "language": "c", "text": "x;"}]}
        """
    )
    var plain = ""
    PlainExporter.export(document, links: StatementLinks(linking: document)) { chunk in
      chunk.withUnsafeBufferPointer { plain += String(decoding: $0, as: UTF8.self) }
    }
    #expect(
      plain == """
        Title: Harbour log

        Article: The lamp
        By Ann
        Published 1 March 2024
        Lit.
        End of article.

        Article.
        Code, c:
        x;
        End of code.
        End of article.

        """
    )
    var folds = FoldState()
    folds.setFolded(true, NodeIndex(1), in: document)
    let layout = DocumentLayout(document, geometry: LayoutGeometry(window: 40, hasGutter: false), folds: folds)
    let folded = layout.content(of: LinePosition(node: NodeIndex(1), index: 0))
    #expect(folded.runs.map(\.content) == [.literal("▸ "), .literal("The lamp · Lit.")])
  }

  @Test("Tables, figures and footnotes are read aloud as what they are")
  func plain() {
    var plain = ""
    PlainExporter.export(Self.document, links: StatementLinks(linking: Self.document)) { chunk in
      chunk.withUnsafeBufferPointer { plain += String(decoding: $0, as: UTF8.self) }
    }
    #expect(
      plain == """
        Table of 3 rows:
        Row 1:
        1: Month
        2: Hours of fog
        3: What was said of it
        Row 2:
        1: March
        2: 31
        3: The lamp was lit by hand until spring.
        Row 3:
        1:\u{20}
        2: 4
        End of table.
        Image: The lamp at night
        Photo: the board
        End of image.
        Image.
        Footnote 1: By the board.
        Footnote 2: By hand.
        And by clock.
        Signature:
        The board

        """
    )
  }

  @Test("A key costs the screen where a table has 200,000 rows", .timeLimit(.minutes(10)))
  func longTable() {
    var builder = DocumentBuilder()
    builder.open(.table)
    for row in 0..<200_000 {
      builder.open(.tableRow)
      for cell in ["\(row)", "words"] { builder.leaf(.tableCell, cell) }
      builder.close()
    }
    let document = builder.finish()
    let layout = DocumentLayout(document, geometry: LayoutGeometry(window: 80))
    var line = layout.lastLine
    for _ in 0..<100 { line = line.flatMap(layout.line(before:)) }
    #expect(line.map { document.string(in: document.textRange(of: $0.node.next)) } == "199899")
  }
}
