extension ThreadAPI {
  /// Mastodon and those that answer as it does: a status, its context, lists of them.
  ///
  /// What a context says came before stands above the discussion; the status itself is not in it.
  static let mastodon = ThreadAPI(
    name: "Mastodon",
    contribution: ["account.acct content in_reply_to_id"],
    list: "descendants",
    onlyRoot: .always,
    posts: .articles,
    nesting: [.parent("in_reply_to_id")],
    isAbsentPost: true,
    id: "id",
    author: "account.acct",
    displayName: "account.display_name",
    date: "created_at",
    score: "favourites_count",
    address: "url, uri",
    warning: "spoiler_text",
    body: [.html("content, reblog.content")],
    media: "media_attachments[]",
    mediaAddress: "remote_url, url",
    mediaText: "description"
  )
}
