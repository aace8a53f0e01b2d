extension ThreadEngine {
  /// Reddit as it was until 2018 and still is at old.reddit.com.
  static let oldReddit = ThreadEngine(
    name: "Reddit (old)",
    marks: "div.thing.comment",
    comment: ["div.thing.comment"],
    author: ".tagline .author",
    date: ".tagline time@datetime, .tagline time@title, .tagline time",
    score: ".tagline .score.unvoted@title, .tagline .score.unvoted",
    id: "@data-fullname~t1_, @id~thing_t1_",
    body: ".usertext-body .md",
    nesting: [.contained],
    deleted: "div.comment.deleted",
    post: ".link .usertext-body .md"
  )
}
