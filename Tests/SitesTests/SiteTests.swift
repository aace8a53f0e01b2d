import Acquisition
import DocumentModel
import Glibc
import Importers
import TestSupport
import Testing

@testable import Sites

/// Discussions of each site, by answers of our own making.
@Suite("Sites", .enabled(if: access("/usr/bin/curl", X_OK) == 0, "needs curl"))
struct SiteTests {
  /// The document at `address`, as text.
  /// The document at `address`, and what is missing of it.
  func dump(_ address: String, by reader: RemoteReader) -> String {
    switch reader.document(address) {
    case .failure(let failure): failure.message
    case .success((let document, let failure)):
      document.dump() + (failure.map { "failure: \($0.advice)\n" } ?? "")
    }
  }

  private static func json(_ text: String, fields: [String] = []) -> [LoopbackServer.Step] {
    .answer(text, type: "application/json; charset=utf-8", fields: fields)
  }

  /// A server that has answers by their targets, and nothing else.
  func server(_ answers: [String: String], _ fields: [String: [String]] = [:]) throws -> LoopbackServer {
    try LoopbackServer { question in
      guard let text = answers[question.target] else { return .nothing }
      let isJSON = text.hasPrefix("{") || text.hasPrefix("[")
      return .answer(
        text,
        type: isJSON ? "application/json" : "text/html; charset=utf-8",
        fields: fields[question.target] ?? []
      )
    }
  }

  /// A page without comments.
  static let article = """
    <!DOCTYPE html><html><head><title>The fog signal</title><meta name="author" content="Ines Falk"></head><body><article>
    <h1>The fog signal</h1><p>\(String(repeating: "It was wound by hand until the year it was sold. ", count: 8))</p>
    <p>\(String(repeating: "Nobody has asked who paid for the second one, so far. ", count: 8))</p></article></body></html>
    """
  private static let story = """
    {"id": 41, "created_at_i": 1700000000, "author": "mira", "title": "A fog signal", "points": 7,
     "url": "https://coastal.example/fog", "text": null, "children": [
       {"id": 42, "created_at_i": 1700000100, "author": "tom", "text": "<p>Who wound it?", "children": [
         {"id": 43, "created_at_i": 1700000200, "author": "mira", "text": "The keeper.", "children": []}]}]}
    """

