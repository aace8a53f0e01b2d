extension ThreadAPI {
  /// JSON Feed, versions 1 and 1.1: every item an article.
  static let jsonFeed = ThreadAPI(
    name: "JSON Feed",
    contribution: [],
    post: ["id content_html", "id content_text"],
    posts: .feed,
    id: "id",
    author: "authors[0].name, author.name",
    date: "date_published, date_modified",
    address: "url",
    title: "title",
    link: "external_url",
    body: [.html("content_html"), .text("content_text")],
    media: "attachments[]",
    mediaAddress: "url",
    mediaText: "title",
    wholeTitle: "title"
  )
}
