extension ThreadEngine {
  /// DataLife Engine: every site has its own template, ids and scripts are the same.
  static let dataLife = ThreadEngine(
    name: "DataLife Engine",
    marks: "div[id^=comment-id-]",
    comment: ["div[id^=comment-id-]"],
    author: """
      a[onclick*=ShowProfile], .comm-author, .comments-author, .comment-author, a[href*=/user/], .comm_author, .name, \
      .author, h3
      """,
    date: ".commentFinalData, .comm-date, .comment-date, .comments-date, time@datetime, .date, .time",
    score: "[id^=comments-ratig-layer], [id^=comments-likes-id], .comments-rating, .ratingtypeplusminus",
    id: "@id~comment-id-",
    body: "div[id^=comm-id-]",
    omitted: ".signature, .comments-signature",
    nesting: [
      .indent("[class*=commentContent_]@class~commentContent_"),
      .around(".comments-tree-item"),
    ],
    quotation: Quotation(
      block: "div.quote",
      headBefore: "div.title_quote, div.titlequote",
      speaker: "div.title_quote, div.titlequote"
    )
  )
}
