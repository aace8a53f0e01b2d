extension ThreadEngine {
  /// Reddit since 2023: elements of its own, which say everything in attributes.
  static let reddit = ThreadEngine(
    name: "Reddit",
    marks: "shreddit-comment",
    comment: ["shreddit-comment"],
    author: "@author",
    date: "time@datetime, faceplate-timeago@ts",
    score: "@score",
    id: "@thingid~t1_",
    body: "[slot=comment]",
    nesting: [.parent("@parentid~t1_"), .contained, .indent("@depth")],
    deleted: "shreddit-comment[is-comment-deleted=true]",
    post: "shreddit-post [slot=text-body]"
  )
}
