import DocumentModel
import Testing

@testable import Importers

@Suite("Feeds")
struct FeedTests {
  private func read(_ text: String, isComplete: Bool = true) -> Document {
    FeedImporter.read(Array(text.utf8).span, isComplete: isComplete)
  }

  private func text(_ document: Document) -> String { document.string(in: 0..<document.text.count) }

  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  private func rss(_ items: String) -> String { "<rss version='2.0'><channel><title>T</title>\(items)</channel></rss>" }

  @Test("What damage there is, is said with its place; what comes before it and after it is there")
  func damage() {
    let document = read(
      "<rss>\n<channel><title>T</title>\n<item><title>a & b</title></item><item><title>c</title></item>"
    )
    #expect(document.articles.map(\.title) == ["a & b", "c"])
    #expect(document.diagnostics.map(\.line) == [3] && document.diagnostics.map(\.column) == [17])
    #expect(document.diagnostics[0].message.contains("the XML is damaged (not well-formed (invalid token))"))
  }

  @Test("What names an entry is told without what a terminal obeys")
  func harmlessNames() {
    let document = read(
      """
      <feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><title>T</title>
      <entry><id>b</id><title>b</title><content>Words.</content><thr:in-reply-to ref='a&#x8f;&#x9b;1m'/></entry>
      <entry><id>c</id><title>c</title><content>More.</content><thr:in-reply-to ref='z'/></entry></feed>
      """
    )
    #expect(document.diagnostics.contains { $0.message.contains("is missing but was answered") })
    for diagnostic in document.diagnostics {
      #expect(!diagnostic.message.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test("The beginning of a feed is no damage")
  func beginning() {
    let whole = rss(times(3, "<item><title>a</title><description>Words &amp; words.</description></item>"))
    for count in 0..<whole.utf8.count {
      let bytes = Array(whole.utf8.prefix(count))
      #expect(FeedImporter.read(bytes.span, isComplete: false).diagnostics == [])
    }
  }

  @Test("Entities of HTML are what they are, though nobody declares them; others stay")
  func entities() {
    #expect(read(rss("<item><title>a&nbsp;&eacute;&unknown;</title></item>")).articles[0].title == "a é&unknown;")
    let declared = "<!DOCTYPE rss [<!ENTITY own 'mine'>]>" + rss("<item><title>&own;</title></item>")
    #expect(read(declared).articles[0].title == "mine")
  }

  @Test("Entities that stand for more and more are not followed")
  func bombs() {
    let levels = (1..<40).map { "<!ENTITY e\($0) '\(times(10, "&e\($0 - 1);"))'>" }.joined()
    let bomb = "<!DOCTYPE rss [<!ENTITY e0 '0123456789'>\(levels)]>" + rss("<item><title>&e39;</title></item><item/>")
    let document = read(bomb)
    #expect(document.articles.count == 2 && document.diagnostics.count == 1)
    let chain = (1..<5000).map { "<!ENTITY e\($0) '&e\($0 - 1);'>" }.joined()
    let deep = "<!DOCTYPE rss [<!ENTITY e0 '0'>\(chain)]>" + rss("<item><title>&e4999;</title></item>")
    #expect(read(deep).articles.count == 1)
    let outside = "<!DOCTYPE rss [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + rss("<item><title>a&e;b</title></item>")
    #expect(!text(read(outside)).contains("root"))
  }

  @Test("Floods are read in time")
  func floods() {
    let many = 3000
    for source in [
      times(many, "<item>"), times(many, "<item><title>"), times(many, "<"), times(many, "<a b='"), times(many, "&"),
      times(many, "&a;"), times(many, "<![CDATA["), times(many, "<!--"), times(many, "]]>"), times(many, "</item>"),
      times(many, "<a>"), times(many, "<?"), times(many, "<description>"), times(many, "<item a='"),
      times(many, "<b><i>"),
      times(many, "<wp:comment>"), times(many, "<item><description><b>"), times(many, "&#"), times(many, "&nbsp;"),
    ] {
      _ = read("<rss>" + source)
      _ = read(rss(source))
      _ = read(rss("<item><description>" + source))
      _ = read("<rss>&" + source)
    }
  }

  @Test("Answers to what is elsewhere make no thread of a feed of articles")
  func foreignAnswers() {
    let reply =
      "<item><title>b</title><thr:in-reply-to xmlns:thr='http://purl.org/syndication/thread/1.0' ref='x'/></item>"
    let document = read(rss(reply + times(3, "<item><title>a</title></item>")))
    #expect(document.articles.count == 4 && document.comments.isEmpty)
    // Nothing but answers to one and the same is the discussion of it.
    let thread = read(rss(times(2, reply)))
    #expect(thread.comments.map(\.standing) == [.live, .live])
  }

  @Test("What is no feed is text")
  func none() {
    #expect(text(read("<rss>Words</rss>")).contains("Words"))
  }

  @Test("Feeds in other encodings are read")
  func encodings() {
    let russian = [0xef, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2] as [UInt8]
    let start = Array("<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>".utf8)
    let end = Array("</title></channel></rss>".utf8)
    #expect(FeedImporter.read((start + russian + end).span).metadata.title == "привет")
    let wide: [UInt8] = [0xff, 0xfe] + Array(rss("").utf8).flatMap { [$0, 0] }
    #expect(FormatDetection.format(of: wide.span, name: nil) == .feed)
    #expect(FeedImporter.read(wide.span).metadata.title == "T")
    // What says UTF-8 and is none is told by its bytes.
    let liar = Array("<?xml version='1.0' encoding='utf-8'?><rss><channel><title>caf".utf8) + [0xe9] + end
    #expect(FeedImporter.read(liar.span).metadata.title == "café")
  }
}
