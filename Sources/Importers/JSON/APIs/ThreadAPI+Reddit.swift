extension ThreadAPI {
  /// Reddit: `/comments/ID.json`, a listing of the post and one of its comments; `/api/morechildren`; any listing.
  static let reddit = ThreadAPI(
    name: "Reddit",
    contribution: ["kind=t1 data.body", "kind=t1 data.contentText"],
    post: ["kind=t3 data.title"],
    posts: .articles,
    replies: "data.replies.data.children[]",
    stub: "kind=more",
    stubCount: "data.count",
    nesting: [.parent("data.parent_id~t1_")],
    id: "data.id, id~t1_",
    author: "data.author",
    date: "data.created_utc",
    score: "data.score, data.ups",
    address: "data.permalink",
    addressPrefix: "https://www.reddit.com",
    title: "data.title",
    link: "data.url",
    body: [
      .escapedHTML("data.body_html, data.selftext_html, data.crosspost_parent_list[0].selftext_html, data.contentHTML"),
      .markdown("data.body, data.selftext, data.crosspost_parent_list[0].selftext, data.contentText"),
    ],
    site: "data.subreddit_name_prefixed, data.subreddit"
  )

  /// Reddit as archives of it have it: posts and comments in lists, or one a line.
  static let redditFlat = ThreadAPI(
    name: "Reddit, flat",
    contribution: ["body link_id parent_id author"],
    post: ["selftext title permalink author", "title subreddit num_comments author"],
    posts: .articles,
    nesting: [.parent("parent_id~t1_")],
    id: "id",
    author: "author",
    date: "created_utc",
    score: "score",
    address: "permalink",
    addressPrefix: "https://www.reddit.com",
    title: "title",
    link: "url",
    body: [
      .escapedHTML("body_html, selftext_html, crosspost_parent_list[0].selftext_html"),
      .markdown("body, selftext, crosspost_parent_list[0].selftext"),
    ],
    site: "subreddit_name_prefixed, subreddit"
  )
}
