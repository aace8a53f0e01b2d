extension ThreadEngine {
  /// Habr and Geektimes since 2010.
  static let habr = ThreadEngine(
    name: "Habr",
    marks: "li.content-list__item_comment, div.comment_item, .tm-comment-thread",
    comment: ["li.content-list__item_comment", "div.comment_item", "section.tm-comment-thread, div.tm-comment-thread"],
    author: ".user-info__nickname, .tm-user-info__username, .comment-item__username, .username",
    date: "time@datetime, .comment__date-time, time",
    score: ".voting-wjt__counter, .tm-votes-meter__value, .mark .score",
    id:
      "@rel, @id~comment_, .comment@id~comment_, .tm-comment-thread__target@name~comment_, [id^=comment_]@id~comment_",
    body: ".comment__message, .tm-comment__body-content, .message",
    nesting: [.contained],
    deleted: ".comment__message_downgrade-deleted, .tm-comment__body-deleted"
  )
}
