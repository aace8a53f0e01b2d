extension ThreadEngine {
  /// XenForo 1 and 2.
  static let xenForo = ThreadEngine(
    name: "XenForo",
    marks: "article.message--post, li.message[id^=post-]",
    comment: ["article.message--post", "li.message[id^=post-]"],
    author: "@data-author, .message-name .username, .username",
    date: """
      .message-attribution-main time@datetime, .message-date time@datetime, time@datetime, .DateTime@data-time, \
      .DateTime@title, .DateTime
      """,
    id: "@data-content~post-, @id~post-",
    number: ".message-attribution-opposite a, .postNumber",
    body: ".message-body .bbWrapper, .messageText",
    omitted: ".message-signature, .bbCodeBlock-expandLink, .quoteExpand",
    opening: .first,
    quotation: Quotation(
      block: ".bbCodeBlock--quote, .bbCodeQuote",
      head: ".bbCodeBlock-title, .attribution",
      speaker: "@data-quote, @data-author, .bbCodeBlock-title, .attribution",
      comment: "@data-source~post:, .bbCodeBlock-sourceJump@href~goto/post?id=, .AttributionLink@href~#post-"
    )
  )
}
