import HTMLParsing

/// What makes elements of a page look alike: name and class, numbers and what alternates aside.
struct Likeness {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// A number that like elements share.
  ///
  /// - Complexity: O(length of the attributes `class` and `id`)
  func signature(of node: HTMLNode) -> UInt64 {
    var hash = UInt64(tree.name(of: node).number) &* 0x9e37_79b9_7f4a_7c15
    // The first words say what it is, later ones whose it is. Words with digits say it only where all words have some.
    var words: UInt64 = 0
    if let value = tree.attribute(.class, of: node) {
      var plain = 0
      var coded: UInt64 = 0
      Self.forEachWord(of: value) { word in
        if Self.isTelling(word) { return }
        if word.contains(where: { (0x30...0x39).contains($0) }) {
          if coded == 0 { coded = Self.hash(word) }
        } else if plain < 2 {
          plain += 1
          words &+= Self.hash(word)
        }
      }
      if plain == 0 { words = coded }
    }
    if words == 0, let value = tree.attribute(.id, of: node) {
      words = Self.hash(value.prefix { $0 != 0x2d && $0 != 0x5f && !(0x30...0x39).contains($0) }) | 1
    }
    hash = (hash ^ words) &* 0x100_0000_01b3
    return hash ^ hash >> 31
  }

  /// Calls `body` with each word of a list.
  static func forEachWord(of list: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var start = list.startIndex
    while start < list.endIndex {
      var end = start
      while end < list.endIndex, !list[end].isHTMLSpace { end += 1 }
      if end > start { body(list[start..<end]) }
      start = end + 1
    }
  }

  /// A hash in which all numbers are alike.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var wasDigit = false
    for byte in word {
      let isDigit = (0x30...0x39).contains(byte)
      if isDigit, wasDigit { continue }
      hash = (hash ^ UInt64(isDigit ? 0x23 : byte)) &* 0x100_0000_01b3
      wasDigit = isDigit
    }
    return hash
  }

  /// Whether a class word tells elements of one kind apart: `even`, `first`, `depth-2`, `author-bob`, `bypostauthor`.
  private static func isTelling(_ word: ArraySlice<UInt8>) -> Bool {
    if alternating.contains(String(decoding: word, as: UTF8.self)) { return true }
    if let last = word.last, (0x30...0x39).contains(last) { return true }
    return word.starts(with: "comment-author-".utf8) || word.starts(with: "bypost".utf8)
      || word.starts(with: "byuser".utf8)
  }

  private static let alternating: Set<String> = [
    "even", "odd", "alt", "first", "last", "parent", "thread-even", "thread-odd", "thread-alt", "new", "unread",
    "highlighted",
    "op", "own", "admin", "hidden", "collapsed", "expanded", "deleted", "reply", "child", "top", "root",
  ]
}

/// What the words of `class`, `id` and the like say about an element.
struct ElementHints: OptionSet {
  let rawValue: UInt8

  /// A discussion: `comment`, `reply`, `forum`.
  static let thread = ElementHints(rawValue: 1)
  /// Who writes: `author`, `user`, `nick`.
  static let author = ElementHints(rawValue: 2)
  /// What is no discussion: `related`, `sidebar`, `review`.
  static let other = ElementHints(rawValue: 4)
  /// Words: `body`, `content`, `text`, `message`.
  static let body = ElementHints(rawValue: 8)

  /// Notes to a text, and works it refers to.
  static let notes = ElementHints(rawValue: 16)

  private static let table: [(ElementHints, [String])] = [
    (
      .thread,
      [
        "comment", "reply", "replies", "response", "respond", "discuss", "forum", "thread", "topic", "message",
        "postbit", "disqus",
        "komment", "koment", "coment", "kommentar", "guestbook", "gaestebuch", "answer", "talkback", "reaction",
        "reactie",
        "opinion", "yorum", "cevap", "postbody", "postprofile",
      ]
    ),
    (
      .author,
      [
        "author", "user", "nick", "login", "byline", "poster", "commenter", "member", "profile", "vcard", "creator",
        "autor", "person", "screenname", "handle", "sender",
      ]
    ),
    (
      .other,
      [
        "related", "recommend", "sidebar", "widget", "footer", "teaser", "promo", "trending", "popular", "latest",
        "recent",
        "archive", "review", "testimonial", "product", "newsletter", "breadcrumb", "pagination", "menu", "navbar",
        "search-result", "carousel", "slider", "headline", "changelog", "timeline", "event", "ticker",
      ]
    ),
    (.notes, ["references", "reflist", "cite_note", "footnote", "bibliograph"]),
    (.body, ["body", "content", "text", "message", "entry", "copy", "post"]),
  ]

  /// The hints of an element's own attributes.
  ///
  /// - Complexity: O(length of the attributes)
  init(of node: HTMLNode, on page: ThreadPage) {
    var hints: ElementHints = []
    for name in [HTMLName.class, .id, .itemprop, .rel, .itemtype] {
      guard let value = page.tree.attribute(name, of: node), !value.isEmpty else { continue }
      let words = String(decoding: value.prefix(200), as: UTF8.self).lowercased()
      for (hint, parts) in Self.table where !hints.contains(hint) && parts.contains(where: { words.contains($0) }) {
        if hint == .other, Self.isFooterOfArticle(words) { continue }
        hints.insert(hint)
      }
    }
    self = hints
  }

  /// Whether of what is no discussion only a footer is named, and not the page's: comments stand in that of an article.
  private static func isFooterOfArticle(_ words: String) -> Bool {
    guard words.contains("footer"), ["article", "post", "entry", "comment"].contains(where: { words.contains($0) })
    else {
      return false
    }
    return table.first { $0.0 == .other }?.1.filter { words.contains($0) } == ["footer"]
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
