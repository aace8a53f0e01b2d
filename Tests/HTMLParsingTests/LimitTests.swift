import HTMLParsing
import Testing

/// Hostile pages: every word is still there, nothing is deeper than it may be, and what a limit did is said.
///
/// Time is not tested by the clock. Were anything here quadratic, these pages would take minutes at sizes like these.
@Suite struct LimitTests {
  private static let count = 20_000

  private struct Page {
    var name: String
    var text: String
    /// How often the word `word` is in the page.
    var words = 1
    var notices: Set<HTMLNotice> = []
  }

  private static func repeated(_ text: String, _ times: Int = count) -> String { String(repeating: text, count: times) }

  private static let pages: [Page] = [
    Page(name: "open div", text: repeated("<div>") + "word", notices: [.nestingFlattened]),
    Page(name: "open b", text: repeated("<b>") + "word", notices: [.nestingFlattened]),
    Page(
      name: "different open b",
      text: (0..<count).map { "<b id=\($0)>" }.joined() + "word",
      notices: [.nestingFlattened]
    ),
    Page(
      name: "stray end tags",
      text: repeated("<span>") + repeated("</div>") + "word",
      notices: [.nestingFlattened]
    ),
    Page(
      name: "end tags of something far out",
      text: "<div>" + repeated("<span>") + repeated("</div>") + "word",
      notices: [.nestingFlattened, .searchBounded]
    ),
    Page(name: "nested a", text: repeated("<a>") + "word"),
    Page(name: "a around blocks", text: repeated("<a><div>") + "word", notices: [.nestingFlattened]),
    Page(
      name: "b around blocks, closed",
      text: repeated("<b><div>") + repeated("</b>") + "word",
      notices: [.nestingFlattened]
    ),
    Page(name: "misnested cells", text: "<table>" + repeated("<td>word</tr></b><tr></td>"), words: count),
    Page(name: "foster parents", text: "<table>" + repeated("word<tr>word<td>word</td>"), words: 3 * count),
    Page(name: "one attribute", text: "<p a='" + repeated("0123456789") + "'>word"),
    Page(
      name: "many attributes",
      text: "<p " + (0..<count).map { "a\($0)=1 " }.joined() + ">word",
      notices: [.attributesDropped]
    ),
    Page(name: "attributes of body", text: (0..<count).map { "<body a\($0)><p b>" }.joined() + "word"),
    Page(
      name: "formatting made again",
      text: "<p>" + (0..<400).map { "<b id=\($0)>" }.joined() + repeated("<p>word"),
      words: count,
      notices: [.formattingDropped]
    ),
    Page(name: "foreign elements", text: repeated("<svg>") + repeated("</p>") + "word", notices: [.nestingFlattened]),
    Page(name: "templates", text: repeated("<template>") + "word", notices: [.nestingFlattened]),
    Page(name: "ampersands", text: repeated("&") + "word"),
    Page(name: "carriage returns", text: repeated("\r") + "word"),
    Page(name: "unfinished text", text: "word<title>word" + repeated("</titl"), words: 2),
    Page(name: "unfinished comment", text: "word<!--" + repeated("x-")),
    Page(name: "unfinished tag", text: "word" + repeated("<p ")),
    Page(name: "unfinished script", text: "word<script>" + repeated("<!--<script")),
  ]

  @Test(arguments: pages.indices) func nothingIsLost(index: Int) {
    let page = Self.pages[index]
    let tree = HTMLParser.parse(Array(page.text.utf8))
    let words = String(decoding: tree.text, as: UTF8.self).split(separator: "word", omittingEmptySubsequences: false)
    #expect(words.count == page.words + 1, "\(page.name)")
    #expect(tree.pageTextCount == tree.text.count + tree.ignoredTextCount, "\(page.name)")
    #expect(page.notices.isSubset(of: tree.notices), "\(page.name): \(tree.notices)")
    if page.notices.isEmpty { #expect(tree.notices.isEmpty, "\(page.name): \(tree.notices)") }
    var depths = [0]
    for node in tree.nodes.dropFirst() { depths.append(depths[tree.parent(of: node)?.offset ?? 0] + 1) }
    #expect((depths.max() ?? 0) <= HTMLTree.depthLimit, "\(page.name)")
  }

  @Test func flatteningKeepsTheOrder() {
    let count = 600
    let page = (0..<count).map { "<div>\($0) " }.joined() + (0..<count).map { "</div>\($0) " }.joined()
    let tree = HTMLParser.parse(Array(page.utf8))
    let numbers = (0..<count).map(String.init)
    #expect(tree.string(of: .document).split(separator: " ").map(String.init) == numbers + numbers)
    #expect(tree.notices == [.nestingFlattened])
  }
}
