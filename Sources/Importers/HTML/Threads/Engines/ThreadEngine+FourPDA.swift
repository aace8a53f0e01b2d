extension ThreadEngine {
  /// 4PDA.
  static let fourPDA = ThreadEngine(
    name: "4PDA",
    marks: "ul.comment-list .karma",
    comment: ["ul.comment-list div[id^=comment-]"],
    author: ".nickname",
    date: ".h-meta",
    score: ".karma .num",
    id: "@id~comment-",
    body: ".content",
    nesting: [.around("ul.comment-list")],
    deleted: ".content.deleted"
  )
}
