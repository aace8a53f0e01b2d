extension ThreadEngine {
  /// phpBB 3 and what is made of it.
  static let phpBB = ThreadEngine(
    name: "phpBB",
    marks: "div.post .postbody p.author, div.post .postprofile",
    comment: ["div.post[id^=p]"],
    author: "p.author .username, p.author .username-coloured, p.author strong, .postprofile .username, p.author",
    date: "p.author time@datetime, p.author",
    id: "@id~p",
    body: ".content, .post-entry",
    omitted: ".signature, .notice",
    opening: .first,
    quotation: Quotation(
      block: "blockquote",
      head: "cite",
      speaker: "cite a[href*=memberlist], cite",
      comment: "cite a@href~#p, cite a@data-post-id"
    )
  )
}
