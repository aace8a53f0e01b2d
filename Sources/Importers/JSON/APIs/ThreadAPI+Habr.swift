extension ThreadAPI {
  /// Habr: the comments of `kek`, version 1 as a list, version 2 by their ids.
  static let habr = ThreadAPI(
    name: "Habr",
    contribution: ["message time_published parent_id", "message timePublished parentId"],
    nesting: [.parent("parent_id, parentId"), .level("level")],
    id: "id",
    author: "author.login, author.alias",
    displayName: "author.fullname",
    date: "time_published, timePublished",
    score: "score",
    body: [.html("message")],
    siteName: "Habr"
  )
}
