import DocumentModel
import TerminalModel

/// The facts that stand above words: who, when, how many answered.
enum HeadLine {
  /// Characters a minute that a person reads: 230 words of five letters and a space.
  private static let readingSpeed = 1380

  /// The facts about a document, most important first; `new` of its comments were not there on the last visit.
  static func facts(of document: Document, new: Int) -> [String] {
    var facts: [String] = []
    let metadata = document.metadata
    if let byline = metadata.byline { facts.append("by \(byline)") }
    if let site = metadata.siteBesideByline { facts.append(site) }
    if let published = metadata.published { facts.append(DateText.text(published)) }
    let article = document.articleTextRange
    if article.count > 2000 { facts.append("\(max(1, characters(in: article, of: document) / readingSpeed)) min") }
    if !document.comments.isEmpty {
      facts.append(count(document.comments.count, "comment") + (new > 0 ? ", \(new) new" : ""))
    }
    return facts
  }

  /// The facts about one of several articles.
  static func facts(of article: Article, in document: Document) -> [String] {
    var facts: [String] = []
    if let byline = article.byline { facts.append("by \(byline)") }
    if let published = article.published {
      facts.append(DateText.text(published, leavingOut: document.metadata.published?.year))
    }
    return facts
  }

  /// What stands in the place of a picture.
  static func figure(_ figure: Figure) -> String { figure.alt.map { "[image: \($0)]" } ?? "[image]" }

