import DocumentModel
import Testing

@testable import Importers

/// Shapes of pages that no engine's description knows: what is article, what is comment, and whose.
@Suite struct PageShapeTests {
  private static let names = ["anna", "bert", "clara", "dora", "emil"]

  private static func read(_ html: String) -> Document {
    DocumentImporter.read(Array(html.utf8).span, as: .html, options: ImportOptions())
  }

  private static func text(_ document: Document) -> String { document.string(in: document.articleTextRange) }

  private static let story = "<h1>The bell</h1>" + String(repeating: "<p>\(sentence)</p>", count: 4)
  private static let sentence =
    "It rang all night, and no one knew for whom it did so, or since when, or who had asked for it at all."

  /// Five comments, each with `head` above it, in which `NAME` stands for a name.
  private static func comments(_ head: String) -> String {
    names.enumerated().map { index, name in
      """
      <div class="item"><div class="comment_author">\(head.replacing("NAME", with: name))</div>
      <div class="words"><p>These are the words of number \(index), long enough to be some.</p></div></div>
      """
    }.joined()
  }

  @Test(
    "Names are told from the words before them",
    arguments: [
      "Posted by <b>NAME</b> on Monday, October 29th, 2012 @ 3:41 PM EST",
      "Geschrieben von <span>NAME</span> am Montag, 29. Oktober 2012 um 15:41 Uhr",
      "Soumis par <span>NAME</span>, le lundi 29 octobre 2012 à 15h41",
      "<i>NAME</i> em 29 de outubro de 2012 às 15h41",
    ]
  )
  func namesAndLabels(head: String) {
    let document = Self.read(Self.story + "<div id=comments>\(Self.comments(head))</div>")
    #expect(document.comments.map(\.author) == Self.names)
    #expect(document.comments.allSatisfy { $0.published?.year == 2012 && $0.published?.hour == 15 })
  }

  @Test(
    "The footer of an article may hold its comments; that of the page holds none",
    arguments: [
      ("<div class=article_footer><div class=article_footer_comments>", 5),
      ("<div class=page-footer><div class=footer>", 0),
    ]
  )
  func footers(open: String, count: Int) {
    let document = Self.read(Self.story + open + Self.comments("<b>NAME</b>, 29/10/2012 at 3:41pm") + "</div></div>")
    #expect(document.comments.count == count)
  }

  @Test("A page that only looks as if an engine had made it is read by what repeats")
  func engineThatFindsNothing() {
    let items = Self.names.enumerated().map { index, name in
      """
      <div id="comment_\(index)" class="comment_item"><div class="author_name"><a href="/social/\(name)">\(name)</a></div>
      <div class="comment_body"><div class="comment_time">\(index + 2) hours ago</div>
      Put them all on a bus and show them the sea, said number \(index).</div></div>
      """
    }.joined()
    let document = Self.read(Self.story + "<div id=comments_inner>\(items)</div>")
    #expect(document.comments.map(\.author) == Self.names)
    #expect(document.text.count > 5 * 60)
  }

  @Test("What a builder of pages calls a widget is the text of the article")
  func builtPages() {
    let widgets = (0..<12).map { index in
      """
      <section class="elementor-section"><div class="elementor-element elementor-widget elementor-widget-text-editor">
      <div class="elementor-widget-container"><p>\(index): \(Self.sentence)</p></div></div></section>
      """
    }.joined()
    let document = Self.read("<article><h1>Skis</h1><div class=entry-content>\(widgets)</div></article>")
    for index in 0..<12 { #expect(Self.text(document).contains("\(index): It rang")) }
  }

  @Test("Where all of the text is called furniture, names say nothing")
  func allFurniture() {
    let parts = (0..<12).map { "<div class=\"widget promo\"><p>\($0): \(Self.sentence)</p></div>" }.joined()
    let document = Self.read("<article><h1>Skis</h1><div>\(parts)</div></article>")
    for index in 0..<12 { #expect(Self.text(document).contains("\(index): It rang")) }
  }

  @Test("A list of links may be what an article is; among paragraphs of text they lead away")
  func listsOfLinks() {
    func link(_ index: Int) -> String {
      "<p><a href=\"https://shop.example/\(index)\">A lamp of brass with number \(index) engraved on its foot</a></p>"
    }
    let list = "<article><h1>Lamps</h1><p>\(Self.sentence)</p>" + (0..<20).map(link).joined() + "</article>"
    #expect(Self.text(Self.read(list)).contains("number 19 engraved"))
    let story = String(repeating: "<p>\(Self.sentence) \(Self.sentence)</p>", count: 10)
    let text = Self.text(Self.read("<article><h1>Lamps</h1>\(story)\(link(0))\(story)</article>"))
    #expect(!text.contains("number 0 engraved"))
  }
}
