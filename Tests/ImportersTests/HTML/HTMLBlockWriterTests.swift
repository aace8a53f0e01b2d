import DocumentModel
import HTMLParsing
import TestSupport
import Testing

@testable import Importers

@Suite("Blocks of a page")
struct HTMLBlockWriterTests {
  /// The dump of what stands in a fragment of a page, without its first line.
  private func blocks(_ page: String, as setting: HTMLBlockWriter.Setting = .article) -> String {
    let tree = HTMLParser.parse(Array(page.utf8))
    var writer = HTMLBlockWriter(tree, base: "https://harbour.example/log/page.html")
    var builder = DocumentBuilder()
    writer.write(tree.descendants(of: .document, named: .body).map { $0 }, to: &builder, as: setting)
    let dump = builder.finish().dump()
    return dump.split(separator: "\n").dropFirst().map { String($0.dropFirst(2)) }.joined(separator: "\n")
  }

  @Test(
    "White space is collapsed, and what only says where to break words is gone",
    arguments: [
      (" a \n b\t<b> c </b> d", #"paragraph "a b c d""#),
      ("<p>a</p> <p> </p> <p>&nbsp;</p> b", "paragraph \"a\"\nparagraph \"b\""),
      ("a<span>b</span>c<unknown>d</unknown><x-y>e</x-y>", #"paragraph "abcde""#),
      ("a<div>b</div>c", "paragraph \"a\"\nparagraph \"b\"\nparagraph \"c\""),
      ("a<span style='Display: Block'>b</span>c", "paragraph \"a\"\nparagraph \"b\"\nparagraph \"c\""),
      ("a<br> b<br><br>\n<br>c<br>", "paragraph \"a\\nb\"\nparagraph \"c\""),
      ("<h2>a<br>b<div>c</div></h2>", "section\n  heading 2 \"a b c\""),
      ("wa&shy;ter&#8203;fall&#65279;", #"paragraph "waterfall""#),
      ("a\u{1b}[31mb\u{202e}c", #"paragraph "a␛[31mbc""#),
      ("<div role=heading aria-level=3>a</div>", "section\n  heading 3 \"a\""),
      ("<p>1 &lt; 2<sup>3</sup></p>", #"paragraph "1 < 23""#),
    ]
  )
  func text(page: String, expected: String) { #expect(blocks(page) == expected) }

  @Test(
    "Stretches are marked without the spaces around them, and go on in the next block",
    arguments: [
      ("a<b> b </b>c", ["strong b"]),
      ("<b>a<div>b</div></b>", ["strong a", "strong b"]),
      ("<b><strong>a</strong></b>", ["strong a"]),
      ("<a href='x?y#z'>a <em>b</em></a>", ["link https://harbour.example/log/x?y#z a b", "emphasis b"]),
      ("<a href='#z'>a</a><a href='javascript:b'>b</a><a href='data:,'>c</a><a>d</a>", []),
      (
        "<a class=mention href=/u/ann>@ann</a> <span class=mention>@bob</span>",
        ["mention @ann", "link https://harbour.example/u/ann @ann", "mention @bob"]
      ),
      ("<a href=''>a</a>", ["link https://harbour.example/log/page.html a"]),
      ("<kbd>a</kbd><p><b> </b></p>", ["code a"]),
    ]
  )
  func spans(page: String, expected: [String]) {
    let tree = HTMLParser.parse(Array(page.utf8))
    var writer = HTMLBlockWriter(tree, base: "https://harbour.example/log/page.html")
    var builder = DocumentBuilder()
    writer.write([.document], to: &builder, as: .comment)
    let document = builder.finish()
    let spans = document.spans.map { span in
      var role = "\(span.role)"
      if case .link(let address) = span.role { role = "link " + address }
      return role + " " + document.string(in: span.bytes)
    }
    #expect(spans == expected)
  }

  @Test("In a comment a block quote is a quotation; a comment may stand in one")
  func settings() {
    #expect(blocks("<blockquote>a</blockquote>") == #"pullQuote "a""#)
    #expect(blocks("<blockquote>a</blockquote>", as: .comment) == #"quotation "a""#)
    let tree = HTMLParser.parse(Array("<ul><li id=a>one<blockquote>two</blockquote></li></ul>".utf8))
    var writer = HTMLBlockWriter(tree)
    var builder = DocumentBuilder()
    writer.write(Array(tree.descendants(of: .document, named: .li)), to: &builder, as: .comment)
    #expect(builder.finish().dump() == "document\n  paragraph \"one\"\n  quotation \"two\"\n")
  }

  @Test("Names of people are mentions, whatever element they are in")
  func mentions() {
    for page in ["<p>a <a class=mention href=/b>@b</a>", "<p>a <span class='x user-mention'>@b</span>"] {
      let document = HTMLImporter.read(Array(page.utf8).span)
      #expect(document.spans.map(\.role).contains(.mention), "\(page)")
    }
  }

  @Test("Numbers beside the lines of a program are left out, but not the program that has them")
  func lineNumbers() {
    let page = "<pre class=line-numbers><span class=line-numbers>1</span><span class=lineno>1</span>a = 1</pre>"
    #expect(blocks(page) == #"code "a = 1""#)
  }

  @Test("What the caller leaves out is left out")
  func leavingOut() {
    let tree = HTMLParser.parse(Array("a<div class=share>b<p>c</p></div><p>d</p>".utf8))
    var writer = HTMLBlockWriter(tree) { tree.hasClass(["share"], $0) }
    var builder = DocumentBuilder()
    writer.write([.document], to: &builder, as: .comment)
    #expect(builder.finish().dump() == "document\n  paragraph \"a\"\n  paragraph \"d\"\n")
  }

  @Test(
    "Tables of data are tables; others are what is in them",
    arguments: [
      ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "table"),
      ("<table><tr><td>a<td>b</table>", "paragraph"),
      ("<table><tr><td>a<tr><td>b</table>", "paragraph"),
      ("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "paragraph"),
      ("<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>e<tr><td>f<td>g</table>", "table"),
      ("<table><tr><td><h2>a</h2><td>b<tr><td>c<td>d</table>", "section"),
    ]
  )
  func tables(page: String, first: String) { #expect(blocks(page).hasPrefix(first)) }

  @Test("Nothing to be seen is lost, and nothing is there twice", arguments: 0..<300 as Range<UInt64>)
  func nothingIsLost(seed: UInt64) {
    var page = RandomMarkup(seed: seed)
    let tree = HTMLParser.parse(Array(page.text(elements: 60).utf8))
    let document = HTMLImporter.read(Array(page.last.utf8).span)
    let shown = String(decoding: document.text.filter { $0 > 0x20 }, as: UTF8.self)
    let words = String(decoding: tree.text.filter { $0 > 0x20 }, as: UTF8.self)
    #expect(shown == words, "\(page.last)")
  }

  @Test(
    "Deep and wide pages cost what others cost",
    .timeLimit(.minutes(10)),
    arguments: [
      "<div>", "<b>", "<blockquote>a", "<ul><li>a", "<table><tr><td>a", "<figure><img src=a>", "<pre>a", "<h1>a",
      "<a href=a>b",
      "<details><summary>a", "<q>", "<figure><blockquote>", "<sup><a href=#a>1</a></sup><p id=a>", "<br>",
      "<td colspan=1000>", "<dl><dt>a",
      "<noscript><img src=a>", "<table><tr><td rowspan=9999 colspan=99>a<tr>",
      "<aside class=quote><blockquote>a wrote:<br>",
    ]
  )
  func hostile(start: String) {
    let page = Array(String(repeating: start, count: 200_000 / start.utf8.count).utf8)
    #expect(HTMLImporter.read(page.span).text.count < page.count * 8)
  }
}

/// Makes markup at random, with every word once.
private struct RandomMarkup {
  private static let elements = [
    "p", "div", "b", "em", "a href=x", "ul", "ol", "li", "table", "tr", "td", "th", "caption", "blockquote", "h2",
    "pre", "code",
    "dl", "dt", "dd", "section", "article", "span", "x-y", "details", "summary", "figure", "td colspan=2",
    "td rowspan=2", "aside class=pullquote", "tbody", "center",
  ]
  private var random: SeededGenerator
  private(set) var last = ""

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func text(elements count: Int) -> String {
    last = ""
    var open: [String] = []
    for number in 0..<count {
      if random.chance(60) { last += "w\(number)" + random.pick([" ", "", "\n"]) }
      if random.chance(10) { last += "<br>" }
      if random.chance(60) || open.isEmpty {
        let element = random.pick(Self.elements)
        open.append(String(element.prefix { $0 != " " }))
        last += "<\(element)>"
      } else {
        last += "</\(open.removeLast())>"
      }
    }
    return last
  }
}
