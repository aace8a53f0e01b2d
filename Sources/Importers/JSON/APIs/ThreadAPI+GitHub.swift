extension ThreadAPI {
  /// GitHub and those that answer as it does: an issue or pull request and its comments.
  static let gitHub = ThreadAPI(
    name: "GitHub",
    contribution: ["user.login body html_url issue_url", "user.login body html_url pull_request_review_id"],
    post: ["user.login body html_url title number"],
    posts: .articles,
    nesting: [.parent("in_reply_to_id")],
    id: "id",
    author: "user.login",
    date: "created_at",
    score: "reactions.+1",
    address: "html_url",
    title: "title",
    body: [.html("body_html"), .markdown("body")]
  )
}
