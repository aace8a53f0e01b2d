extension ThreadEngine {
  /// Disqus, where the saved file has its frame's contents or what its plugin writes for crawlers.
  static let disqus = ThreadEngine(
    name: "Disqus",
    marks: "li.post[id^=post-] .post-message, .dsq-comment-message, .dsq-comment-body",
    comment: ["li.post[id^=post-]", "li[id^=dsq-comment-]"],
    author: ".post-byline .author, .author a, .author, .dsq-commenter-name, cite",
    date: ".time-ago@title, .time-ago, .dsq-header-time, .dsq-comment-meta",
    score: ".vote-up .count, .voting .count",
    id: "@id~post-, @id~dsq-comment-",
    body: ".post-message, .dsq-comment-message, .dsq-comment-body",
    omitted: ".see-more, .post-media-list",
    nesting: [.contained, .indent("@class~depth-")],
    deleted: "li.post.deleted",
    flagged: "li.post.minimized"
  )
}
