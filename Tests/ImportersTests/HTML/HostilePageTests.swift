import DocumentModel
import HTMLParsing
import Testing

@testable import Importers

/// Pages that are made to cost time: what is counted grows with the page, not with its square.
@Suite struct HostilePageTests {
  private static func record(_ index: Int) -> String {
    """
    <div class="comment"><b class="author">user\(index % 50)</b> <time datetime="2020-01-02T03:04:05Z">2 January 2020, 03:04</time>
    <p>It is said that the tide was late on day \(index) of the year.</p><a>Reply</a>
    """
  }

  @Test(arguments: [false, true]) func deepThreads(_ isGeneric: Bool) {
    let page = (0..<3000).map(Self.record).joined()
    let thread = PageThread.find(in: HTMLParser.parse(Array(page.utf8)), engines: isGeneric ? [] : ThreadEngine.all)
    // What stands deeper than any page's tree goes is flat.
    #expect((thread?.records.count ?? 0) > 400)
  }

  @Test(arguments: [false, true]) func wideThreads(_ isGeneric: Bool) {
    let page = (0..<20_000).map { Self.record($0) + "</div>" }.joined()
    let thread = PageThread.find(in: HTMLParser.parse(Array(page.utf8)), engines: isGeneric ? [] : ThreadEngine.all)
    #expect(thread?.records.count == 20_000)
    #expect(thread?.records.allSatisfy { $0.parent == .none && $0.author != nil && $0.moment != nil } == true)
  }

  @Test func quotationsInQuotations() {
    let quotes = String(repeating: "<div class=quote>", count: 5000)
    let page = "<div id='comment-id-1'><a href='/user/a/'>a</a><div id='comm-id-1'>\(quotes)deep</div></div>"
    let thread = PageThread.find(in: HTMLParser.parse(Array(page.utf8)))
    #expect((thread?.records.first?.body.quotations.count ?? 0) > 100)
  }

  @Test func recordsThatAreNoElements() {
    let page = "<template><td class=default><span class=comhead><a class=hnuser>a</a></span><p>b</template>"
    let thread = PageThread.find(in: HTMLParser.parse(Array(String(repeating: page, count: 3).utf8)))
    #expect(thread == nil || thread?.records.isEmpty == false)
  }

  @Test func classesWithoutEnd() {
    let words = (0..<20_000).map { "word\($0)" }.joined(separator: " ")
    let page = "<div class='comment \(words)'><p class='\(String(repeating: "comment-conten", count: 100_000))'>a</div>"
    #expect(PageThread.find(in: HTMLParser.parse(Array(page.utf8))) == nil)
  }

  @Test func linksInLinks() {
    let page = String(repeating: "<object><a href='#x'>", count: 3000) + String(repeating: "<b>a</b> ", count: 3000)
    let document = HTMLImporter.read(Array(page.utf8).span)
    #expect(document.text.count > 5000)
  }

  @Test("A notice is as short as the longest one, to the letter", arguments: 0..<16)
  func shortNotices(before: Int) {
    func standing(_ count: Int) -> DocumentModel.Comment.Standing? {
      // Signs of several bytes are counted byte by byte, spaces not at all.
      let notice = "[deleted———" + String(repeating: "!", count: count - 18) + "]"
      let page = """
        <meta charset=utf-8><li class=comment id=comment-1><cite class=fn>a</cite>\
        <div class=comment-content>\(String(repeating: " ", count: before))\(notice)</div></li>
        """
      return PageThread.find(in: HTMLParser.parse(Array(page.utf8)))?.records.first?.standing
    }
    #expect(standing(StandingWords.longest) == .deleted)
    #expect(standing(StandingWords.longest + 1) == .live)
  }

  @Test func nothing() {
    #expect(PageThread.find(in: HTMLParser.parse([])) == nil)
    #expect(PageThread.find(in: HTMLParser.parse(Array("<p>3 hours ago</p>".utf8))) == nil)
  }
}
