import DocumentModel
import TestSupport
import Testing

@Suite("The builder puts things where they belong")
struct BuilderTests {
  /// The dump of what `build` makes.
  private func dump(_ build: (inout DocumentBuilder) -> Void) -> String {
    var builder = DocumentBuilder()
    build(&builder)
    return builder.finish().dump()
  }

  @Test("Headings make sections, which end at the next heading of their level or above")
  func sections() {
    let document = Document(
      sketch: """
        lead
        ## a
        one
        #### b
        two
        ### c
        # d
        three
        """
    )
    #expect(
      document.dump() == """
        document
          paragraph "lead"
          section
            heading 2 "a"
            paragraph "one"
            section
              heading 4 "b"
              paragraph "two"
            section
              heading 3 "c"
          section
            heading 1 "d"
            paragraph "three"

        """
    )
  }

  @Test("Headings in comments and in other blocks make none")
  func headingsElsewhere() {
    #expect(
      dump { builder in
        builder.openQuotation(Statement())
        builder.leaf(.heading(level: 1), "a")
        builder.openComment(Comment(id: "1"))
        builder.leaf(.heading(level: 1), "b")
      } == """
        document
          quotation
            heading 1 "a"
          discussion
            comment #1
              heading 1 "b"

        """
    )
  }

  @Test("A comment closes blocks and sections; a comment in a comment answers it")
  func comments() {
    #expect(
      dump { builder in
        builder.leaf(.heading(level: 2), "a")
        builder.open(.list(ordered: false))
        builder.open(.listItem)
        builder.openComment(Comment(id: "1"))
        builder.open(.paragraph)
        builder.openComment(Comment(id: "2"))
        builder.close()
        builder.close()
        builder.close()
        builder.openComment(Comment(id: "3"))
      } == """
        document
          section
            heading 2 "a"
            list
              listItem
          discussion
            comment #1
              paragraph
              comment #2
            comment #3

        """
    )
  }

  @Test("What stands between threads is a comment by somebody unknown, and the next thread no answer to it")
  func betweenThreads() {
    let dump = dump { builder in
      builder.openComment(Comment(id: "1"))
      builder.close()
      builder.leaf(.paragraph, "one")
      builder.openQuotation(Statement())
      builder.text("two")
      builder.close()
      builder.openComment(Comment(id: "2"))
      builder.close()
      builder.openPullQuote(Statement())
      builder.text("three")
      builder.close()
    }
    #expect(
      dump == """
        document
          discussion
            comment #1
            comment #4b70f9eb5e806
              paragraph "one"
              quotation "two"
            comment #2
            comment #c51cb7dd8eb1b
              pullQuote "three"

        """
    )
  }

  @Test("What a comment says after its replies is an answer to it by somebody unknown")
  func afterReplies() {
    let dump = dump { builder in
      builder.openComment(Comment(id: "1"))
      builder.leaf(.paragraph, "before")
      builder.openComment(Comment(id: "2"))
      builder.close()
      builder.leaf(.paragraph, "after")
      builder.leaf(.paragraph, "more")
      builder.openComment(Comment(id: "3"))
      builder.close()
      builder.leaf(.rule, "")
      builder.close()
      builder.openComment(Comment(id: "4"))
    }
    #expect(
      dump == """
        document
          discussion
            comment #1
              paragraph "before"
              comment #2
              comment #20acd93a9ef2e
                paragraph "after"
                paragraph "more"
              comment #3
              comment #abf6176a57956
                rule
            comment #4

        """
    )
  }

  @Test("Ids are unique in reading order; a repeat is told")
  func repeatedIDs() {
    let dump = dump { builder in
      builder.openComment(Comment(id: "a"))
      builder.openComment(Comment(id: "a"))
      builder.openComment(Comment(id: "a~2"))
      builder.close()
      builder.close()
      builder.openComment(Comment(id: "a"))
    }
    #expect(
      dump == """
        document
          discussion
            comment #a
              comment #a~2
                comment #a~2~2
              comment #a~3
        warning: the comment id a stands twice; the later one is called a~2
        warning: the comment id a~2 stands twice; the later one is called a~2~2
        warning: the comment id a stands twice; the later one is called a~3

        """
    )
  }

  @Test("Made ids follow from author, time and words, not from replies or place")
  func madeIDs() {
    func ids(_ comments: [(author: String?, age: String?, words: String)], nested: Bool) -> [String] {
      var builder = DocumentBuilder()
      for comment in comments {
        builder.openComment(Comment(author: comment.author, age: comment.age))
        builder.leaf(.paragraph, comment.words)
        if !nested {
          builder.close()
          builder.close()
        }
      }
      return builder.finish().comments.map(\.id)
    }
    let comments: [(String?, String?, String)] = [
      ("ann", nil, "one"), ("bob", nil, "one"), ("ann", "1 h", "one"), ("ann", nil, "two"), (nil, "ann", "one"),
    ]
    let flat = ids(comments, nested: false)
    #expect(Set(flat).count == comments.count)
    #expect(flat.allSatisfy { $0.count == 13 && $0.allSatisfy(\.isHexDigit) })
    #expect(ids(comments, nested: true) == flat)
    #expect(ids(comments.reversed(), nested: false) == flat.reversed())
    #expect(ids([comments[0], comments[0]], nested: true) == [flat[0], flat[0] + "~2"])
  }

  @Test("A node's text comes before its children, empty text is none")
  func texts() {
    var builder = DocumentBuilder()
    builder.open(.list(ordered: true))
    builder.open(.listItem)
    builder.text("one ")
    builder.text("and two")
    builder.leaf(.paragraph, "")
    builder.leaf(.code, "a\nb\n")
    let document = builder.finish()
    #expect(
      document.dump() == #"""
        document
          list ordered
            listItem "one and two"
              paragraph
              code "a\nb\n"

        """#
    )
    #expect(document.string(in: 0..<document.text.count) == "one and two\na\nb\n\n")
  }

  @Test("Spans are ordered by start, the longer before the shorter; empty ones are none")
  func spans() {
    var builder = DocumentBuilder()
    builder.open(.paragraph)
    builder.text("ab")
    builder.span(.strong, from: 2)
    builder.span(.strong, from: 1)
    builder.span(.emphasis, from: 0)
    builder.text("c")
    builder.span(.code, from: 1)
    #expect(
      builder.finish().spans == [
        TextSpan(bytes: 0..<2, role: .emphasis), TextSpan(bytes: 1..<3, role: .code),
        TextSpan(bytes: 1..<2, role: .strong),
      ]
    )
  }

  @Test("A snapshot is what finishing would give; the builder goes on", arguments: 0..<20 as Range<UInt64>)
  func snapshots(seed: UInt64) {
    var builder = DocumentBuilder(metadata: Metadata(title: "t"))
    var random = SeededGenerator(seed: seed)
    var copy = builder
    for number in 0..<30 {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: builder.openComment(Comment())
      case 1: builder.close()
      case 2: builder.leaf(.heading(level: 1 + number % 3), "h\(number)")
      default: builder.leaf(.paragraph, "p\(number)")
      }
      copy = builder
      #expect(builder.snapshot().dump() == copy.finish().dump())
    }
    let snapshot = builder.snapshot()
    #expect(builder.finish().dump() == snapshot.dump())
  }

  @Test("Closing too often closes nothing that is not open")
  func closing() {
    #expect(
      dump { builder in
        for _ in 0..<3 { builder.close() }
        builder.leaf(.paragraph, "a")
        for _ in 0..<3 { builder.close() }
        builder.leaf(.paragraph, "b")
      } == """
        document
          paragraph "a"
          paragraph "b"

        """
    )
  }
}
