import DocumentModel
import HTMLParsing

/// What an element that holds quoted words says about them: who said them, and where.
struct QuotationMarkup {
  private(set) var statement = Statement()
  /// Elements whose words say who speaks.
  private(set) var consumed: [HTMLNode] = []
  /// The bytes of the page's text between them.
  private(set) var words: Range<Int>

  /// Elements that hold a quotation by their class, beside or instead of `blockquote`.
  private static let wrappers: ClassWords = [
    "quote", "bbcode_quote", "quotebox", "quotemain", "mycode_quote", "post_quote", "post-quote", "pullquote",
    "pull-quote", "wp-block-pullquote", "quote_block", "quote-block", "blockquote",
  ]
  /// Elements at the beginning of a quotation that say whose it is.
  private static let heads: ClassWords = [
    "title", "quotetitle", "quote-title", "quote_title", "quote_head", "quote-head", "quoteheader", "quote-header",
    "bbCodeBlock-title", "bbcode_postedby", "ipsQuote_citation", "quote-author", "quote_author", "top-quote",
  ]
  /// Elements at the end of one that do.
  private static let endings: ClassWords = [
    "attribution", "quote-author", "author", "source", "quote-source", "pullquote-author", "cite",
  ]
  /// Elements before a quotation that say whose it is.
  private static let labels: ClassWords = ["quoteheader", "title_quote", "quote_header", "quotetitle", "quote-title"]

  /// No name is longer, in bytes.
  private static let maximumName = 120

  /// Whether an element holds a quotation by its class.
  static func isWrapper(_ node: HTMLNode, in tree: HTMLTree) -> Bool { tree.hasClass(wrappers, node) }

  /// The name in an element that stands before a quotation and says whose it is.
  static func label(_ node: HTMLNode, in tree: HTMLTree) -> String? {
    guard tree.hasClass(labels, node), let next = nextElement(after: node, in: tree),
      tree.isElement(next, .blockquote) || isWrapper(next, in: tree)
    else { return nil }
    return SpokenName.name(in: tree.text[tree.textRange(of: node)]) ?? cleaned(node, tree)
  }

  /// Reads the markup of a quotation.
  ///
  /// - Complexity: O(children of its first and last elements)
  init(_ node: HTMLNode, in tree: HTMLTree, names: PageNames) {
    words = tree.textRange(of: node)
    var speaker = [names.dataUsername, names.dataQuote, names.dataQuotedName, names.dataAuthor].lazy
      .compactMap { name in name.flatMap { tree.string($0, of: node) } }.compactMap(TextSanitizer.line).first
    var comment = [names.dataPost, names.dataQuotedComment, names.dataSourceOfQuote].lazy
      .compactMap { name in name.flatMap { tree.string($0, of: node) } }.compactMap(Self.digits).first
    var isClaim = speaker != nil || comment != nil
    if let head = Self.head(of: node, in: tree) {
      let name = SpokenName.name(in: tree.text[tree.textRange(of: head)])
      isClaim = isClaim || name != nil
      speaker = speaker ?? name ?? Self.cleaned(head, tree)
      comment = comment ?? Self.comment(in: head, tree)
      if speaker != nil {
        consumed.append(head)
        let start = min(words.upperBound, tree.textRange(of: head).upperBound)
        words = max(words.lowerBound, start)..<words.upperBound
      }
    } else if let ending = Self.ending(of: node, in: tree), let name = Self.cleaned(ending, tree) {
      speaker = speaker ?? name
      consumed.append(ending)
      words = words.lowerBound..<max(words.lowerBound, min(words.upperBound, tree.textRange(of: ending).lowerBound))
    }
    statement.speaker = speaker
    if isClaim || comment != nil { statement.claim = Statement.Claim(comment: comment, author: speaker) }
  }

  /// What is known by this markup added to what is known by that around it.
  func completing(_ outer: Statement) -> Statement {
    Statement(speaker: outer.speaker ?? statement.speaker, claim: outer.claim ?? statement.claim)
  }

  // MARK: Finding

  private static func head(of node: HTMLNode, in tree: HTMLTree) -> HTMLNode? {
    var current = node
    for _ in 0..<4 {
      guard let first = tree.children(of: current).first(where: { isSignificant($0, tree) }),
        tree.kind(of: first) == .element
      else { return nil }
      if tree.isElement(first, .cite) || tree.isElement(first, .figcaption) || tree.hasClass(heads, first) {
        return isAll(first, of: node, tree) ? nil : first
      }
      current = first
    }
    return nil
  }

