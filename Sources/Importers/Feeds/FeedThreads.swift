import DocumentModel

/// Tells articles from the discussion of them, among the entries of a feed or an export.
///
/// An entry that answers another (RFC 4685), a post of a Discourse topic, a comment on a page of WordPress and a post in
/// an export are comments. What they are about is an article, if it is there.
struct FeedThreads {
  /// In the order of the source.
  private(set) var articles: [FeedEntry] = []
  /// Discussion by discussion, in each the oldest first.
  private(set) var comments: [FeedEntry] = []

  /// - Complexity: O(n log n)
  init(_ entries: [FeedEntry]) {
    var entries = entries
    if !Self.readAsTopics(&entries) && !Self.readAsPageComments(&entries) { Self.settleAnswers(&entries) }
    articles = entries.filter { $0.role != .comment }
    comments = entries.filter { $0.role == .comment }
    settleParents()
    dropEmptyThreads()
    sort()
  }

  // MARK: Kinds of feeds

  /// Posts of Discourse: `…/t/SLUG/TOPIC/NUMBER`, `…/t/SLUG/TOPIC#post_NUMBER`.
  private static func readAsTopics(_ entries: inout [FeedEntry]) -> Bool {
    let places = entries.map { $0.id.contains("-post-") ? $0.address.flatMap(TopicPlace.init) : nil }
    guard !entries.isEmpty, !places.contains(where: { $0 == nil }) else { return false }
    let topics = Set(places.compactMap { $0?.topic })
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      // Quotations name posts by their numbers.
      entries[index].id = topics.count == 1 ? place.number : "\(place.topic)/\(place.number)"
      entries[index].otherIDs = []
      entries[index].thread = place.topic
      entries[index].role = place.number == "1" ? .article : .comment
      if let author = entries[index].author, author.hasPrefix("@") {
        let parts = author.dropFirst().split(separator: " ", maxSplits: 1)
        entries[index].author = parts.first.map(String.init)
        entries[index].displayName = parts.count > 1 ? String(parts[1]) : nil
      }
    }
    return true
  }

  private struct TopicPlace {
    var topic: String
    var number: String

    init?(_ address: WebAddress) {
      let parts = address.segments
      guard let start = parts.firstIndex(of: "t"), parts.count > start + 2 else { return nil }
      topic = String(parts[start + 2])
      let last = parts.count > start + 3 ? String(parts[start + 3]) : nil
      let place = address.place.flatMap { $0.hasPrefix("post_") ? String($0.dropFirst(5)) : nil }
      guard let number = last ?? place, Int(topic) != nil, Int(number) != nil else { return nil }
      self.number = number
    }
  }

  /// Comments on pages: `…#comment-NUMBER`.
  private static func readAsPageComments(_ entries: inout [FeedEntry]) -> Bool {
    let numbers = entries.map { entry in entry.address?.place.flatMap(PageCommentLead.number) }
    guard !entries.isEmpty, !numbers.contains(where: { $0 == nil }) else { return false }
    for (index, number) in numbers.enumerated() {
      guard let number else { continue }
      let names = [entries[index].id, entries[index].address?.link ?? ""]
      entries[index].otherIDs += names
      entries[index].id = number
      entries[index].thread = entries[index].address?.page.link
      if entries[index].role != .comment, let lead = entries[index].body.flatMap(PageCommentLead.init) {
        entries[index].parent = lead.parent
        entries[index].body?.bytes.removeFirst(lead.length)
      }
      entries[index].role = .comment
    }
    return true
  }

  /// Entries of a feed that answer what is not in it are articles nevertheless, unless most do.
  private static func settleAnswers(_ entries: inout [FeedEntry]) {
    let answers = entries.filter { $0.parent != nil }
    guard !answers.isEmpty, !entries.contains(where: { $0.thread != nil && $0.parent == nil }) else { return }
    var ids: Set<String> = []
    for entry in entries { ids.formUnion([entry.id] + entry.otherIDs) }
    let isThread = answers.count * 2 >= entries.count || answers.contains { $0.parent.map(ids.contains) ?? false }
    for index in entries.indices where !isThread { entries[index].role = .article }
  }

  // MARK: Who answers whom

  private mutating func settleParents() {
    var articleNumbers: [String: Int] = [:]
    for (index, article) in articles.enumerated() {
      for id in [article.id] + article.otherIDs where !id.isEmpty && articleNumbers[id] == nil {
        articleNumbers[id] = index
      }
    }
    var names: [String: String] = [:]
    for comment in comments {
      for id in [comment.id] + comment.otherIDs where names[id] == nil { names[id] = comment.id }
    }
    var absent: Set<String> = []
    for index in comments.indices {
      guard let parent = comments[index].parent else { continue }
      if let known = names[parent] {
        comments[index].parent = known
      } else if let number = articleNumbers[parent] {
        comments[index].parent = nil
        comments[index].thread = articles[number].thread ?? articles[number].id
        articles[number].thread = comments[index].thread
      } else {
        absent.insert(parent)
      }
    }
    // What all of them are about is not there: it is the article.
    guard absent.count == 1, articles.isEmpty, !comments.contains(where: { $0.parent == nil }) else { return }
    for index in comments.indices where comments[index].parent.map(absent.contains) ?? false {
      comments[index].parent = nil
    }
  }

  /// A thread without a name, without words and without posts says nothing.
  private mutating func dropEmptyThreads() {
    let used = Set(comments.compactMap(\.thread))
    articles.removeAll { article in
      article.role == .thread && article.title == nil && article.body == nil
        && !(article.thread.map(used.contains) ?? false)
    }
  }

  private mutating func sort() {
    // Feeds begin with the newest.
    if let first = comments.first?.published, let last = comments.last?.published, first.iso8601 > last.iso8601 {
      comments.reverse()
    }
    var order: [String: Int] = [:]
    for thread in articles.compactMap(\.thread) + comments.compactMap(\.thread) where order[thread] == nil {
      order[thread] = order.count
    }
    func place(_ entry: FeedEntry) -> Int { entry.thread.flatMap { order[$0] } ?? order.count }
    guard order.count > 1 else { return }
    let places = comments.map(place)
    comments = comments.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { comments[$0] }
  }
}

