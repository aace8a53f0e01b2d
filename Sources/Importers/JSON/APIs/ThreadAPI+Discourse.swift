extension ThreadAPI {
  /// Discourse: `/t/ID.json`, pages of `/t/ID/posts.json`. Posts are known by their numbers in the topic: quotations
  /// and replies name those.
  static let discourse = ThreadAPI(
    name: "Discourse",
    contribution: ["post_number cooked", "post_number raw"],
    opening: "post_number=1",
    nesting: [.parent("reply_to_post_number")],
    order: .number("post_number"),
    id: "post_number",
    author: "username",
    displayName: "name",
    date: "created_at",
    score: "like_count",
    address: "full_url",
    title: "topic_title",
    body: [.html("cooked"), .markdown("raw")],
    deleted: "user_deleted=true, deleted_at=*",
    flagged: "hidden=true",
    wholeTitle: "title, topic.title, [0].title"
  )
}
