extension ThreadEngine {
  /// Drupal since version 5: replies stand in boxes that are indented.
  static let drupal = ThreadEngine(
    name: "Drupal",
    marks: """
      .comment a[href*=/comment/reply/], .comment .field-name-comment-body, .comment .field--name-comment-body, \
      .comment[data-comment-user-id], .indented .comment, .comment-by-anonymous, .comment-by-viewer, .comment-by-node-author
      """,
    comment: ["div.comment, article.comment"],
    author: ".comment__author .username, .username, .comment-author, .author, .submitted strong, footer",
    date:
      "time@datetime, .submitted [property]@content, .submitted, .comment-date, .comment__time, .date, .created, time",
    id: "@id~comment-, @data-comment-id, a[id^=comment-]@id~comment-, a[href*=#comment-]@href~#comment-",
    body: ".field-name-comment-body, .field--name-comment-body, .field-comment-body, .comment__text, .content",
    omitted: ".links, .user-signature",
    nesting: [.around(".indented")]
  )
}
