extension ThreadAPI {
  private static let newsSite = "Hacker News"
  private static let newsAddress = "https://news.ycombinator.com/item?id="

  /// Hacker News by Algolia: `/api/v1/items/ID`, replies within what they answer.
  static let hackerNewsItems = ThreadAPI(
    name: "Hacker News, items",
    contribution: [],
    post: ["children created_at_i id author"],
    posts: .articles,
    replies: "children[]",
    id: "id",
    author: "author",
    date: "created_at_i, created_at",
    score: "points",
    addressPrefix: newsAddress,
    title: "title",
    link: "url",
    body: [.html("text")],
    siteName: newsSite
  )

  /// Hacker News by Algolia: `/api/v1/search`, a list of what was found.
  static let hackerNewsSearch = ThreadAPI(
    name: "Hacker News, search",
    contribution: ["objectID created_at_i author"],
    opening: "title=*",
    posts: .articles,
    nesting: [.parent("parent_id")],
    isAbsentPost: true,
    id: "objectID",
    author: "author",
    date: "created_at_i, created_at",
    score: "points",
    addressPrefix: newsAddress,
    title: "title, story_title",
    link: "url",
    body: [.html("comment_text, story_text")],
    siteName: newsSite
  )

  /// Hacker News by Firebase: `/v0/item/ID.json`, single items or any list of them.
  static let hackerNewsFirebase = ThreadAPI(
    name: "Hacker News, Firebase",
    contribution: [
      "id type=comment time", "id type=story time", "id type=poll time", "id type=job time", "id type=pollopt time",
    ],
    opening: "type=story, type=poll, type=job",
    nesting: [.parent("parent, poll")],
    order: .listed("kids[]"),
    id: "id",
    author: "by",
    date: "time",
    score: "score",
    addressPrefix: newsAddress,
    title: "title",
    link: "url",
    body: [.html("text")],
    deleted: "deleted=true",
    flagged: "dead=true",
    siteName: newsSite
  )

  /// Hacker News by node-hnapi and those that answer as it does.
  static let hackerNewsNode = ThreadAPI(
    name: "Hacker News, hnapi",
    contribution: ["id level user content comments"],
    post: ["id title comments time_ago", "id title comments_count time_ago"],
    posts: .articles,
    replies: "comments[]",
    id: "id",
    author: "user",
    date: "time, time_ago",
    score: "points",
    addressPrefix: newsAddress,
    title: "title",
    link: "url",
    body: [.html("content")],
    deleted: "deleted=true",
    flagged: "dead=true",
    siteName: newsSite
  )
}
