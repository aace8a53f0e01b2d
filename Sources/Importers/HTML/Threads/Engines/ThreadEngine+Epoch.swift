extension ThreadEngine {
  /// Epoch, a plugin of WordPress that loads comments by script.
  static let epoch = ThreadEngine(
    name: "Epoch",
    marks: ".epoch-single-comment",
    comment: ["div[data-comment-id]"],
    author: ".epoch-author-link, .epoch-comment-author",
    date: ".epoch-comment-author time@datetime, .epoch-comment-author time",
    id: "@data-comment-id",
    body: ".epoch-comment-content",
    omitted: ".pmcc-comments-report-link",
    nesting: [.contained]
  )
}
