extension ThreadAPI {
  /// Bluesky: `app.bsky.feed.getPostThread`, replies within what they answer.
  static let bluesky = ThreadAPI(
    name: "Bluesky",
    contribution: [],
    post: ["post.record.text post.author"],
    replies: "replies[]",
    id: "post.uri",
    author: "post.author.handle",
    displayName: "post.author.displayName",
    date: "post.record.createdAt, post.indexedAt",
    score: "post.likeCount",
    body: [.text("post.record.text")],
    media: "post.embed.images[]",
    mediaAddress: "fullsize, thumb",
    mediaText: "alt",
    siteName: "Bluesky"
  )
}
