extension ThreadEngine {
  /// Any page that marks its comments with the vocabulary of schema.org, as microdata.
  static let microdata = ThreadEngine(
    name: "schema.org Comment",
    marks: "[itemtype$=schema.org/Comment], [itemtype$=schema.org/UserComments], [itemtype$=schema.org/Answer]",
    comment: [
      """
      [itemtype$=schema.org/Comment], [itemtype$=schema.org/UserComments], [itemtype$=schema.org/Answer], \
      [itemtype$=schema.org/Question]
      """
    ],
    author: """
      [itemprop=author] [itemprop=name]@content, [itemprop=author] [itemprop=name], [itemprop=creator] [itemprop=name], \
      [itemprop=author]@content, [itemprop=author], [itemprop=creator]@content, [itemprop=creator]
      """,
    date: """
      [itemprop=datePublished]@datetime, [itemprop=datePublished]@content, [itemprop=dateCreated]@datetime, \
      [itemprop=dateCreated]@content, [itemprop=commentTime]@datetime, [itemprop=commentTime]@content, time@datetime, \
      [itemprop=datePublished], [itemprop=dateCreated], [itemprop=commentTime]
      """,
    score: "[itemprop=upvoteCount]@content, [itemprop=upvoteCount]",
    id: "@id~comment-, @id~comment_, @data-comment-id, @data-id, @id",
    body: "[itemprop=text], [itemprop=commentText], [itemprop=description], [itemprop=articleBody]",
    keepsRemainder: true,
    nesting: [.contained, .parent("[itemprop=parentItem]@href~#comment-"), .parent("[itemprop=parentItem]@href~#")],
    opening: .element("[itemtype$=schema.org/Question]")
  )
}
