import Acquisition
import DocumentModel
import Foundation
import Importers
import TestSupport
import Testing

/// Recorded answers of real sites, by a server on this machine that gives them once more.
@Suite(.enabled(if: access("/usr/bin/curl", X_OK) == 0, "needs curl"))
struct SiteReplayTests {
  /// An address, the origins that answer, and what stands there: files of the shared folder, or texts.
  private struct Recording {
    var address: String
    var origins: [String]
    var answers: [String: String]
    /// The file that has the discussion.
    var file: String
  }

  private static let status = """
    {"id": "6886100", "created_at": "2022-11-30T10:00:00Z", "in_reply_to_id": "6884692", "content": "<p>The status.</p>",
     "account": {"acct": "ann", "display_name": "Ann"}, "url": "https://social.example/@ann/6886100"}
    """
  private static let lemmyPost = """
    {"post_view": {"post": {"id": 39509, "name": "A post", "ap_id": "https://lemmy.example/post/39509"}, "creator": {"name": "ann"},
     "community": {"name": "news"}, "counts": {"score": 1}}}
    """

  private static func reddit(_ id: String, _ file: String) -> Recording {
    Recording(
      address: "https://old.reddit.com/r/x/comments/\(id)/title/",
      origins: ["https://www.reddit.com"],
      answers: ["/comments/\(id).json?raw_json=1&limit=500": "reddit/\(file)"],
      file: "reddit/\(file)"
    )
  }

  private static let recordings: [Recording] = [
    Recording(
      address: "https://news.ycombinator.com/item?id=17",
      origins: ["https://hn.algolia.com"],
      answers: ["/api/v1/items/17": "hn-algolia-items/item-17.json"],
      file: "hn-algolia-items/item-17.json"
    ),
    Recording(
      address: "https://lobste.rs/s/tdfoqh/ranking",
      origins: ["https://lobste.rs"],
      answers: ["/s/tdfoqh.json": "lobsters/tdfoqh-9dcf26b.json"],
      file: "lobsters/tdfoqh-9dcf26b.json"
    ),
    reddit("2np694", "rtv-test_content_submission_load_more_comments.json"),
    reddit("2xmo63", "rtv-test_submission_prompt.json"), reddit("3hahrw", "test_replace__all-0.json"),
    Recording(
      address: "https://forum.example/t/lamps/57",
      origins: ["https://forum.example"],
      answers: ["/t/lamps/57": "<p>Discourse", "/t/57.json": "discourse/discourse_api-topic.json"],
      file: "discourse/discourse_api-topic.json"
    ),
    Recording(
      address: "https://social.example/@ann/6886100",
      origins: ["https://social.example"],
      answers: [
        "/@ann/6886100": "<p>Mastodon", "/api/v1/statuses/6886100": status,
        "/api/v1/statuses/6886100/context": "mastodon-context/bigbone-context.json",
      ],
      file: "mastodon-context/bigbone-context.json"
    ),
    Recording(
      address: "https://lemmy.example/post/39509",
      origins: ["https://lemmy.example"],
      answers: [
        "/post/39509": "<p>Lemmy", "/api/v3/post?id=39509": lemmyPost,
        "/api/v3/comment/list?post_id=39509&type_=All&sort=Old&limit=50&page=1": "lemmy/voyager-new-comments-0.json",
      ],
      file: "lemmy/voyager-new-comments-0.json"
    ),
  ]

  private static func folder(_ name: String) -> URL {
    SharedFolder.url.appendingPathComponent("corpora/json/give/" + name)
  }

  @Test(arguments: recordings.indices)
  func aDiscussionThatIsFetchedIsWhatItsAnswersHold(index: Int) throws {
    let recording = Self.recordings[index]
    let recorded = SharedFolder.bytes(Self.folder(recording.file))
    guard !recorded.isEmpty else {
      print("SKIPPED: no \(recording.file) in \(SharedFolder.url.path); set QUIRE_SHARED to the shared folder")
      return
    }
    let answers = recording.answers.mapValues { text in
      text.hasSuffix(".json") ? SharedFolder.bytes(Self.folder(text)) : Array(text.utf8)
    }
    let server = try LoopbackServer { question in
      guard let bytes = answers[question.target] else { return .nothing }
      return .answer(bytes, type: bytes.first == UInt8(ascii: "<") ? "text/html" : "application/json")
    }
    let reader = RemoteReader(server: server, origins: recording.origins)
    let (document, failure) = try reader.document(recording.address).get()
    #expect(failure == nil)
    let alone = JSONImporter.read(recorded.span)
    #expect(document.comments.count == alone.comments.count)
    #expect(document.comments.map(\.id).sorted() == alone.comments.map(\.id).sorted())
    #expect(document.comments.count > 0)
    #expect(reader.targets.allSatisfy { answers[$0] != nil }, "\(reader.targets)")
  }

  /// A page of the shared folder as what a thread of Reddit is about.
  @Test func aRecordedThreadStandsBelowWhatItIsAbout() throws {
    let page = SharedFolder.bytes(SharedFolder.url.appendingPathComponent("corpora/readability/give/001/source.html"))
    let thread = SharedFolder.bytes(Self.folder("reddit/rtv-test_submission_prompt.json"))
    guard !page.isEmpty, !thread.isEmpty else {
      print("SKIPPED: no pages and threads in \(SharedFolder.url.path); set QUIRE_SHARED to the shared folder")
      return
    }
    let server = try LoopbackServer { question in
      question.target.hasPrefix("/comments/") ? .answer(thread, type: "application/json") : .answer(page)
    }
    let reader = RemoteReader(server: server, origins: ["https://www.reddit.com", "https://github.com"])
    let document = try reader.document("https://www.reddit.com/comments/2xmo63").get().document
    #expect(reader.targets == ["/comments/2xmo63.json?raw_json=1&limit=500", "/michael-lazar/rtv"])
    #expect(document.metadata.title?.hasPrefix("Get your Frontend JavaScript Code Covered") == true)
    #expect(document.metadata.address?.hasPrefix("https://www.reddit.com/r/") == true)
    #expect(document.articles.count == 1)
    #expect(document.comments.count == 45)
    // Together they are what they are alone.
    let alone = HTMLImporter.read(page.span, address: "https://github.com/michael-lazar/rtv")
    #expect(document.text.starts(with: alone.text[alone.articleTextRange]))
    let comments = JSONImporter.read(thread.span)
    let (joined, single) = (document.articleTextRange.upperBound, comments.articleTextRange.upperBound)
    #expect(document.text[joined...].elementsEqual(comments.text[single...]))
    #expect(document.spans.count == alone.spans.count + comments.spans.count)
  }
}
