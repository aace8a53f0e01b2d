extension ThreadEngine {
  /// Any page that calls its comments so: the last resort, for discussions too short to repeat anything.
  static let commonNames = ThreadEngine(
    name: "common names",
    marks: """
      .comment, .comment-item, .comment-entry, .commentEntry, .comment-card, .comment-box, .kommentar, .comment__item, \
      .single-comment, .user-comment, li[id^=comment-], div[id^=comment-], article[id^=comment-]
      """,
    comment: [
      """
      .comment-item, .commentEntry, .comment-entry, .comment-card, .c-comment-card, .comment__item, .single-comment, \
      .user-comment, .kommentar
      """,
      "div.comment, li.comment, article.comment, section.comment",
      "li[id^=comment-], div[id^=comment-], article[id^=comment-], li[id^=comment_], div[id^=comment_]",
      ".comment-box",
    ],
    excluded: """
      form, ul, ol, [id^=comment-form], [id^=comment-list], [id^=comment-count], [id^=comment-section], \
      [id^=comment-area], [id^=comment-wrap], [id^=comment-nav], [id^=comment-respond], [id^=comment-reply]
      """,
    author: """
      .comment-author, .comment__author, .commentAuthor, .author, .username, .user-name, .nickname, .nick, .user, .name, \
      .commenter, [itemprop=author], .vcard, cite, .comment-meta strong, .comment-header strong, [class*=username], \
      [class*=author], h3, h4, strong, b
      """,
    date: """
      time@datetime, time, .comment-date, .comment__date, .commentDate, .date, .datetime, .timestamp, .time, .posted, \
      .created, .submitted, .comment-meta, .meta, .info, small, span
      """,
    id: "@id~comment-, @id~comment_, [id^=comment-]@id~comment-, @data-comment-id, @data-id",
    body: """
      .comment-text, .comment__text, .commentText, .comment-content, .comment__content, .commentContent, .comment-body, \
      .comment__body, .commentBody, [itemprop=text], .content, .text, .message, .body
      """,
    omitted: "form, .comment-actions, .comment__actions, .reply, .comment-reply, .comment-footer, .actions, .avatar",
    keepsRemainder: true,
    mayLeaveUnmarked: true,
    needsDate: true,
    nesting: [.contained]
  )
}
