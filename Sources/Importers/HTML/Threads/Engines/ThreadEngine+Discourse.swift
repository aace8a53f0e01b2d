extension ThreadEngine {
  /// Discourse: the page for crawlers, or one saved after scripts ran.
  static let discourse = ThreadEngine(
    name: "Discourse",
    marks: "div.crawler-post, article[data-post-id] .cooked",
    comment: ["div.crawler-post", "article[data-post-id]"],
    author: ".creator [itemprop=name], .creator a, .creator, .names .username a, .names a",
    date: """
      [itemprop=datePublished]@datetime, [itemprop=datePublished]@content, time@datetime, .relative-date@data-time, \
      .relative-date
      """,
    score: ".post-likes, [itemprop=userInteractionCount]@content, .like-count",
    id: "@id~post_, [itemprop=position]",
    number: "[itemprop=position], @id~post_",
    body: ".post, .cooked",
    omitted: ".lightbox .meta, .post-menu-area",
    nesting: [.parent("@data-reply-to-post-number")],
    opening: .first,
    quotation: Quotation(
      block: "aside.quote",
      head: ".title",
      speaker: "@data-username, .title",
      comment: "@data-post"
    )
  )
}
