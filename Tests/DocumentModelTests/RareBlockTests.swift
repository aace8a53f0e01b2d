import DocumentModel
import TestSupport
import Testing

@Suite("Tables, figures, footnotes, articles")
struct RareBlockTests {
  @Test("Cells end with a tab, rows with a line feed, and neither is part of a node's text")
  func table() {
    var builder = DocumentBuilder()
    builder.leaf(.paragraph, "before")
    builder.open(.table)
    for cells in [["a", "", "b"], ["", ""], []] {
      builder.open(.tableRow)
      for cell in cells { builder.leaf(.tableCell, cell) }
      builder.close()
    }
    builder.open(.tableRow)
    builder.open(.tableCell)
    builder.leaf(.paragraph, "c")
    builder.leaf(.code, "d\n")
    builder.leaf(.rule, "")
    builder.close()
    builder.open(.tableCell)
    builder.open(.table)
    builder.open(.tableRow)
    builder.leaf(.tableCell, "inner")
    for _ in 0..<5 { builder.close() }
    builder.leaf(.paragraph, "after")
    let document = builder.finish()
    #expect(
      document.string(in: 0..<document.text.count) == "before\na\t\tb\t\n\t\t\nc\nd\n\tinner\t\n\t\nafter\n"
    )
    #expect(
      document.nodes.filter(document.hasText).map { document.string(in: document.textRange(of: $0)) }
        == ["before", "a", "b", "c", "d\n", "inner", "after"]
    )
    let cells = document.nodes.filter { document[$0] == .tableCell }
    #expect(
      cells.map { document.string(in: document.words(of: $0)) } == ["a", "", "b", "", "", "c\nd\n", "inner", "inner"]
    )
    #expect(cells.map { document.outermostRow(around: $0)?.offset } == [3, 3, 3, 7, 7, 11, 11, 11])
    let table = NodeIndex(2)
    #expect(document.string(in: document.words(of: table)) == "a\t\tb\t\n\t\t\nc\nd\n\tinner\t\n\t")
  }

  @Test("A document without tables has tabs like any other character")
  func tabs() {
    var builder = DocumentBuilder()
    builder.leaf(.code, "a\t")
    let document = builder.finish()
    #expect(document.string(in: document.textRange(of: NodeIndex(1))) == "a\t")
  }

  @Test("The sections of an article are its own, and closing it closes them")
  func sections() {
    var builder = DocumentBuilder()
    builder.leaf(.heading(level: 3), "before")
    for title in ["one", "two"] {
      builder.openArticle(Article(title: title))
      builder.leaf(.heading(level: 2), "a")
      builder.leaf(.heading(level: 1), "b")
      builder.open(.list(ordered: false))
      builder.close()
      builder.close()
    }
    builder.leaf(.paragraph, "after")
    #expect(
      builder.finish().dump() == """
        document
          section
            heading 3 "before"
          article title="one"
            section
              heading 2 "a"
            section
              heading 1 "b"
              list
          article title="two"
            section
              heading 2 "a"
            section
              heading 1 "b"
              list
          paragraph "after"

        """
    )
  }

  @Test("Articles stand where headings do for those who go from one to the next")
  func navigation() {
    let document = Document(sketch: "= one\n  # a\n= two\n  words")
    #expect(document.heading(after: .document) == NodeIndex(1))
    #expect(document.heading(after: NodeIndex(1)) == NodeIndex(3))
    #expect(document.heading(after: NodeIndex(3)) == NodeIndex(4))
    #expect(document.heading(before: NodeIndex(4)) == NodeIndex(3))
    #expect(document.foldable(enclosing: NodeIndex(5)) == NodeIndex(4))
  }

  @Test("A language is kept once; code without one has none")
  func languages() {
    let document = Document(sketch: "|swift let x\n| let y\n---\n|c int z\n---\n|swift z\n---\n| w")
    let code = document.nodes.filter { document[$0] == .code }
    #expect(code.map { document.language(ofCode: $0) } == ["swift", "c", "swift", nil])
    #expect(document.string(in: document.textRange(of: code[0])) == "let x\nlet y")
    #expect(document.language(ofCode: .document) == nil)
  }

  @Test("100,000 articles, tables and figures in one another cost what 100,000 blocks cost", .timeLimit(.minutes(10)))
  func depth() {
    var builder = DocumentBuilder()
    for _ in 0..<100_000 {
      builder.openArticle(Article())
      builder.open(.table)
      builder.open(.tableRow)
      builder.open(.tableCell)
      builder.openFigure(Figure())
    }
    builder.leaf(.paragraph, "x")
    for _ in 0..<500_000 { builder.close() }
    let document = builder.finish()
    #expect(document.string(in: document.textRange(of: document.endNode.previous)) == "x")
    #expect(document.text.count == 200_001)
  }
}
