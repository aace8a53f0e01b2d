import DocumentModel
import Testing

@testable import Importers

@Suite("Markdown")
struct MarkdownTests {
  private func read(_ text: String) -> Document { MarkdownImporter.read(Array(text.utf8).span) }

  private func text(_ document: Document) -> String { document.string(in: 0..<document.text.count) }

  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test("A body stands below what is open")
  func body() {
    var builder = DocumentBuilder()
    builder.openComment(Comment(id: "1", author: "alice"))
    MarkdownBody.write(
      "> bob wrote:\n> Late.\n\nNo, [early](/log).".utf8,
      base: "https://a.example/b/",
      to: &builder,
      as: .comment
    )
    builder.close()
    let document = builder.finish()
    #expect(
      document.dump() == """
        document
          discussion
            comment #1 author="alice"
              quotation speaker="bob" claim.author="bob" "Late."
              paragraph "No, early."

        """
    )
    #expect(document.spans.map(\.role) == [.link(address: "https://a.example/log")])
  }

  @Test(
    "What HTML does not close does not hide what follows",
    arguments: [
      "<script>\nlost?", "<!-- lost?", "<div><!-- \n\nlost?", "<div class=\"a\n\nlost?", "a <textarea> lost?",
      "<svg>\n\nlost?",
      "a <b title='x lost?", "<plaintext>\n\nlost?", "<?php lost?", "<![CDATA[ lost?", "<template>lost?", "<!lost?",
    ]
  )
  func openMarkup(_ source: String) {
    #expect(text(read(source)).contains("lost?"))
    #expect(text(read(source + "\n\n## Found?")).contains("Found?"))
  }

  @Test("Quotation marks that end outside of what they began in stand where they end")
  func openQuotation() {
    #expect(text(read("-<h1>Lamps</h1>\n  <q>\n>o")).contains("Lamps"))
  }

  @Test("HTML that is closed is what it is")
  func closedMarkup() {
    #expect(
      text(read("a<!-- b -->c <script>d</script>\n\n<script>e</script>\n\n<!---->f <i>g</i>")) == "ac <script>d\nf g\n"
    )
  }

  @Test("Front matter is none where other lines stand in it")
  func noFrontMatter() {
    #expect(text(read("---\nwords\n---\nmore")) == "words\nmore\n")
    #expect(text(read("---\ntitle: x\n")) == "title: x\n")
    #expect(read("---\ntitle: x\n...\nmore").metadata.title == "x")
    #expect(read("---\ntitle: 'it''s'\nby: \"A \\\"B\\\" C\"\n---\n").metadata.byline == "A \"B\" C")
  }

  @Test("A heading is the title where it is the only one of its level and first")
  func title() {
    #expect(read("# A *b*\n\nc").metadata.title == "A b")
    #expect(text(read("# A\n\nc")) == "c\n")
    #expect(read("c\n\n# A").metadata.title == nil)
    #expect(text(read("# A\n\n# B")) == "A\nB\n")
    #expect(text(read("---\ntitle: C\n---\n# A")) == "A\n")
  }

  @Test("Texts in other encodings are read")
  func encodings() {
    let russian =
      [0xef, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xe2, 0xf1, 0xe5, 0xec, 0x2c, 0x20, 0xea, 0xf2, 0xee] as [UInt8]
    let document = MarkdownImporter.read(([0x23, 0x20] + russian + [0x0a, 0x0a, 0x2a] + russian + [0x2a]).span)
    #expect(document.metadata.title == "привет всем, кто")
    let wide: [UInt8] = [0xff, 0xfe] + Array("# a\n\nb".utf8).flatMap { [$0, 0] }
    #expect(MarkdownImporter.read(wide.span).metadata.title == "a")
  }

  @Test(
    "Plain text is not taken for Markdown",
    arguments: [
      "# a comment\n\nmore = 1\n\n# another\n\nless = 2\n\n# and one\n", "- a\n- b\n- c\n\n* d\n",
      "Title\n=====\n\nWords.\n",
      "1. a\n2. b\n\n> quoted\n\n> quoted\n", "f(**args, **more)\n\n# why\n",
      "[1] A. Author (http://a.example)\n[2] B. (c.d)\n",
    ]
  )
  func plain(_ source: String) {
    #expect(FormatDetection.format(of: Array(source.utf8).span, name: nil) == .plainText)
  }

  @Test("Floods are read in time, and nothing of them is lost")
  func floods() {
    let many = 3000
    for source in [
      times(many, ">"), times(many, "> "), times(many, "- "), times(many, "1. "), times(many, "["), times(many, "]("),
      times(many, "*a _"), times(many, "`"), times(many, "<"), times(many, "<a b=\""), times(many, "<!--"),
      times(many, "<button>"),
      times(many, "![a"), times(many, "&#"), times(many, "|"), times(many, "\n"), times(many, "* "),
      times(many, "a\n-\n"),
      "|" + times(2000, "a|") + "\n|" + times(2000, "-|") + "\n" + times(2000, "|\n"), times(many, "<?"),
      times(many, "<a"),
      times(many, "`a``b"), times(many, "[a]: b\n"), "[a]: /" + times(many, "b") + "\n\n" + times(many, "[a] "),
      times(many, "<![CDATA["),
      (1..<150).map { times($0, "`") + " " }.joined(), times(many, "a**b"), times(many, "[a](<b"), times(many, "~~a"),
      times(many, "\\"),
      (0..<200).map { times($0, "  ") + "- a\n" }.joined() + times(many, "\n"), times(many, "\t"), times(many, "x@"),
      times(many, "www."),
    ] {
      _ = read(source)
      _ = read("words\n\n" + source + "\n\nwords")
    }
    let deep = read(times(150, ">") + "deep\n\nwords")
    #expect(deep.diagnostics.count == 1)
    #expect(text(deep).hasSuffix("deep\nwords\n"))
  }
}
