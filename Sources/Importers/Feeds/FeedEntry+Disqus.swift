import DocumentModel

// Threads and posts of an export of Disqus.
extension FeedEntry {
  static func disqusThread(_ record: XMLRecord) -> FeedEntry {
    var entry = FeedEntry(role: .thread)
    entry.thread = record.nodes[0]["id"]
    entry.title = record.line("dsq:title")
    entry.address = record.line("dsq:link").map(WebAddress.init)
    entry.published = record.moment(["dsq:createdAt"])
    entry.body = record.text("dsq:message", .lines)
    entry.author = record.line("dsq:author", "dsq:name")
    return entry
  }

  static func disqusPost(_ record: XMLRecord) -> FeedEntry {
    var entry = FeedEntry(role: .comment)
    entry.id = record.nodes[0]["id"] ?? ""
    entry.thread = record.first("dsq:thread")?["id"]
    entry.parent = record.first("dsq:parent")?["id"]
    entry.author = record.line("dsq:author", "dsq:name") ?? record.line("dsq:author", "dsq:username")
    entry.published = record.moment(["dsq:createdAt"])
    entry.body = record.text("dsq:message", .lines)
    if record.line("dsq:isSpam") == "true" { entry.standing = .flagged }
    if record.line("dsq:isDeleted") == "true" { entry.standing = .deleted }
    return entry
  }
}