  @Test func aLinkThreadIsTheArticleAndTheDiscussionBelowIt() throws {
    let reader = RemoteReader(
      server: try server(["/api/v1/items/41": Self.story, "/fog": Self.article]),
      origins: ["https://hn.algolia.com", "https://coastal.example"]
    )
    let text = dump("https://news.ycombinator.com/item?id=41", by: reader)
    #expect(reader.targets == ["/api/v1/items/41", "/fog"])
    #expect(
      text.hasPrefix(
        "document title=\"The fog signal\" byline=\"Ines Falk\" site=\"coastal.example\"\n  paragraph \"It was wound"
      )
    )
    #expect(
      text.contains(
        """
          article title="A fog signal · Hacker News" byline="mira" at=2023-11-14T22:13:20Z \
        address="https://news.ycombinator.com/item?id=41"
            paragraph "https://coastal.example/fog"
          discussion
            comment #42 author="tom" at=2023-11-14T22:15:00Z
              paragraph "Who wound it?"
              comment #43 author="mira" at=2023-11-14T22:16:40Z
                paragraph "The keeper."

        """
      ),
      "\(text)"
    )
  }

  @Test func aThreadWhoseArticleIsNotThereOpens() throws {
    for (answer, said) in [
      (nil, "there is no such page (404); check the address"),
      (
        "http://10.0.0.1/", "leads into a private network, to 10.0.0.1, which was not followed; name it if you trust it"
      ),
    ] {
      let reader = RemoteReader(
        server: try LoopbackServer { question in
          if question.target == "/api/v1/items/41" { return Self.json(Self.story) }
          return answer.map { .redirection(to: $0) } ?? .nothing
        },
        origins: ["https://hn.algolia.com", "https://coastal.example"]
      )
      let text = dump("https://news.ycombinator.com/item?id=41", by: reader)
      #expect(text.hasPrefix("document title=\"A fog signal\" byline=\"mira\" site=\"Hacker News\""))
      #expect(text.contains("comment #43"))
      #expect(text.hasSuffix("warning: the article https://coastal.example/fog \(said)\n"), "\(text)")
    }
  }

  @Test func whatASiteRefusesItsPageShows() throws {
    let page = "<!DOCTYPE html><title>Old pages</title><body><p>\(String(repeating: "Words of the page. ", count: 20))"
    let reader = RemoteReader(
      server: try server(["/comments/abc": page]),
      origins: ["https://www.reddit.com", "https://old.reddit.com"]
    )
    let text = dump("https://www.reddit.com/r/lamps/comments/abc/a_title/", by: reader)
    #expect(reader.targets == ["/comments/abc.json?raw_json=1&limit=500", "/comments/abc"])
    #expect(text.contains("Words of the page."))
    #expect(
      text.contains(
        "info: the site gives no answers that programs read (there is no such page (404); check the address); its page is shown"
      )
    )
  }

  @Test func aTopicOfDiscourseIsAllItsPosts() throws {
    func post(_ number: Int) -> String {
      """
      {"id": \(100 + number), "post_number": \(number), "username": "u\(number)", "created_at": "2026-01-0\(number)T10:00:00Z",
       "cooked": "<p>Words \(number).</p>", "reply_to_post_number": \(number == 3 ? "2" : "null")}
      """
    }
    let topic = """
      {"title": "Lamps", "post_stream": {"posts": [\(post(1)), \(post(2))], "stream": [101, 102, 103, 104]}}
      """
    let page = "<html><head><meta name=\"generator\" content=\"Discourse 3.4\"></head><body>…"
    let answers = [
      "/forum/t/lamps/7": page, "/forum/t/7.json": topic,
      "/forum/t/7/posts.json?post_ids[]=103&post_ids[]=104": "{\"post_stream\": {\"posts\": [\(post(3)), \(post(4))]}}",
    ]
    let reader = RemoteReader(server: try server(answers))
    let text = dump(reader.server.address("/forum/t/lamps/7"), by: reader)
    #expect(
      text == """
        document title="Lamps" byline="u1" at=2026-01-01T10:00:00Z
          paragraph "Words 1."
          discussion
            comment #2 author="u2" at=2026-01-02T10:00:00Z
              paragraph "Words 2."
              comment #3 author="u3" at=2026-01-03T10:00:00Z
                paragraph "Words 3."
            comment #4 author="u4" at=2026-01-04T10:00:00Z
              paragraph "Words 4."

        """
    )
    #expect(
      reader.targets == ["/forum/t/lamps/7", "/forum/t/7.json", "/forum/t/7/posts.json?post_ids[]=103&post_ids[]=104"]
    )
  }

  @Test func aPageThatIsMissingIsSaid() throws {
    let topic = """
      {"title": "Lamps", "post_stream": {"posts": [{"id": 1, "post_number": 1, "username": "a", "cooked": "<p>One."}], "stream": [1, 2]}}
      """
    let reader = RemoteReader(server: try server(["/t/7": "<p>discourse", "/t/7.json": topic]))
    let text = dump(reader.server.address("/t/7"), by: reader)
    #expect(text.contains("paragraph \"One.\""))
    #expect(
      text.contains(
        "warning: page 2 of the discussion could not be read, it is not whole: there is no such page (404); check the address"
      )
    )
    #expect(
      text.hasSuffix(
        "failure: page 2 of the discussion and those after it are missing: there is no such page (404); check the address\n"
      )
    )
  }

  @Test func pagesOfDiscussionsAreNotAskedForWithoutEnd() throws {
    let ids = (1...5000).map(String.init).joined(separator: ",")
    let topic = """
      {"title": "Lamps", "post_stream": {"posts": [{"id": 1, "post_number": 1, "username": "a", "cooked": "<p>One."}], "stream": [\(ids)]}}
      """
    let server = try LoopbackServer { question in
      question.target == "/t/7"
        ? .answer("<p>discourse")
        : Self.json(question.target == "/t/7.json" ? topic : "{\"post_stream\": {\"posts\": []}}")
    }
    let reader = RemoteReader(server: server)
    let text = dump(server.address("/t/7"), by: reader)
    #expect(
      text.contains(
        "warning: the discussion has more than the 100 pages that were read; open it in a browser to see them"
      )
    )
    #expect(reader.targets.count == 101)
  }

  @Test func aPostOfLemmyIsAllPagesOfItsComments() throws {
    func comment(_ id: Int, below path: String = "0") -> String {
      """
      {"comment": {"id": \(id), "path": "\(path).\(id)", "content": "Words \(id).", "published": "2026-01-01T10:00:00Z"}, "creator": {"name": "u"}}
      """
    }
    let view = """
      {"post": {"id": 9, "name": "NAME", "ap_id": "https://lemmy.example/post/9", "body": "A *lamp*.", "published": "2026-01-01T09:00:00Z"},
       "creator": {"name": "ann"}, "community": {"name": "lamps"}, "counts": {"score": 3}}
      """
    let crossPost = view.replacing("post/9", with: "post/8").replacing("NAME", with: "Elsewhere").replacing(
      "\"id\": 9",
      with: "\"id\": 8"
    )
    let list = "/api/v3/comment/list?post_id=9&type_=All&sort=Old&limit=50&page="
    let first = (1...50).map { comment($0) }.joined(separator: ",")
    let answers = [
      "/post/9": "<html><title>Lamps</title><script>window.isoData = \"Lemmy\"</script>",
      "/api/v3/post?id=9": "{\"post_view\": \(view.replacing("NAME", with: "Lamps")), \"cross_posts\": [\(crossPost)]}",
      list + "1": "{\"comments\": [\(first)]}", list + "2": "{\"comments\": [\(comment(51, below: "0.50"))]}",
    ]
    let reader = RemoteReader(server: try server(answers))
    let text = dump(reader.server.address("/post/9"), by: reader)
    #expect(reader.targets == ["/post/9", "/api/v3/post?id=9", list + "1", list + "2"])
    #expect(
      text.hasPrefix(
        "document title=\"Lamps\" byline=\"ann\" site=\"lamps\" at=2026-01-01T09:00:00Z\n  paragraph \"A lamp.\"\n  discussion\n"
      )
    )
    #expect(
      text.contains(
        "    comment #50 author=\"u\" at=2026-01-01T10:00:00Z\n      paragraph \"Words 50.\"\n      comment #51"
      )
    )
    #expect(!text.contains("Elsewhere"))
  }

  @Test func aStatusOfMastodonIsWhatItAnswersAndWhatWasAnswered() throws {
    func status(_ id: Int, answering parent: String) -> String {
      """
      {"id": "\(id)", "created_at": "2026-01-0\(id)T10:00:00Z", "in_reply_to_id": \(parent), "content": "<p>Words \(id).</p>",
       "account": {"acct": "u\(id)", "display_name": ""}, "url": "https://social.example/@u/\(id)"}
      """
    }
    let answers = [
      "/@u2/2": "<html><head><script id=\"initial-state\">{\"title\": \"Mastodon\"}</script>",
      "/api/v1/statuses/2": status(2, answering: "\"1\""),
      "/api/v1/statuses/2/context":
        "{\"ancestors\": [\(status(1, answering: "null"))], \"descendants\": [\(status(3, answering: "\"2\""))]}",
    ]
    let reader = RemoteReader(server: try server(answers))
    let text = dump(reader.server.address("/@u2/2"), by: reader)
    #expect(
      text == """
        document
          article byline="u1" at=2026-01-01T10:00:00Z address="https://social.example/@u/1"
            paragraph "Words 1."
          article byline="u2" at=2026-01-02T10:00:00Z address="https://social.example/@u/2"
            paragraph "Words 2."
          discussion
            comment #3 author="u3" at=2026-01-03T10:00:00Z
              paragraph "Words 3."

        """
    )
  }

  /// A feed of comments, as WordPress writes it.
  static let feed = """
    <?xml version="1.0"?><rss version="2.0"><channel><title>Comments on: The fog signal</title>
    <item><title>By: tom</title><link>https://a.example/fog/#comment-12</link><author>tom</author><description>Who wound it?</description></item>
    </channel></rss>
    """

  @Test func commentsOfAPageThatDoesNotShowThemComeFromItsFeed() throws {
    let head = """
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
      <link rel="alternate" type="application/rss+xml" title="Comments on this" href="feed/">
      """
    let server = try LoopbackServer { question in
      switch question.target {
      case "/fog/": .answer(Self.article.replacing("<head>", with: "<head>" + head))
      case "/fog/feed/": .answer(Self.feed, type: "application/rss+xml")
      default: .nothing
      }
    }
    let reader = RemoteReader(server: server)
    let text = dump(server.address("/fog/"), by: reader)
    #expect(reader.targets == ["/fog/", "/fog/feed/"])
    #expect(text.contains("document title=\"The fog signal\" byline=\"Ines Falk\""))
    #expect(text.contains("comment #12 author=\"tom\"\n      paragraph \"Who wound it?\""), "\(text)")
  }

  @Test func aPageIsHandedOnWhileItComes() throws {
    let server = try LoopbackServer { _ in
      .answer(Array("<p>half".utf8), length: 1000) + [.pause(milliseconds: 100), .reset]
    }
    let (bytes, known) = RemoteReader(server: server).read(server.address("/x"))
    #expect(String(decoding: bytes, as: UTF8.self) == "<p>half")
    #expect(known.facts?.charset == "utf-8")
    #expect(known.failure?.advice.hasPrefix("the connection broke off after 7 bytes") == true)
  }

  @Test func theCharsetOfTheHeadCounts() throws {
    let server = try LoopbackServer { question in
      .answer(
        [UInt8]("<p>".utf8) + [0xcf, 0xf0, 0xe8],
        type: question.target == "/page" ? "text/html; charset=windows-1251" : "text/plain; charset=windows-1251"
      )
    }
    let reader = RemoteReader(server: server)
    #expect(dump(server.address("/page"), by: reader).contains("paragraph \"При\""))
    #expect(dump(server.address("/text"), by: reader).contains("При"))
  }

  @Test(arguments: [
    ("https://news.ycombinator.com/item?id=41#42", "https://hn.algolia.com/api/v1/items/41"),
    ("https://news.ycombinator.com/user?id=41", nil),
    ("https://lobste.rs/s/tdfoqh/a_title", "https://lobste.rs/s/tdfoqh.json"),
    ("https://lobste.rs/s/..%2fx", nil),
    (
      "https://old.reddit.com/r/a/comments/3hahrw/title/abc",
      "https://www.reddit.com/comments/3hahrw.json?raw_json=1&limit=500"
    ),
    ("https://redd.it/3hahrw", "https://www.reddit.com/comments/3hahrw.json?raw_json=1&limit=500"),
    ("https://www.reddit.com/r/swift/", nil),
    ("https://github.com/apple/swift/issues/12", "https://api.github.com/repos/apple/swift/issues/12"),
    ("https://github.com/apple/swift/pull/12/files", "https://api.github.com/repos/apple/swift/issues/12"),
    ("https://github.com/apple/swift/discussions/12", nil),
    ("https://example.com/item?id=41", nil),
  ])
  func addressesSayWhatToAskFor(address: String, answer: String?) throws {
    #expect(Site.knownDiscussion(at: try FetchAddress(address))?.answers.first == answer)
  }
}