  /// `1 reply`, `2 replies`, `12 comments`.
  static func count(_ number: Int, _ noun: String) -> String {
    if number == 1 { return "1 \(noun)" }
    return "\(number) " + (noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")
  }

  /// The head line of a comment, at most `width` columns: points give way first, then the real name, then the date.
  ///
  /// - Parameters:
  ///   - isNew: whether it was not there on the last visit.
  ///   - showsParent: whether to say whom it answers, since the reader cannot see it.
  static func comment(
    _ node: NodeIndex,
    in document: Document,
    isNew: Bool,
    showsParent: Bool,
    width: Int,
    symbols: Symbols
  ) -> [Run] {
    guard let comment = document.comment(at: node) else { return [] }
    // Each part with its rank: the highest goes first where there is no room.
    var parts: [(text: String, role: Role, rank: Int)] = [(comment.name, role(of: comment, in: document), 0)]
    if let name = comment.realName { parts.append((name, .metadata, 5)) }
    if role(of: comment, in: document) == .originalPoster { parts.append(("OP", .originalPoster, 3)) }
    if let moment = moment(of: comment, in: document) { parts.append((moment, .metadata, 4)) }
    if let score = comment.score { parts.append((count(score, "point"), .metadata, 6)) }
    if comment.standing != .live {
      parts.append(("[\(comment.standing.rawValue)]", .standing, 1))
      // Of a comment that is gone its name is often gone too; the mark says it all.
      if comment.author == nil, comment.displayName == nil { parts.removeFirst() }
    }
    // Last, so that the other facts stay where they are when the parent is scrolled out of sight.
    if showsParent, let parent = document.parentComment(of: node).flatMap(document.comment(at:)) {
      parts.append((symbols.answers + parent.name, .metadata, 2))
    }
    let mark = isNew ? newMark(symbols, width: width) : []
    return mark + fit(parts, width: width - (mark.first?.columns ?? 0), symbols: symbols)
  }

  /// What stands before a comment that was not there on the last visit, where that leaves room for a name.
  private static func newMark(_ symbols: Symbols, width: Int) -> [Run] {
    let columns = DisplayWidth.columns(of: symbols.new) + 1
    return columns * 2 <= width ? [Run(symbols.new + " ", role: .newMark, columns: columns)] : []
  }

  /// The line that stands for a folded comment or section.
  ///
  /// - Parameters:
  ///   - new: the comments that were not there on the last visit.
  ///   - hasRepliesBelow: whether it stands for a comment's own words only, and its replies follow.
  static func folded(
    _ node: NodeIndex,
    in document: Document,
    new: NewComments,
    hasRepliesBelow: Bool = false,
    width: Int,
    symbols: Symbols
  ) -> [Run] {
    let sign = hasRepliesBelow ? symbols.leftOut : symbols.folded
    let marker = Run(sign + " ", role: .foldMarker, columns: DisplayWidth.columns(of: sign) + 1)
    var head: String
    var tail = ""
    if let comment = document.comment(at: node) {
      head = comment.name
      if let moment = moment(of: comment, in: document), width >= 48 { head += symbols.separator + moment }
      let replies = hasRepliesBelow ? 0 : document.replyCount(of: node)
      if replies > 0 { tail = count(replies, "reply") }
      let newReplies = hasRepliesBelow ? 0 : new.count(below: node, in: document)
      if newReplies > 0 { tail += ", \(newReplies) new" }
    } else {
      head = document[node].articleIndex.flatMap { document.articles[$0].title } ?? ""
    }
    let words = openingWords(of: node, in: document)
    if !words.isEmpty { head += (head.isEmpty ? "" : symbols.separator) + words }
    let mark = new.contains(node) ? newMark(symbols, width: width - marker.columns) : []
    let room = width - marker.columns - (mark.first?.columns ?? 0)
    guard room > 0 else { return [Run(sign, role: .foldMarker, columns: marker.columns - 1)] }
    var tailColumns = tail.isEmpty ? 0 : DisplayWidth.columns(of: tail) + 2
    if tailColumns > room / 2 { (tail, tailColumns) = ("", 0) }
    let text = DisplayWidth.truncate(head, toColumns: room - tailColumns, ellipsis: symbols.ellipsis)
    let textColumns = DisplayWidth.columns(of: text)
    var runs = [marker] + mark + [Run(text, role: .folded, columns: textColumns)]
    if !tail.isEmpty {
      let gap = room - tailColumns - textColumns + 2
      runs.append(Run(String(repeating: " ", count: gap) + tail, role: .folded, columns: tailColumns - 2 + gap))
    }
    return runs
  }

  /// When a comment was written, in words.
  static func moment(of comment: Comment, in document: Document) -> String? {
    comment.published.map { DateText.text($0, leavingOut: document.metadata.published?.year) } ?? comment.age
  }

  private static func role(of comment: Comment, in document: Document) -> Role {
    document.isOriginalPoster(comment.author) ? .originalPoster : .author
  }

  private static func fit(_ parts: [(text: String, role: Role, rank: Int)], width: Int, symbols: Symbols) -> [Run] {
    let separator = DisplayWidth.columns(of: symbols.separator)
    // What is wider than the line has no room anyway; no more of it is looked at.
    var parts = parts.map { part in
      let text = DisplayWidth.truncate(part.text, toColumns: width, ellipsis: symbols.ellipsis)
      return (text, part.role, part.rank, DisplayWidth.columns(of: text))
    }
    func columns() -> Int { parts.reduce(-separator) { $0 + $1.3 + separator } }
    while parts.count > 1, columns() > width, let worst = parts.indices.max(by: { parts[$0].2 < parts[$1].2 }) {
      parts.remove(at: worst)
    }
    if columns() > width {
      let text = DisplayWidth.truncate(parts[0].0, toColumns: width, ellipsis: symbols.ellipsis)
      parts[0] = (text, parts[0].1, 0, DisplayWidth.columns(of: text))
    }
    var runs: [Run] = []
    for part in parts {
      if !runs.isEmpty { runs.append(Run(symbols.separator, role: .metadata, columns: separator)) }
      runs.append(Run(part.0, role: part.1, columns: part.3))
    }
    return runs
  }

  /// The first words of a folded node.
  private static func openingWords(of node: NodeIndex, in document: Document) -> String {
    let opening = document.openingWords(of: node, atMost: 600)
    return String(decoding: document.text[opening].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// About how many characters a stretch has, judged by its first 4 KB.
  private static func characters(in range: Range<Int>, of document: Document) -> Int {
    let sample = document.text[range.prefix(4096)]
    let leading = sample.reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
    return sample.isEmpty ? 0 : range.count * leading / sample.count
  }
}
