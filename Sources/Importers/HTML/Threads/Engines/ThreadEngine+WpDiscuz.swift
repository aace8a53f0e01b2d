extension ThreadEngine {
  /// wpDiscuz, a plugin of WordPress; the class words of its version 5 and of those since 7.
  static let wpDiscuz = ThreadEngine(
    name: "wpDiscuz",
    marks: ".wpd-comment-wrap .wpd-comment-text, .wc-comment-right .wc-comment-text",
    comment: ["div.wpd-comment, div.wc-comment"],
    author: ".wpd-comment-author, .wc-comment-author",
    date: ".wpd-comment-date@title, .wpd-comment-date, .wc-comment-date",
    score: ".wpd-vote-result, .wc-vote-result",
    id: ".wpd-comment-right@id~comment-, .wc-comment-right@id~comment-, [id^=comment-]@id~comment-",
    body: ".wpd-comment-text, .wc-comment-text",
    omitted: ".wpd-comment-footer, .wc-comment-footer, .wpd-reply-to, .wc-reply-to",
    nesting: [.indent("@class~wpd_comment_level-, @class~wc_comment_level-"), .contained]
  )
}
