extension ThreadEngine {
  /// WordPress: hardly two themes agree, but most keep the class words that it gives.
  static let wordPress = ThreadEngine(
    name: "WordPress",
    marks: """
      .comment-reply-link, li.comment[id^=comment-], li.comment[id^=li-comment-], .commentlist .comment, \
      .comment-list .comment, .comment-list .comment-body, .comment .comment-author, div.comment[id^=comment-], \
      .comment[id^=li-comment-], #commentlist > li[id^=comment-], .commentlist > li[id^=comment-]
      """,
    comment: [
      "li.comment, li.pingback, li.trackback",
      "div.comment[id^=comment-], article.comment[id^=comment-], div.comment[id^=li-comment-]",
      "li[id^=comment-], li[id^=li-comment-]",
      "div[id^=div-comment-], article[id^=div-comment-]",
      "div[id^=comment-]",
      "div.comment, article.comment",
    ],
    excluded: "form, [id^=comment-form], [id^=comment-respond], [id^=comment-list], [id^=comment-nav]",
    author: """
      .comment-author .fn, .comment-author-name, .comment-author-link, .fn, .comment-author cite, cite, .author-name, \
      .c-author, .comment-author, .comment_author, .comment-name, .commentauthor, .commenter, .author, \
      [itemprop=author], .name, [class*=author-name], [class*=author_name], .username, a.url, h3, h4, h5
      """,
    date: """
      time@datetime, .comment-date, .comment-time, .comment-metadata, .commentmetadata, .comment-meta, .comment_date, \
      .commentdate, .comment-info, .date, time, cite, .comment-author, [class*=comment-date], [class*=comment-time], \
      .comment-link
      """,
    id: """
      @id~comment-, @data-comment-id, [id^=comment-]@id~comment-, [id^=div-comment-]@id~comment-, \
      a[href*=#comment-]@href~#comment-
      """,
    body: """
      .comment-content, .comment-text, .comment_text, .commenttext, .comment-entry, .commententry, .comment_content, \
      .comment-body-text, .entry-content, [itemprop=text], [itemprop=commentText], [class*=comment__content], \
      [class*=comment__text], .comment-body
      """,
    omitted: """
      .comment-author, .comment-meta, .commentmetadata, .comment-reply-link, .reply, .comment-reply, .says, \
      .comment-footer, .comment-respond, .comment-edit-link, .comment-actions, .comment-metadata, \
      .wprm-comment-rating, .comment-rating, .avatar, [class*=comment__author-avatar]
      """,
    keepsRemainder: true,
    mayLeaveUnmarked: true,
    nesting: [.indent("@class~depth-"), .contained]
  )
}