/// What WordPress puts before a comment in a feed that answers another: `In reply to <a href="…#comment-12">NAME</a>.`
struct PageCommentLead {
  /// The number of the comment that is answered.
  var parent: String
  /// How many bytes of the text say so.
  var length: Int

  /// It stands within as many bytes.
  private static let reach = 600

  init?(_ text: FeedText) {
    let bytes = text.bytes.prefix(Self.reach)
    let start = Array("<a href=\"".utf8)
    guard let link = bytes.indices.first(where: { bytes[$0...].starts(with: start) }), link < 80 else { return nil }
    let rest = bytes[(link + start.count)...]
    guard let quote = rest.firstIndex(of: UInt8(ascii: "\"")),
      let number = WebAddress(String(decoding: rest[..<quote], as: UTF8.self)).place.flatMap(Self.number),
      let end = bytes[quote...].firstIndex(of: UInt8(ascii: "/")), bytes[end...].starts(with: "/a>".utf8)
    else { return nil }
    // A full stop, in whichever language, and the end of the paragraph.
    var index = end + 3
    while index < bytes.endIndex, index < end + 12, bytes[index] != 0x0a, bytes[index] != UInt8(ascii: "<") {
      index += 1
    }
    if bytes[index...].starts(with: "</p>".utf8) {
      index += 4
    } else if index < bytes.endIndex, bytes[index] != 0x0a {
      return nil
    }
    parent = number
    length = index - bytes.startIndex
  }

  /// The number in `comment-12`.
  static func number(_ place: String) -> String? {
    guard place.hasPrefix("comment") else { return nil }
    let digits = place.dropFirst(7).drop { $0 == "-" || $0 == "_" }
    return !digits.isEmpty && digits.allSatisfy({ $0.isASCII && $0.isNumber }) ? String(digits) : nil
  }
}
