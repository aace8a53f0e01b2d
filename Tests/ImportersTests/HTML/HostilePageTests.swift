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

  @Test func nothing() {
    #expect(PageThread.find(in: HTMLParser.parse([])) == nil)
    #expect(PageThread.find(in: HTMLParser.parse(Array("<p>3 hours ago</p>".utf8))) == nil)
  }
}