  private static func ending(of node: HTMLNode, in tree: HTMLTree) -> HTMLNode? {
    var current = node
    for _ in 0..<4 {
      var last: HTMLNode?
      for child in tree.children(of: current) where isSignificant(child, tree) { last = child }
      guard let last, tree.kind(of: last) == .element else { return nil }
      if [.footer, .cite, .figcaption].contains(tree.name(of: last)) || tree.hasClass(endings, last) {
        return isAll(last, of: node, tree) ? nil : last
      }
      if tree.isElement(last, .blockquote), tree.name(of: node) != .figure { return nil }
      current = last
    }
    return nil
  }

  /// Whether there are no other words in `node`: then they are what is quoted.
  private static func isAll(_ element: HTMLNode, of node: HTMLNode, _ tree: HTMLTree) -> Bool {
    let (inner, outer) = (tree.textRange(of: element), tree.textRange(of: node))
    return tree.text[outer.lowerBound..<inner.lowerBound].allSatisfy(InlineText.isSpace)
      && tree.text[inner.upperBound..<outer.upperBound].allSatisfy(InlineText.isSpace)
  }

  private static func isSignificant(_ node: HTMLNode, _ tree: HTMLTree) -> Bool {
    switch tree.kind(of: node) {
    case .element: !tree.isElement(node, .br)
    case .text: !tree.text[tree.textRange(of: node)].allSatisfy(InlineText.isSpace)
    default: false
    }
  }

  private static func nextElement(after node: HTMLNode, in tree: HTMLTree) -> HTMLNode? {
    var next = tree.nextSibling(of: node)
    while let sibling = next, !isSignificant(sibling, tree) { next = tree.nextSibling(of: sibling) }
    return next.flatMap { tree.kind(of: $0) == .element ? $0 : nil }
  }

  // MARK: Reading

  /// The words of an element as a name: without a dash before it or a colon after it.
  private static func cleaned(_ node: HTMLNode, _ tree: HTMLTree) -> String? {
    let range = tree.textRange(of: node)
    guard range.count <= maximumName * 4,
      let text = TextSanitizer.line(String(decoding: tree.text[range], as: UTF8.self))
    else { return nil }
    let marks: Set<Character> = ["—", "–", "―", "-", "~", " ", ":", "↑", "\u{00a0}"]
    var name = text[...]
    while let first = name.first, marks.contains(first) { name.removeFirst() }
    while let last = name.last, marks.contains(last) { name.removeLast() }
    return name.isEmpty || name.utf8.count > maximumName ? nil : String(name)
  }

  /// `post: 123` names 123.
  private static func digits(_ text: String) -> String? {
    let end = text.prefix(64)
    let digits = end.reversed().prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits.reversed())
  }

  /// The number at the end of the place that a link in the head leads to.
  private static func comment(in head: HTMLNode, _ tree: HTMLTree) -> String? {
    for link in tree.descendants(of: head, named: .a) {
      if let place = tree.string(.href, of: link).flatMap({ WebAddress($0).place }), let id = digits(place) {
        return id
      }
    }
    return nil
  }
}

/// Names in lines that say who speaks, as plain text has them.
enum SpokenName {
  /// The name in `NAME wrote:`, `Originally posted by NAME` and the like.
  static func name(in line: some Sequence<UInt8>) -> String? {
    read(line) { line, text in
      guard QuotationHead.isPossible(line, in: text) else { return nil }
      return QuotationHead(line, in: text, isFollowed: true)?.name
    }
  }

  /// The name in a sentence that introduces somebody's words: `As NAME put it last year:`, or as mail programs do.
  static func leadingIn(_ paragraph: some Sequence<UInt8>) -> String? {
    read(paragraph) { line, text in
      if QuotationHead.isPossible(line, in: text), let name = QuotationHead(line, in: text, isFollowed: true)?.name {
        return name
      }
      return LeadIn(line, of: [line], in: text)?.speaker
    } ?? AttributionReader.speaker(in: Array(paragraph))
  }

  private static func read(_ words: some Sequence<UInt8>, _ find: (Line, SourceText) -> Range<Int>?) -> String? {
    let spaced = words.map { InlineText.isSpace($0) ? 0x20 : $0 }
    let bytes = TextSanitizer.sanitize(spaced.span).bytes
    return bytes.withUnsafeBufferPointer { buffer in
      let text = SourceText(buffer)
      guard let name = find(Line(at: 0, in: text), text) else { return nil }
      let field = TextSanitizer.field(text[name])
      return field.isEmpty ? nil : field
    }
  }
}
