extension ThreadAPI {
  /// WordPress: `/wp/v2/comments`, beside `/wp/v2/posts` or embedded in it.
  static let wordPress = ThreadAPI(
    name: "WordPress",
    contribution: ["author_name content.rendered parent"],
    post: ["title.rendered content.rendered"],
    posts: .articles,
    replies: "_embedded.replies[][]",
    repliesSayPlace: true,
    nesting: [.parent("parent")],
    id: "id",
    author: "author_name, _embedded.author[0].name",
    date: "date, date_gmt",
    address: "link",
    title: "title.rendered",
    body: [.html("content.rendered")]
  )

  /// WordPress.com: `/rest/v1.1/sites/SITE/posts/ID/replies`.
  static let wordPressCom = ThreadAPI(
    name: "WordPress.com",
    contribution: ["ID content author.name post"],
    post: ["ID content author.name title"],
    posts: .articles,
    nesting: [.parent("parent.ID, parent")],
    id: "ID",
    author: "author.name",
    date: "date",
    score: "like_count",
    address: "URL",
    title: "title, post.title",
    body: [.html("content, raw_content")]
  )
}
