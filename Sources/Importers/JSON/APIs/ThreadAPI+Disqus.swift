extension ThreadAPI {
  /// Disqus: `threads/listPosts`, and what its frame in a page is given.
  static let disqus = ThreadAPI(
    name: "Disqus",
    contribution: ["message parent createdAt author"],
    nesting: [.parent("parent"), .level("depth")],
    id: "id",
    author: "author.name",
    date: "createdAt",
    score: "points, likes",
    address: "url",
    body: [.html("message"), .text("raw_message")],
    media: "media[]",
    mediaAddress: "url",
    mediaText: "title",
    deleted: "isDeleted=true",
    flagged: "isSpam=true",
    wholeTitle: "response.thread.title"
  )
}
