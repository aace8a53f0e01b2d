import DocumentModel

/// What a feed says of itself.
struct FeedHead {
  private(set) var metadata = Metadata()
  /// What references are relative to that do not say it.
  private(set) var base: WebAddress?
  /// What it is about.
  private(set) var subtitle: FeedText?

  /// - Parameters:
  ///   - record: what stands outside of all entries.
  ///   - address: where the feed stands on the web, if that is known.
  init(_ record: XMLRecord, address: String?) {
    base = address.map(WebAddress.init)
    guard !record.nodes.isEmpty else { return }
    let language = record.nodes[0]["xml:lang"]
    if record.name == "atom:feed" {
      readAtom(record)
    } else if let channel = record.nodes.firstIndex(where: { $0.name == "channel" }) {
      readChannel(record, channel)
    }
    metadata.language = metadata.language ?? language.flatMap(TextSanitizer.line)
    if subtitle?.line == metadata.title { subtitle = nil }
  }

  private mutating func readAtom(_ record: XMLRecord) {
    metadata.title = FeedEntry.text("atom:title", of: record)?.line
    metadata.byline = record.line("atom:author", "atom:name")
    metadata.published = record.moment(["atom:updated", "atom:modified"])
    subtitle = FeedEntry.text("atom:subtitle", of: record) ?? FeedEntry.text("atom:tagline", of: record)
    let answered = record.first("thr:in-reply-to")?["href"].map(WebAddress.init)
    settle(FeedEntry.link(of: record) ?? answered, own: FeedEntry.link(of: record, 0, "self"))
  }

  private mutating func readChannel(_ record: XMLRecord, _ channel: Int) {
    metadata.title = record.text("title", .open, of: channel)?.line
    metadata.byline = record.line("dc:creator", of: channel) ?? record.line("itunes:author", of: channel)
    metadata.published = record.moment(["pubDate", "lastBuildDate", "dc:date"], of: channel)
    metadata.language = record.line("language", of: channel) ?? record.line("dc:language", of: channel)
    subtitle = record.text("description", .open, of: channel)
    let link = record.line("link", of: channel) ?? record.nodes[channel]["rdf:about"]
    settle(link.map(WebAddress.init), own: FeedEntry.link(of: record, channel, "self"))
  }

  private mutating func settle(_ link: WebAddress?, own: WebAddress?) {
    base = base ?? (own?.link == nil ? link : own)
    guard let link else { return }
    metadata.address = (base?.resolving(link) ?? link).link
  }
}
