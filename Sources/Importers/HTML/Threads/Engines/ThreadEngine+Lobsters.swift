extension ThreadEngine {
  /// Lobsters and its sisters.
  static let lobsters = ThreadEngine(
    name: "Lobsters",
    marks: "div.comment[data-shortid] .comment_text, div.comment[id^=c_] .comment_text",
    comment: ["div.comment[data-shortid], div.comment[id^=c_]"],
    author: ".byline a.u-author, .byline a[href*=/~], .byline a[href*=/u/]",
    date: ".byline time@data-at-unix, .byline time@datetime, .byline span[title]@title",
    score: ".voters .score, .voters .upvoter",
    id: "@data-shortid, @id~c_",
    body: ".comment_text",
    nesting: [.around(".comments_subtree")],
    post: ".story_text"
  )
}
