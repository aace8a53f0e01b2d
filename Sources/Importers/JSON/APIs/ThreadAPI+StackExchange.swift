extension ThreadAPI {
  /// Stack Exchange: questions with their answers and comments, when the filter asks for bodies.
  static let stackExchange = ThreadAPI(
    name: "Stack Exchange",
    contribution: ["answer_id body owner", "comment_id body owner"],
    post: ["question_id body title owner"],
    posts: .articles,
    replies: "comments[], answers[]",
    id: "comment_id, answer_id, question_id",
    author: "owner.display_name",
    date: "creation_date",
    score: "score",
    address: "link",
    title: "title",
    body: [.html("body"), .markdown("body_markdown")]
  )
}
