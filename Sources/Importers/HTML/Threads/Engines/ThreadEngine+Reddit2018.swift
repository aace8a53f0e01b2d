extension ThreadEngine {
  /// Reddit between 2018 and 2023: names of classes are scrambled, indentation stands in the style.
  static let reddit2018 = ThreadEngine(
    name: "Reddit (2018)",
    marks: "div[id^=t1_] div.Comment",
    comment: ["div[id^=t1_]"],
    // Its menus are named after it: `t1_abc-comment-share-menu`.
    excluded: "[id*=-]",
    author: "a[href*=/user/]",
    date: "a[id^=CommentTopMeta--Created], a[data-testid=comment_timestamp]",
    id: "@id~t1_",
    body: "[data-test-id=comment] .RichTextJSON-root, [data-testid=comment] .RichTextJSON-root, [data-test-id=comment]",
    nesting: [.indent("@style~padding-left:")],
    post: "[data-test-id=post-content] .RichTextJSON-root, [data-click-id=text] .RichTextJSON-root"
  )
}
