import DocumentModel

/// An entry of a feed, a post or a comment: what it says of itself, before it is known what it is in the document.
struct FeedEntry {
  /// What an entry is taken for.
  enum Role {
    /// An article.
    case article
    /// A contribution to the discussion of something.
    case comment
    /// The name of a discussion, without words of its own.
    case thread
  }

  var role = Role.article
  /// As the source has it; empty where there is none.
  var id = ""
  /// Other names under which others may refer to it.
  var otherIDs: [String] = []
  /// The ``id`` of what it answers.
  var parent: String?
  /// What tells the discussions of one source apart.
  var thread: String?
  var title: String?
  var author: String?
  var displayName: String?
  var published: Timestamp?
  /// As the source has it, perhaps relative.
  var address: WebAddress?
  var standing = Comment.Standing.live
  /// Its words.
  var body: FeedText?
  /// Files that belong to it.
  var enclosures: [Enclosure] = []

  /// A file that belongs to an entry: an episode, a picture.
  struct Enclosure {
    var address: WebAddress
    var type: String?
    /// In bytes.
    var size: Int?
  }

  /// The entries that a record is, or holds.
  static func entries(of record: XMLRecord) -> [FeedEntry] {
    switch record.name {
    case "atom:entry": [atom(record)]
    case "dsq:thread": [disqusThread(record)]
    case "dsq:post": [disqusPost(record)]
    default: rss(record)
    }
  }

  /// What a record is that is no entry: pictures and menus in exports of WordPress.
  static func kindLeftOut(_ record: XMLRecord) -> String? {
    guard record.name == "item", let kind = record.line("wp:post_type"),
      ["attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "wp_global_styles"].contains(
        kind
      ),
      record.first("wp:comment") == nil
    else { return nil }
    return kind
  }
}

extension XMLRecord {
  /// The moment in the first element that there is of those with these names.
  func moment(_ names: [String], of parent: Int = 0) -> Timestamp? {
    names.lazy.compactMap { line($0, of: parent) }.compactMap(FeedDate.moment).first
  }

  /// The text of the element with that name, if there is anything to be seen.
  func text(_ name: String, _ kind: FeedText.Kind, of parent: Int = 0) -> FeedText? {
    guard let node = first(name, of: parent) else { return nil }
    let text = FeedText(bytes: node.text, kind: node.isMarkup ? .html : kind, base: node.base)
    return text.isBlank ? nil : text
  }
}

/// The moments of feeds: RFC 822 in RSS, ISO 8601 in Atom, and whatever people write.
enum FeedDate {
  /// The moment that `text` says.
  static func moment(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    if bytes.count >= 5, bytes[..<4].allSatisfy(\.isDigit), bytes[4] == UInt8(ascii: "-") {
      // `2007-09-04 10:49:28`, as databases have it.
      return PageMoment(text)?.timestamp
    }
    let date = bytes.withUnsafeBufferPointer { MailDate(MailBytes($0), 0..<$0.count) }
    return date?.timestamp ?? PageMoment(text)?.timestamp
  }
}
