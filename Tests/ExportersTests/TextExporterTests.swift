import DocumentModel
import StatementLinking
import TestSupport
import Testing
import TextLayout
import Themes

@testable import Exporters

/// A document as it looks on the screen, with the colours of a theme when one is named.
private func text(
  _ document: Document,
  width: Int = 40,
  part: TextExporter.Part = .everything,
  theme: String? = nil,
  symbols: Symbols = .unicode
) -> String {
  let geometry = LayoutGeometry(window: width, column: width, hasGutter: false)
  let layout = DocumentLayout(
    document,
    geometry: geometry,
    symbols: symbols,
    sources: StatementLinks(linking: document).sources
  )
  var text = ""
  TextExporter.export(layout, part: part, theme: theme.flatMap(Theme.builtIn)) { chunk in
    chunk.withUnsafeBufferPointer { text += String(decoding: $0, as: UTF8.self) }
  }
  return text
}

/// The text without the list of where its links lead.
private func withoutLinks(_ text: String) -> String {
  text.ranges(of: "Links\n\n[1] ").last.map { list in
    let before = text[..<list.lowerBound]
    return String(before.hasSuffix("\n\n") ? before.dropLast() : before)
  } ?? text
}

/// The text without its sequences ESC `[` … `m`, and those sequences.
private func split(_ ansi: String) -> (words: String, sequences: [String]) {
  var words = String.UnicodeScalarView()
  var sequences: [String] = []
  var rest = ansi.unicodeScalars[...]
  while let next = rest.popFirst() {
    guard next == "\u{1B}" else {
      words.append(next)
      continue
    }
    let end = rest.firstIndex(of: "m") ?? rest.endIndex
    sequences.append(String(rest[..<end]))
    rest = rest[end...].dropFirst()
  }
  return (String(words), sequences)
}

@Suite("Text as it looks on the screen")
struct TextExporterTests {
  @Test("Lines that are laid out in parts are those that are laid out at once", arguments: 0..<12)
  func parts(seed: UInt64) {
    let document = Document(seed: seed, size: 80)
    for level in [nil, 0, 1, 2] {
      let layout = DocumentLayout(
        document,
        geometry: LayoutGeometry(window: 30, column: 30, hasGutter: false),
        folds: FoldState(level: level),
        sources: StatementLinks(linking: document).sources
      )
      for part in [TextExporter.Part.everything, .article, .comments] {
        let whole = written(layout, part, partSize: .max)
        for size in [1, 7, 50] { #expect(written(layout, part, partSize: size) == whole) }
      }
    }
  }

  /// The lines, and at the end whether the last is blank.
  private func written(_ layout: DocumentLayout, _ part: TextExporter.Part, partSize: Int) -> String {
    var text = ""
    var isBlank = true
    TextWriter(layout, part: part, theme: nil, hasColors: false, partSize: partSize).write { bytes, endsBlank in
      text += bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      isBlank = endsBlank
    }
    return text + "\(isBlank)"
  }

  static let document = Document(
    sketch: """
      The lamp was lit by a clock that no one had set.
      # A clock
      > the harbour board: The light is not late.
      1. One
      1. Two
      @ann
        The fog signal was never automatic.
        @mira
          > ann: The fog signal was never automatic.
          The log says otherwise.
      """,
    metadata: Metadata(title: "The light", byline: "mira")
  )

  static let article = """
    The light
    by mira · 2 comments

    The lamp was lit by a clock that no one
    had set.

    A clock

      ┃ The light is not late.
      ┃                  — the harbour board

    1. One
    2. Two

    """

  static let comments = """
    Discussion · 2 comments
    ────────────────────────────────────────
    ann
    The fog signal was never automatic.

    │ mira · OP
    │ ┃ The fog signal was never
    │ ┃ automatic.                     ⤴ ann
    │ The log says otherwise.

    """

  @Test("Lines, without the gutter and the focus of the screen")
  func everything() { #expect(text(Self.document) == Self.article + "\n" + Self.comments) }

  @Test("Either part can be left out")
  func parts() {
    #expect(text(Self.document, part: .article) == Self.article + "\n")
    #expect(text(Self.document, part: .comments) == Self.comments)
    let article = Document(sketch: "One.")
    #expect(text(article, part: .comments) == "")
    #expect(text(article, part: .article) == "One.\n")
    let thread = Document(sketch: "@ann\n  One.")
    #expect(text(thread, part: .article) == "1 comment\n\n")
    #expect(text(Document(sketch: "")) == "")
  }

  @Test("A narrow page gives margins and marks away before words")
  func narrow() {
    #expect(
      text(Self.document, width: 20, part: .comments) == """
        Discussion · 2 comm…
        ────────────────────
        ann
        The fog signal was
        never automatic.

        mira · OP · ↳ to ann
        The fog signal was
        never automatic.
                       ⤴ ann
        The log says
        otherwise.

        """
    )
  }

  @Test("A wide page is as wide as asked for")
  func wide() {
    let lines = text(Self.document, width: 100).split(separator: "\n")
    #expect(lines.contains("The lamp was lit by a clock that no one had set."))
    #expect(lines.contains { $0.hasSuffix("⤴ ann") && $0.count == 100 })
    #expect(lines.contains(Substring(String(repeating: "─", count: 100))))
  }

  @Test("With colours: what the theme says around each run, nothing around plain text")
  func colors() {
    let document = Document(sketch: "One.\n# Two\n@ann\n  @bob\n    > ann: Three.")
    #expect(
      text(document, theme: "terminal") == """
        \u{1B}[2m2 comments\u{1B}[0m

        One.

        \u{1B}[1mTwo\u{1B}[0m

        \u{1B}[1mDiscussion · 2 comments\u{1B}[0m
        \u{1B}[2m────────────────────────────────────────\u{1B}[0m
        \u{1B}[1mann\u{1B}[0m

        \u{1B}[2;34m│ \u{1B}[0m\u{1B}[1mbob\u{1B}[0m
        \u{1B}[2;34m│ \u{1B}[0m\u{1B}[33m┃ \u{1B}[0m\u{1B}[3mThree.\u{1B}[0m\u{1B}[3m                         \u{1B}[0m\u{1B}[2m— ann\u{1B}[0m

        """
    )
    let direct = text(document, theme: "dark")
    #expect(direct.contains("\u{1B}[1;38;2;243;240;232;48;2;22;22;26mTwo\u{1B}[0m"))
  }

