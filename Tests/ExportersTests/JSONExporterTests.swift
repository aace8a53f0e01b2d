import DocumentModel
import Exporters
import StatementLinking
import TestSupport
import Testing

private func json(_ document: Document) -> String {
  String(decoding: JSONExporter.export(document, links: StatementLinks(linking: document)), as: UTF8.self)
}

@Suite("Quire's JSON")
struct JSONExporterTests {
  @Test("A document about which nothing is known has no facts")
  func empty() {
    var builder = DocumentBuilder()
    #expect(
      json(builder.finish()) == """
        {
          "quire": 1,
          "body": [],
          "comments": [],
          "diagnostics": []
        }

        """
    )
  }

  @Test("Keys stand in their order, facts that are there only")
  func facts() {
    var builder = DocumentBuilder(
      metadata: Metadata(
        title: "A clock",
        byline: "The board",
        site: "Harbour News",
        published: Timestamp(year: 2023, month: 9, day: 1),
        address: "https://harbour.example/clock",
        language: "en"
      )
    )
    builder.leaf(.paragraph, "Late.")
    builder.openComment(
      Comment(
        id: "12",
        author: "vlad127490",
        displayName: "Vlad Gor",
        published: Timestamp(year: 2023, month: 9, day: 1, hour: 13, minute: 33),
        score: -3,
        address: "https://harbour.example/clock#12"
      )
    )
    builder.leaf(.paragraph, "So what?")
    builder.openComment(Comment(id: "13", age: "11 hours ago", standing: .deleted))
    builder.diagnostics.append(Diagnostic(.warning, line: 3, column: 1, "odd"))
    builder.diagnostics.append(Diagnostic(.info, "as it should be"))
    #expect(
      json(builder.finish()) == """
        {
          "quire": 1,
          "title": "A clock",
          "byline": "The board",
          "site": "Harbour News",
          "published": "2023-09-01",
          "url": "https://harbour.example/clock",
          "language": "en",
          "body": [
            {"type": "paragraph", "text": "Late."}
          ],
          "comments": [
            {"id": "12", "parent": null, "depth": 0, "author": "vlad127490", "name": "Vlad Gor", \
        "published": "2023-09-01T13:33", "score": -3, "url": "https://harbour.example/clock#12", "status": "live", "body": [
              {"type": "paragraph", "text": "So what?"}
            ]},
            {"id": "13", "parent": "12", "depth": 1, "age": "11 hours ago", "status": "deleted", "body": []}
          ],
          "diagnostics": [
            {"severity": "warning", "line": 3, "column": 1, "message": "odd"},
            {"severity": "info", "message": "as it should be"}
          ]
        }

        """
    )
  }

  @Test("Blocks, those in sections and in one another too")
  func blocks() {
    let document = Document(
      sketch: """
        ## One
        Text.
        ### Two
        | let x = 1
        |   y
        * first
          > deep: words
        * second
        1. other
        ---
        """
    )
    #expect(
      body(document) == #"""
        {"type": "heading", "level": 2, "text": "One"},
        {"type": "paragraph", "text": "Text."},
        {"type": "heading", "level": 3, "text": "Two"},
        {"type": "code", "text": "let x = 1\n  y"},
        {"type": "list", "ordered": false, "text": "first\nwords\nsecond\nother", \#
        "items": [[{"type": "paragraph", "text": "first"}, {"type": "quotation", "text": "words", "speaker": "deep"}], \#
        [{"type": "paragraph", "text": "second"}], [{"type": "paragraph", "text": "other"}]]},
        {"type": "rule"}
        """#
    )
  }

  @Test("Blocks where they do not belong are put where they do")
  func misplacedBlocks() {
    var builder = DocumentBuilder()
    builder.text("Bare.")
    builder.open(.list(ordered: true))
    builder.leaf(.paragraph, "no entry")
    builder.close()
    builder.leaf(.listItem, "no list")
    builder.leaf(.list(ordered: false), "")
    builder.openQuotation(Statement())
    builder.leaf(.paragraph, "one")
    builder.openQuotation(Statement())
    builder.text("two")
    #expect(
      body(builder.finish()) == #"""
        {"type": "paragraph", "text": "Bare."},
        {"type": "list", "ordered": true, "text": "no entry", "items": [[{"type": "paragraph", "text": "no entry"}]]},
        {"type": "paragraph", "text": "no list"},
        {"type": "list", "ordered": false, "items": []},
        {"type": "quotation", "text": "one\ntwo", "blocks": [{"type": "paragraph", "text": "one"}, \#
        {"type": "quotation", "text": "two"}]}
        """#
    )
  }

  @Test("Spans are bytes of the block's own text")
  func spans() {
    var builder = DocumentBuilder()
    builder.leaf(.paragraph, "before")
    builder.open(.paragraph)
    builder.text("é ")
    let start = builder.textCount
    builder.text("here ")
    let inner = builder.textCount
    builder.text("and there")
    builder.span(.strong, from: inner)
    builder.span(.link(address: "https://harbour.example/?a=\"b\""), from: start)
    builder.text(".")
    #expect(
      body(builder.finish()) == #"""
        {"type": "paragraph", "text": "before"},
        {"type": "paragraph", "text": "é here and there.", \#
        "spans": [{"start": 3, "end": 17, "role": "link", "address": "https://harbour.example/?a=\"b\""}, \#
        {"start": 8, "end": 17, "role": "strong"}]}
        """#
    )
  }

  @Test("Sources are told by bytes of the comment's or the article's plain text")
  func sources() {
    let document = Document(
      sketch: """
        Première ligne.
        The lamp was lit by hand.
        @ann #a
          Before it. The fog signal was automatic.
          @bob #b
            >#a The fog signal was automatic.
            >@eve the lamp was lit by hand
            Indeed.
        """
    )
    #expect(
      json(document).contains(
        #"""
              {"type": "quotation", "text": "The fog signal was automatic.", "claims": {"comment": "a"}, \#
        "source": {"comment": "a", "start": 11, "end": 40, "text": "The fog signal was automatic."}},
              {"type": "quotation", "text": "the lamp was lit by hand", "claims": {"author": "eve"}, \#
        "source": {"comment": null, "start": 17, "end": 41, "text": "The lamp was lit by hand"}},
        """#
      )
    )
  }

  @Test("Strings are escaped as RFC 8259 says, and no more than that")
  func strings() {
    var builder = DocumentBuilder()
    builder.leaf(.code, "\"\\/\u{8}\t\n\u{c}\r\u{0}\u{1f}\u{7f}\u{2028}é👩‍👩‍👧")
    #expect(
      body(builder.finish())
        == #"{"type": "code", "text": "\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7f}\u{2028}é👩‍👩‍👧" + #""}"#
    )
  }

  @Test("Chunks add up to the whole and are of about 64 KB", arguments: [10, 65_000, 65_536, 300_000])
  func chunks(size: Int) {
    var builder = DocumentBuilder()
    for _ in 0..<3 { builder.leaf(.paragraph, String(repeating: "é\n", count: size / 3)) }
    let document = builder.finish()
    let links = StatementLinks(linking: document)
    var sizes: [Int] = []
    var bytes: [UInt8] = []
    JSONExporter.export(document, links: links) { chunk in
      sizes.append(chunk.count)
      for index in chunk.indices { bytes.append(chunk[index]) }
    }
    #expect(bytes == JSONExporter.export(document, links: links))
    #expect(sizes.allSatisfy { (1...1 << 16).contains($0) })
    #expect(sizes.count <= 2 + bytes.count / (1 << 15))
  }

  @Test("Nothing more is written once the sink has failed")
  func failingSink() {
    struct Full: Error {}
    var builder = DocumentBuilder()
    for number in 0..<50_000 { builder.leaf(.paragraph, "paragraph \(number)") }
    let document = builder.finish()
    var count = 0
    #expect(throws: Full.self) {
      try JSONExporter.export(document, links: StatementLinks(sources: [])) { (_) throws(Full) in
        count += 1
        if count == 2 { throw Full() }
      }
    }
    #expect(count == 2)
  }

  /// The lines of the body, their indentation and the last comma left out.
  private func body(_ document: Document) -> String {
    json(document).split(separator: "\n").filter { $0.hasPrefix("    {") }.map { $0.drop { $0 == " " } }
      .joined(separator: "\n")
  }
}
