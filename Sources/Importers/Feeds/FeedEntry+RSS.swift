import DocumentModel

// Items of RSS 0.9x to 2.0 and RSS 1.0, and posts with their comments in exports of WordPress (WXR).
extension FeedEntry {
  static func rss(_ item: XMLRecord) -> [FeedEntry] {
    var entry = FeedEntry()
    let isExport = item.first("wp:post_id") != nil
    entry.title = item.text("title", .open)?.line
    entry.address = (item.line("link") ?? item.nodes[0]["rdf:about"]).map(WebAddress.init)
    if let guid = item.first("guid"), let id = guid.line {
      entry.id = id
      if entry.address == nil, guid["isPermaLink"] != "false", WebAddress(id).link != nil {
        entry.address = WebAddress(id)
      }
    }
    entry.noteAddress()
    let creator = item.line("dc:creator") ?? item.line("itunes:author")
    entry.author = creator ?? item.first("author").flatMap { mailbox($0.text) }
    entry.published = item.moment(["pubDate", "dc:date", "dcterms:issued", "dcterms:created", "published", "date"])
    if isExport, let gmt = item.line("wp:post_date_gmt").flatMap(universal) { entry.published = gmt }
    entry.body =
      item.text("content:encoded", isExport ? .lines : .html) ?? markup(of: item) ?? item.text("description", .open)
      ?? item.text("media:description", .open) ?? item.text("itunes:summary", .open)
      ?? item.text("excerpt:encoded", .lines)
    entry.enclosures = item.children("enclosure").compactMap { number in
      let node = item.nodes[number]
      return enclosure(node, "url")
    }
    entry.answer(item)
    guard isExport else { return [entry] }
    entry.thread = item.line("wp:post_id")
    return [entry] + item.children("wp:comment").map { wordPressComment($0, of: item, entry) }
  }

  /// Takes note of what an entry answers: RFC 4685, 3.
  mutating func answer(_ record: XMLRecord) {
    guard let reference = record.first("thr:in-reply-to"), let parent = reference["ref"] ?? reference["href"] else {
      return
    }
    role = .comment
    self.parent = parent
    thread = reference["href"]
  }

  /// Lets others refer to the entry by its address.
  mutating func noteAddress() {
    guard let link = address?.link else { return }
    if id.isEmpty { id = link } else { otherIDs.append(link) }
  }

  /// The file that an element names.
  static func enclosure(_ node: XMLRecord.Node, _ attribute: String) -> Enclosure? {
    guard let reference = node[attribute].map(WebAddress.init) else { return nil }
    let address = node.base?.resolving(reference) ?? reference
    return Enclosure(address: address, type: node["type"], size: node["length"].flatMap { Int($0) })
  }

  /// The HTML that stands in the item itself.
  private static func markup(of item: XMLRecord) -> FeedText? {
    guard item.nodes[0].isMarkup else { return nil }
    return FeedText(bytes: item.nodes[0].text, kind: .html, base: item.nodes[0].base)
  }

  /// The name in `address (Name)`, `Name <address>`.
  private static func mailbox(_ text: [UInt8]) -> String? {
    text.withUnsafeBufferPointer { Mailbox(MailBytes($0), 0..<$0.count).name }
  }

  /// A moment that is said to be in UTC.
  private static func universal(_ text: String) -> Timestamp? {
    text.hasPrefix("0000") ? nil : FeedDate.moment(text + " +0000")
  }

  // MARK: WXR

  private static func wordPressComment(_ number: Int, of item: XMLRecord, _ post: FeedEntry) -> FeedEntry {
    var entry = FeedEntry(role: .comment)
    entry.id = item.line("wp:comment_id", of: number) ?? ""
    entry.thread = post.thread
    entry.parent = item.line("wp:comment_parent", of: number).flatMap { $0 == "0" ? nil : $0 }
    entry.author = item.line("wp:comment_author", of: number)
    entry.published =
      item.line("wp:comment_date_gmt", of: number).flatMap(universal) ?? item.moment(["wp:comment_date"], of: number)
    entry.address = post.address?.resolving(WebAddress("#comment-" + entry.id))
    entry.body = item.text("wp:comment_content", .lines, of: number)
    switch item.line("wp:comment_approved", of: number) {
    case "0", "spam": entry.standing = .flagged
    case "trash", "post-trashed": entry.standing = .deleted
    default: break
    }
    return entry
  }
}
