extension ThreadEngine {
  /// Any page that marks what answers it with microformats: `u-comment h-cite`.
  static let microformats = ThreadEngine(
    name: "microformats",
    marks: ".u-comment, .p-comment",
    comment: [".u-comment, .p-comment"],
    author: ".p-author .p-name, .p-author, .u-author, .h-card .p-name, .h-card",
    date: ".dt-published@datetime, .dt-published, time@datetime",
    id: "@id~comment-, @id, .u-url@href",
    body: ".e-content, .p-content, .p-summary, .p-name",
    nesting: [.contained]
  )
}
