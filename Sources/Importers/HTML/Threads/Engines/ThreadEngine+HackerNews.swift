extension ThreadEngine {
  /// Hacker News since 2012: tables, and a transparent picture as wide as a reply is deep.
  static let hackerNews = ThreadEngine(
    name: "Hacker News",
    marks: "td.default .comhead",
    comment: ["td.default"],
    levelsUp: 1,
    author: "a.hnuser, .comhead a[href*=user?id=]",
    date: ".age@title, .age, .comhead",
    score: ".comhead .score",
    id: ".age a@href~id=, .comhead a[href*=item?id=]@href~id=, a[id^=up_]@id~up_",
    body: ".commtext, .comment",
    omitted: ".reply",
    nesting: [.indent("td.ind@indent, td.ind img@width, img[src*=s.gif]@width")],
    post: ".fatitem .toptext"
  )
}
