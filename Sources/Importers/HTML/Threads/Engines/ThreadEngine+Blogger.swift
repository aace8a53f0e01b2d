extension ThreadEngine {
  /// Blogger with replies.
  static let blogger = ThreadEngine(
    name: "Blogger",
    marks: "li.comment .comment-block, li.comment cite.user",
    comment: ["li.comment"],
    author: "cite.user a, cite.user",
    date: ".datetime",
    id: "@id~c",
    body: ".comment-content",
    nesting: [.contained]
  )

  /// Blogger without replies: a head and then the words, beside each other.
  static let bloggerFlat = ThreadEngine(
    name: "Blogger (flat)",
    marks: "#comments-block .comment-author",
    comment: ["#comments-block .comment-author"],
    runsOn: true,
    author: "a[rel=nofollow], .comment-author",
    date: ".comment-timestamp, .comment-footer",
    id: "@id~c, a[name^=c]@name~c",
    body: ".comment-body",
    omitted: ".comment-timestamp"
  )
}
