import DocumentModel

// Entries of Atom (RFC 4287) and of its draft 0.3.
extension FeedEntry {
  static func atom(_ record: XMLRecord) -> FeedEntry {
    var entry = FeedEntry()
    entry.id = record.line("atom:id") ?? ""
    entry.title = text("atom:title", of: record)?.line
    entry.address = link(of: record)
    entry.noteAddress()
    let names = record.children("atom:author").compactMap {
      record.line("atom:name", of: $0) ?? record.line("atom:email", of: $0)
    }
    entry.author = names.isEmpty ? record.line("dc:creator") : names.joined(separator: ", ")
    entry.published = record.moment(["atom:published", "atom:issued", "atom:created", "atom:updated", "atom:modified"])
    entry.body = text("atom:content", of: record) ?? text("atom:summary", of: record)
    if entry.body == nil, let group = record.children("media:group").first {
      entry.body = record.text("media:description", .lines, of: group)
    }
    entry.enclosures = links("enclosure", of: record).compactMap { enclosure($0, "href") }
    entry.answer(record)
    entry.answerRelated(record)
    return entry
  }

  /// The links of a kind.
  static func links(_ relation: String, of record: XMLRecord, _ parent: Int = 0) -> [XMLRecord.Node] {
    record.children("atom:link", of: parent).map { record.nodes[$0] }.filter { ($0["rel"] ?? "alternate") == relation }
  }

  /// Where the entry or feed stands on the web: what is said to be in HTML, else any.
  static func link(of record: XMLRecord, _ parent: Int = 0, _ relation: String = "alternate") -> WebAddress? {
    let links = links(relation, of: record, parent).filter { $0["href"] != nil }
    let best = links.first { ($0["type"] ?? "").contains("html") } ?? links.first
    guard let link = best, let reference = link["href"].map(WebAddress.init) else { return nil }
    return link.base?.resolving(reference) ?? reference
  }

  /// A text construct, by its type: RFC 4287, 3.1 and 4.1.3.
  static func text(_ name: String, of record: XMLRecord, _ parent: Int = 0) -> FeedText? {
    guard let node = record.first(name, of: parent) else { return nil }
    // Without a type, people write HTML all the same.
    guard let type = node["type"]?.lowercased() else { return record.text(name, .open, of: parent) }
    if type.contains("html") || type.contains("xml") { return record.text(name, .html, of: parent) }
    // What is none of these is a file: a picture, in base64.
    return type.hasPrefix("text") ? record.text(name, .plain, of: parent) : nil
  }

  /// Blogger names the comment that another answers by a link.
  private mutating func answerRelated(_ record: XMLRecord) {
    guard role == .comment, let related = Self.links("related", of: record).first?["href"] else { return }
    let parts = related.prefix { $0 != "?" }.split(separator: "/")
    guard parts.count > 2, parts[parts.count - 2] == "default", let place = id.range(ofPost: ".post-") else { return }
    parent = String(id[..<place]) + parts[parts.count - 1]
  }
}

extension String {
  /// Where what follows the last `sign` begins.
  fileprivate func range(ofPost sign: String) -> String.Index? {
    var index = endIndex
    while index > startIndex {
      if self[index...].hasPrefix(sign) { return self.index(index, offsetBy: sign.count) }
      index = self.index(before: index)
    }
    return nil
  }
}
