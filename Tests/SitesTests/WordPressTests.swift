import Foundation
import TestSupport
import Testing

// A post is known by the head of its page; what its site refuses is read off the page.
extension SiteTests {
  /// A list of comments as themes of WordPress write it.
  private static let list = """
    <ol class="comment-list"><li class="comment depth-1" id="comment-7"><div class="comment-body"><cite class="fn">tom</cite>
    <time datetime="2026-01-01T10:00:00">1 January</time><p>Who wound it then, if the keeper was not there?</p></div>
    <ol class="children"><li class="comment depth-2" id="comment-8"><div class="comment-body"><cite class="fn">mira</cite>
    <time datetime="2026-01-01T11:00:00">1 January</time><p>His sister did, for thirty years.</p></div></li></ol></li></ol>
    """
  @Test func aPostOfWordPressIsAskedForAsItsHeadSays() throws {
    func comment(_ id: Int, below parent: Int = 0) -> String {
      """
      {"id": \(id), "parent": \(parent), "author_name": "u\(id)", "date": "2026-01-01T10:00:0\(id)", "content": {"rendered": "<p>Words \(id).</p>"}, "link": "x"}
      """
    }
    let post = """
      {"id": 5, "date": "2026-01-01T09:00:00", "link": "https://blog.example/lamps", "title": {"rendered": "Lamps &amp; clocks"},
       "content": {"rendered": "<p>An article.</p>"}, "_embedded": {"author": [{"name": "Ines"}]}}
      """
    let list = "/wp-json/wp/v2/comments?post=5&order=asc&per_page=100&page="
    let answers = [
      "/lamps": Self.article, "/wp-json/wp/v2/posts/5?_embed=author": post,
      list + "1": "[\(comment(1)),\(comment(2, below: 1))]", list + "2": "[\(comment(3, below: 1))]",
    ]
    let links = """
      Link: </wp-json/>; rel="https://api.w.org/", </wp-json/wp/v2/posts/5>; rel="alternate"; title="JSON"; type="application/json"
      """
    let fields = ["/lamps": [links], list + "1": ["X-WP-TotalPages: 2"]]
    let reader = RemoteReader(server: try server(answers, fields))
    let text = dump(reader.server.address("/lamps"), by: reader)
    #expect(reader.targets == ["/lamps", "/wp-json/wp/v2/posts/5?_embed=author", list + "1", list + "2"])
    #expect(
      text == """
        document title="Lamps & clocks" byline="Ines" at=2026-01-01T09:00:00
          paragraph "An article."
          discussion
            comment #1 author="u1" at=2026-01-01T10:00:01
              paragraph "Words 1."
              comment #2 author="u2" at=2026-01-01T10:00:02
                paragraph "Words 2."
              comment #3 author="u3" at=2026-01-01T10:00:03
                paragraph "Words 3."

        """
    )
    // Who does not give comments to programs may show them.
    var closed = answers.filter { !$0.key.contains("comments") }
    closed["/lamps"] = Self.article.replacing("</article>", with: "</article>" + Self.list)
    let shown = RemoteReader(server: try server(closed, fields))
    #expect(
      dump(shown.server.address("/lamps"), by: shown).hasPrefix(
        """
        document title="Lamps & clocks" byline="Ines" at=2026-01-01T09:00:00
          paragraph "An article."
          discussion
            comment #7 author="tom" at=2026-01-01T10:00:00
              paragraph "Who wound it then, if the keeper was not there?"
              comment #8 author="mira" at=2026-01-01T11:00:00
                paragraph "His sister did, for thirty years."
        info: 
        """
      )
    )
    // And who does neither has a feed of them.
    let head = "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Comments\" href=\"lamps/feed/\">"
    closed["/lamps"] = Self.article.replacing("<head>", with: "<head>" + head)
    closed["/lamps/feed/"] = Self.feed
    let fed = RemoteReader(server: try server(closed, fields))
    #expect(
      dump(fed.server.address("/lamps"), by: fed).contains("paragraph \"An article.\"\n  discussion\n    comment #12")
    )
    // The post is read before its comments have come.
    let slow = try LoopbackServer { question in
      let isList = question.target.contains("comments")
      return (isList ? [.pause(milliseconds: 60_000)] : [])
        + .answer(answers[question.target] ?? "", fields: fields[question.target] ?? [])
    }
    let beginning = RemoteReader(server: slow).read(slow.address("/lamps"), beginning: true)
    #expect(String(decoding: beginning.bytes, as: UTF8.self).contains("An article."))
  }
}
