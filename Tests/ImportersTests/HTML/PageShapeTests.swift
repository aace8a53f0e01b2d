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

  @Test(
    "What closes an article and is none of its words",
    arguments: [
      "<p>Featured image: the bell at night, by nobody.</p>",
      "<p><u>Beitragsbild:</u> Die Glocke bei Nacht, von niemandem.</p>",
      "<div>Suggested citation: Ann, The bell, 2012, p. 4.</div>", "<p>(Alle Angaben ohne Gewähr)</p>",
      "<p><span class='linkbox big'><b>Now on paper!</b><a href='/paper'>Get it from us, and at once.</a></span></p>",
    ]
  )
  func closings(closing: String) {
    let plain = Self.text(Self.read("<article>\(Self.story)</article>"))
    #expect(Self.text(Self.read("<article>\(Self.story)\(closing)</article>")) == plain)
  }

  @Test("What only begins like a credit is the article's own")
  func noClosing() {
    let end = "Featured image or not, the bell was seen by all who came to the tower in those days, and that was that."
    #expect(Self.text(Self.read("<article>\(Self.story)<p>\(end)</p></article>")).contains(end))
  }

  @Test("A credit in no element of its own takes nothing with it, nor does a sentence about citing go")
  func bareClosings() {
    let page =
      "<article><section>\(Self.story)</section><section><p>\(Self.sentence)</p>Photo credit: Ann</section></article>"
    #expect(!Self.text(Self.read(page)).contains("Photo credit"))
    #expect(Self.text(Self.read(page)).ranges(of: Self.sentence).count == 5)
    let end = "How to cite a bell depends on who rings it, as we have seen in all of these nights."
    #expect(Self.text(Self.read("<article>\(Self.story)<p>\(end)</p></article>")).contains(end))
  }

  @Test("A box that a script fills is none of the text, a picture with a label is")
  func scripts() {
    func page(_ box: String) -> String {
      Self.text(
        Self.read("<article>\(Self.story)<div class=card><div>Our offers</div>\(box)</div>\(Self.story)</article>")
      )
    }
    #expect(
      !page("<div><ins data-aid=1><a href='/'>Shop</a></ins><script>fill()</script></div>").contains("Our offers")
    )
    #expect(page("<div><img src=bell.png alt='A bell'><script>zoom()</script></div>").contains("Our offers"))
  }

  @Test("A date and a name directly below the heading, in no element of their own")
  func bareFacts() {
    let document = Self.read(
      "<article><h2>The bell</h2> 24 March 2004, 19:49 | Ann <p>\(Self.sentence)</p>\(Self.story)</article>"
    )
    #expect(!Self.text(document).contains("19:49"))
    #expect(Self.text(document).contains(Self.sentence))
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

  // MARK: Comments that are marked by halves

  private static func wordPress(_ items: [String]) -> Document {
    read(story + "<div id=comments><ol id=commentlist class=commentlist>\(items.joined())</ol></div>")
  }

  @Test("Themes that put the name behind the words")
  func namesBehindWords() {
    let document = Self.wordPress(
      [
        "<li id=comment-7><p>The bell is cracked.</p><p><cite>Comment by <a class=url>Ann Lee</a> \u{2014} 17.07, 2011 @ "
          + "<a href=#comment-7>13:04</a></cite></p></li>",
        "<li id=comment-8><p>It never rang.</p><p><cite>Comment by Bert \u{2014} 18.07, 2011 @ 9:10</cite></p></li>",
      ]
    )
    #expect(document.comments.map(\.author) == ["Ann Lee", "Bert"])
    #expect(document.comments.map(\.id) == ["7", "8"])
    #expect(document.comments.map { $0.published?.iso8601 } == ["2011-07-17T13:04", "2011-07-18T09:10"])
  }

  @Test("Words in the element that is there for the author are not lost")
  func wordsWithTheAuthor() {
    let document = Self.read(
      Self.story + """
        <ol id=commentlist><li class="comment depth-1" id=comment-9><div class="comment-author vcard">
        <img class=avatar src=a.png><p>The rope is gone, and so is he who rang it.</p>
        <p><cite>Comment by <span class=fn>Ann</span> \u{2014} 2019-01-01 @ <a href=#comment-9>00:39</a></cite></p>
        </div></li></ol>
        """
    )
    #expect(document.comments.map(\.author) == ["Ann"])
    #expect(Self.words(document) == ["The rope is gone, and so is he who rang it."])
  }

  @Test("Replies that are no comments by their names are comments by author and date")
  func unmarkedReplies() {
    func entry(_ kind: String, _ name: String, _ words: String, _ inner: String = "") -> String {
      """
      <div class="\(kind)"><div class=comment-meta><div class=comment-author>\(name)</div><small class=comment-time>August
      7, 2019</small></div><div class=comment-content><p>\(words)</p>\(inner)</div></div>
      """
    }
    let replies = entry("comment-reply", "Bert", "Nor do I.") + entry("comment-reply", "Clara", "I do.")
    let document = Self.read(
      Self.story + "<div class=comments>" + entry("comment", "Ann", "I do not hear it.", replies)
        + entry("comment", "Dora", "One reply only.", entry("comment-reply", "Emil", "This one.")) + "</div>"
    )
    #expect(document.comments.map(\.author) == ["Ann", "Bert", "Clara", "Dora", "Emil"])
    #expect(
      document.comments.indices.map { document.commentDepth(of: document.node(ofComment: $0)) } == [0, 1, 1, 0, 1]
    )
    #expect(Self.words(document) == ["I do not hear it.", "Nor do I.", "I do.", "One reply only.", "This one."])
  }

  @Test("Names in paragraphs are no words, and replies have replies")
  func repliesWithinReplies() {
    func entry(_ kind: String, _ name: String, _ words: String, _ inner: String = "") -> String {
      """
      <div class="\(kind)"><div class=meta><p class=comment-author>\(name)</p><p class=date>7 August 2019</p></div>
      <div class=comment-content>\(words)</div>\(inner)</div>
      """
    }
    let inner = entry("answer", "Bert", "Nor do I.", entry("answer", "Clara", "I do."))
    let document = Self.read(Self.story + "<div id=comments>\(entry("comment", "Ann", "I do not.", inner))</div>")
    #expect(document.comments.map(\.author) == ["Ann", "Bert", "Clara"])
    #expect(document.comments.indices.map { document.commentDepth(of: document.node(ofComment: $0)) } == [0, 1, 2])
    #expect(Self.words(document) == ["I do not.", "Nor do I.", "I do."])
  }

  @Test("As many authors as one likes in one comment")
  func manyAuthors() {
    let authors = String(repeating: "<div><div><b class=author>x</b></div></div>", count: 20_000)
    let document = Self.read(
      Self.story + "<div class=comment id=comment-1><i class=date>3 May 2022</i>\(authors)<p>Words.</p></div>"
    )
    #expect(document.comments.count == 1)
    #expect(Self.words(document).joined().contains("Words."))
  }

  @Test("What stands beside the author is not given up for a control")
  func wordsBesideTheAuthor() {
    let document = Self.read(
      Self.story + """
        <div class=comment><div class=content><b class=author>Ann</b> <i class=date>3 May 2022</i><p>Whose bell is it?</p>
        <a><span class=text>Reply</span></a></div></div>
        """
    )
    #expect(document.comments.map(\.author) == ["Ann"])
    #expect(Self.words(document).joined().contains("Whose bell is it?"))
  }

  @Test(
    "Notices behind signs",
    arguments: [
      "&nbsp;This comment has been deleted", "\u{201C}Comment removed\u{201D}", "\u{1F5D1} Comment deleted",
      "[deleted]",
      "\u{AB}Комментарий удалён\u{BB}",
    ]
  )
  func notices(words: String) {
    let document = Self.wordPress(
      [
        "<li class=comment id=comment-7><cite>Ann</cite><p>\(words)</p></li>",
        "<li class=comment id=comment-8><cite>Bert</cite><p>It never rang.</p></li>",
      ]
    )
    #expect(document.comments.map(\.standing) == [.deleted, .live])
  }

  @Test(
    "An invitation to comment is no comment",
    arguments: [
      "<a class=comment-reply-link></a><div id=comment-form><h5>Be part of it</h5><p>Already registered? Log in</p></div>",
      "<div itemscope itemtype=\"http://schema.org/UserComments\"><h3>All comments</h3><p>Show new comments (0)</p></div>",
      "<div class=comment id=comment-2><span class=date>From 3 May 2022</span></div>",
      "<div class=comments>\(saved)\(saved)</div>",
    ]
  )
  func invitations(html: String) { #expect(Self.read(Self.story + html).comments.isEmpty) }

  /// What a page says about its author and about saving it, once for each width of a screen.
  private static let saved = """
    <div class=item><a class=author href=/author/a>anna</a> <time datetime=2022-05-04>4 May 2022</time></div>
    <div class=item><a class=author href=/author/b>bert</a> <time datetime=2022-05-04>4 May 2022</time>
    <p>To read it at some other time, please visit your own part of the site, to which you have been.</p></div>
    """

  @Test("Who is followed by `says` wrote it, linked or not")
  func namesThatSay() {
    let items = Self.names.enumerated().map { index, name in
      """
      <li><a name="c-\(605_013 + index)"></a><div><strong>\(index == 1 ? "<a>\(name)</a>" : name)</strong> sagt:<br>
      <time datetime="15585956740\(index)0">23.05.2019</time><br>
      <div>Das war so nicht zu erwarten, meint Nummer \(index).</div><button>antworten</button></div></li>
      """
    }.joined()
    let document = Self.read(Self.story + "<ul class=Comments__List>\(items)</ul>")
    #expect(document.comments.map(\.author) == Self.names)
  }

  @Test("Who wrote a comment did not write the article", arguments: ["class=comment", "class=entry"])
  func bylineOfComment(kind: String) {
    let document = Self.read(
      Self.story + """
        <article \(kind) itemscope itemtype="http://schema.org/Comment"><div class=comment-author itemprop=author>
        <span class=author-name>anna</span> <span>12/02/2019 11:30</span></div><p>What bell?</p></article>
        """
    )
    #expect(document.metadata.byline == nil)
    #expect(document.comments.map(\.author) == ["anna"])
  }

  /// The own words of each comment.
  private static func words(_ document: Document) -> [String] {
    document.comments.indices.map { index in
      let text = document.string(in: document.plainTextRange(ofComment: document.node(ofComment: index)))
      return String(text.dropLast())
    }
  }
}
