extension ThreadEngine {
  /// Pikabu.
  static let pikabu = ThreadEngine(
    name: "Pikabu",
    marks: "div.comment .comment__tools",
    comment: ["div.comment[data-id]", "div.comment"],
    author: ".comment__user@data-name, .user__nick",
    date: "time@datetime, time",
    score: ".comment__rating-count",
    id: "@data-id, @id~comment_",
    body: ".comment__content",
    nesting: [.contained],
    deleted: ".comment__content_deleted"
  )
}
