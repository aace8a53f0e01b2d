extension ThreadEngine {
  /// WordPress: hardly two themes agree, but most keep the class words that it gives.
  static let wordPress = ThreadEngine(
    name: "WordPress",
    marks: """
      .comment-reply-link, li.comment[id^=comment-], li.comment[id^=li-comment-], .commentlist .comment, \
      .comment-list .comment, .comment-list .comment-body, .comment .comment-author, div.comment[id^=comment-]
      """,
    comment: [
      "li.comment, li.pingback, li.trackback",
      "div.comment[id^=comment-], article.comment[id^=comment-]",
      "li[id^=comment-], li[id^=li-comment-]",
      "div[id^=div-comment-], article[id^=div-comment-]",
      "div[id^=comment-]",
      "div.comment, article.comment",
    ],
    author: """
      .comment-author .fn, .comment-author-name, .comment-author-link, .fn, .comment-author cite, cite, \
      .comment-author, .comment_author, .comment-name, .author-name, .commentauthor, .commenter, .author, \
      [itemprop=author], .name
      """,
    date: """
      time@datetime, .comment-date, .comment-time, .comment-metadata, .commentmetadata, .comment-meta, .comment_date, \
      .commentdate, .comment-info, .date, time, .comment-author
      """,
    id: """
      @id~comment-, @data-comment-id, [id^=comment-]@id~comment-, [id^=div-comment-]@id~comment-, \
      a[href*=#comment-]@href~#comment-
      """,
    body: """
      .comment-content, .comment-text, .comment_text, .commenttext, .comment-entry, .commententry, .comment_content, \
      .comment-body-text, .entry-content, [itemprop=text], [itemprop=commentText]
      """,
    omitted: """
      .comment-author, .comment-meta, .commentmetadata, .comment-reply-link, .reply, .comment-reply, .says, \
      .comment-footer, .comment-respond, .comment-edit-link, .comment-actions, .comment-metadata, \
      .wprm-comment-rating, .comment-rating
      """,
    keepsRemainder: true,
    nesting: [.indent("@class~depth-"), .contained]
  )
}
