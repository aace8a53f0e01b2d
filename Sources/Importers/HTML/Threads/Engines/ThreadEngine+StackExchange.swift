extension ThreadEngine {
  /// Stack Overflow and its sisters: answers, and comments to question and answers.
  static let stackExchange = ThreadEngine(
    name: "Stack Exchange",
    marks: "div.question[data-questionid], div.answer[data-answerid]",
    comment: ["div.question[data-questionid], div.answer[data-answerid], li.comment, tr.comment"],
    author: """
      .user-details[itemprop=author] a, .user-details[itemprop=author], .owner .user-details a, .comment-user, .post-signature \
      .user-details a, .user-details
      """,
    date: """
      .user-action-time > .relativetime@title, .owner .relativetime@title, .comment-date .relativetime-clean@title, .comment-date span@title, \
      .post-signature .relativetime@title
      """,
    score: ".js-vote-count, .vote-count-post, .comment-score",
    id: "@data-answerid, @data-comment-id, @data-questionid, @id~comment-",
    body: ".js-post-body, .post-text, .comment-copy",
    nesting: [.contained],
    opening: .element("div.question")
  )
}
