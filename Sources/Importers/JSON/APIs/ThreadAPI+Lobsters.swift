extension ThreadAPI {
  /// Lobsters and its sisters: `/s/ID.json`, comments in reading order.
  static let lobsters = ThreadAPI(
    name: "Lobsters",
    contribution: ["short_id comment", "short_id comment_plain"],
    post: ["short_id title comments", "short_id title comments_url"],
    replies: "comments[]",
    repliesSayPlace: true,
    nesting: [.parent("parent_comment"), .level("depth, indent_level")],
    id: "short_id",
    author: "commenting_user.username, commenting_user, submitter_user.username, submitter_user",
    date: "created_at",
    score: "score",
    address: "short_id_url",
    title: "title",
    link: "url",
    body: [.html("comment, description"), .markdown("comment_plain, description_plain")],
    deleted: "is_deleted=true",
    flagged: "is_moderated=true",
    siteName: "Lobsters"
  )
}