  @Test("Colours change no words, and every sequence is one of the theme's", arguments: 0..<60 as Range<UInt64>)
  func colorsAlone(seed: UInt64) {
    let document = Document(seed: seed)
    for theme in Theme.names {
      let (words, sequences) = split(text(document, width: 60, theme: theme))
      let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }
      #expect(lines.joined(separator: "\n") == withoutLinks(text(document, width: 60)))
      for (number, sequence) in sequences.enumerated() {
        #expect((sequence == "[0") == (number % 2 == 1), "styles are given back, and not nested")
        #expect(sequence.wholeMatch(of: /\[[0-9;]+/) != nil)
      }
      #expect(sequences.count % 2 == 0)
    }
  }

  @Test("No line ends with blanks or is too long", arguments: [20, 33, 60, 100])
  func lines(width: Int) {
    for seed in 0..<40 as Range<UInt64> {
      for line in withoutLinks(text(Document(seed: seed), width: width)).split(separator: "\n") {
        #expect(!line.hasSuffix(" "))
        #expect(line.unicodeScalars.count { $0.properties.isGraphemeBase } <= width, "\(line)")
      }
    }
  }

  @Test("What became of a comment is said before whom it answers")
  func standing() {
    var builder = DocumentBuilder()
    builder.openComment(Comment(author: "ann"))
    builder.leaf(.paragraph, "Words.")
    builder.openComment(Comment(author: "a_long_name", standing: .flagged))
    builder.leaf(.paragraph, "Words.")
    #expect(text(builder.finish(), width: 25, part: .comments).contains("a_long_name · [flagged]\n"))
  }

  static let signatures: [(author: String?, displayName: String?, head: String)] = [
    ("eltan", "Eltan", "eltan"), ("eltan", "Eltan Ó", "eltan · Eltan Ó"), (nil, "Éltan", "Éltan"),
    ("éltan", "ÉLTAN", "éltan"), ("eltan", nil, "eltan"),
  ]

  @Test("A name is not said twice", arguments: signatures)
  func sayNames(author: String?, displayName: String?, head: String) {
    var builder = DocumentBuilder()
    builder.openComment(Comment(author: author, displayName: displayName))
    builder.leaf(.paragraph, "Words.")
    #expect(text(builder.finish(), width: 40, part: .comments).contains("\n\(head)\nWords."))
  }

  @Test("What a document says is written, never obeyed")
  func controls() {
    let hostile = "a\u{1B}[31mb\u{7}c\rd\u{7F}e\u{9B}31mf\u{85}g\u{A0}h"
    var builder = DocumentBuilder(metadata: Metadata(title: hostile, byline: hostile, site: hostile))
    builder.leaf(.paragraph, hostile)
    builder.leaf(.code, hostile)
    builder.openComment(Comment(author: hostile, displayName: "n" + hostile, age: hostile))
    builder.openQuotation(Statement(speaker: hostile))
    builder.text(hostile)
    let document = builder.finish()
    for theme in [nil] + Theme.names.map(Optional.some) {
      let (words, sequences) = split(text(document, width: 200, theme: theme))
      #expect(theme != nil || sequences.isEmpty)
      #expect(!sequences.contains("[31"))
      for scalar in words.unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value), "U+\(String(scalar.value, radix: 16))")
      }
      // The controls are there to be seen; all else is as it was.
      #expect(words.contains("a␛[31mb␇c␍d␡e\u{FFFD}31mf\u{FFFD}g\u{A0}h"))
    }
  }

  @Test("Below the text stands where its links lead, each once")
  func links() {
    var builder = DocumentBuilder()
    func paragraph(_ words: String, _ address: String) {
      builder.open(.paragraph)
      let start = builder.textCount
      builder.text(words)
      builder.span(.link(address: address), from: start)
      builder.close()
    }
    paragraph("the log of 1921", "https://log.example/1921?a=\u{9b}1")
    paragraph("the same log", "https://log.example/1921?a=\u{9b}1")
    paragraph("https://log.example/bare", "https://log.example/bare")
    paragraph("above", "#top")
    paragraph("a trap", "javascript:alert(1)")
    builder.openComment(Comment(id: "1", author: "mira"))
    paragraph("a very long name of a page that is cut somewhere", "https://log.example/long")
    builder.close()
    let document = builder.finish()
    #expect(
      text(document, part: .article).hasSuffix(
        """
        a trap

        Links

        [1] the log of 1921
            https://log.example/1921?a=%C2%9B1

        """
      )
    )
    #expect(
      text(document, part: .comments).hasSuffix(
        """

        Links

        [1] a very long name of a page that is …
            https://log.example/long

        """
      )
    )
    #expect(!text(document, theme: "terminal").contains("Links"))
  }
}
