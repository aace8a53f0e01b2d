extension ThreadEngine {
  /// LiveJournal and Dreamwidth: below a depth comments are collapsed to a head without words.
  static let liveJournal = ThreadEngine(
    name: "LiveJournal",
    marks: "div.mdspost-thread, div.ljcmt, div.b-tree-twig, .comment-thread .dwexpcomment",
    comment: ["div.mdspost-thread", "div.b-tree-twig", "div.comment-thread", "div.ljcmt"],
    author: "[data-username]@data-username, .b-leaf-username, .comment-poster .ljuser, .poster .ljuser, .ljcmt .ljuser",
    displayName: "[data-displayname]@data-displayname",
    date: """
      [data-updated-ts]@data-updated-ts, .mdspost-comment-time--c, .b-leaf-createdtime, .datetime, .comment-datetime, \
      .mdspost-comment-time
      """,
    id: "@data-tid~t, @id~ljcmt, @id~t, @id~cmt, [id^=ljcmt]@id~ljcmt, [id^=cmt]@id~cmt",
    body: ".mdspost-comment__body, .b-leaf-article, .comment-content, .comment-text",
    nesting: [.indent("@style~margin-left:")],
    deleted: ".mdspost-comment--deleted, .b-leaf-deleted, .deleted",
    flagged: ".mdspost-comment--screened, .b-leaf-screened, .screened"
  )
}
