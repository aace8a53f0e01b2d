extension ThreadAPI {
  /// Lemmy: `/api/v3/comment/list` of version 0.19, and what version 1 makes of it; `/api/v3/post` beside them or alone.
  static let lemmy = ThreadAPI(
    name: "Lemmy",
    contribution: ["comment.path comment.content creator"],
    post: ["post.ap_id post.name creator community counts", "post.ap_id post.name creator community post.score"],
    aside: "cross_posts",
    posts: .articles,
    nesting: [.path("comment.path")],
    id: "comment.id, post.id",
    author: "creator.name",
    displayName: "creator.display_name",
    date: "comment.published_at, comment.published, post.published_at, post.published",
    score: "counts.score, comment.score, post.score",
    address: "comment.ap_id, post.ap_id",
    title: "post.name",
    link: "post.url",
    body: [.markdown("comment.content, post.body")],
    deleted: "comment.deleted=true, comment.removed=true",
    site: "community.title, community.name"
  )
}
