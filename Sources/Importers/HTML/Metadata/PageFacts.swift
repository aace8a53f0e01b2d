import DocumentModel
import HTMLParsing

/// What a page says about its article: in its head, and in elements marked for machines.
struct PageFacts {
  private let tree: HTMLTree
  private let tags: MetaTags
  private let linked: LinkedData

  init(_ tree: HTMLTree) {
    self.tree = tree
    tags = MetaTags(tree)
    linked = LinkedData(tree)
  }

  /// The facts of a page that stands at `address`, whose `<title>` is `title`.
  ///
  /// - Complexity: O(nodes)
  func metadata(title: String?, address: WebAddress?, language: String?) -> Metadata {
    let site = tags["og:site_name", "application-name"] ?? linked.publisher
    let headings = tree.descendants(of: .document, named: .h1).prefix(8).compactMap { Self.line(tree, $0) }
    let headline = linked.headline.flatMap {
      PageTitle.isDescription($0, shown: title, headings: headings) ? nil : $0
    }
    return Metadata(
      title: PageTitle.choose(
        declared: headline ?? tags["og:title", "dc.title", "dcterms.title", "twitter:title"],
        shown: title,
        headings: headings,
        site: site,
        host: address?.host.map(Self.siteName)
      ),
      byline: byline,
      site: site ?? address?.host.map(Self.withoutPrefix).flatMap(TextSanitizer.line),
      published: published,
      address: address?.link,
      language: language ?? tags["og:locale", "dc.language", "language"].map { $0.replacing("_", with: "-") }
    )
  }

  // MARK: Who

  private static let bylines: ClassWords = ["byline", "p-author"]
  /// The marks of what may name the author.
  private static let bylineMarks =
    HTMLTree.mark(ofAttribute: .itemprop) | HTMLTree.mark(ofAttribute: .rel) | bylines.marks
  private static let comments: ClassWords = ["comment", "comments"]

  private var byline: String? {
    if let name = linked.byline.flatMap(Self.name) { return name }
    let declared = tags[
      "author",
      "article:author",
      "dc.creator",
      "dcterms.creator",
      "byl",
      "parsely-author",
      "sailthru.author"
    ]
    if let declared, !declared.contains("://"), let name = Self.name(declared) { return name }
    var candidates: [(rank: Int, node: HTMLNode)] = []
    for node in tree.nodes where tree.marks(of: node) & Self.bylineMarks != 0 {
      if tree.attribute(.itemprop, of: node).map({ $0.elementsEqual("author".utf8) }) == true {
        candidates.append((0, node))
      } else if tree.hasToken("author", in: .rel, of: node) {
        candidates.append((1, node))
      } else if tree.hasClass(Self.bylines, node) {
        candidates.append((2, node))
      }
      if candidates.count > 64 { break }
    }
    // The first name of the best kind; a page of comments names many authors.
    for candidate in candidates.sorted(by: { ($0.rank, $0.node) < ($1.rank, $1.node) })
    where !isInComment(candidate.node) {
      if let name = Self.line(tree, candidate.node).flatMap(Self.name) { return name }
    }
    return nil
  }

  /// Whether an element stands in what says that it is a comment.
  private func isInComment(_ node: HTMLNode) -> Bool {
    tree.ancestors(of: node).contains { ancestor in
      tree.hasClass(Self.comments, ancestor)
        || tree.string(.itemtype, of: ancestor).map { $0.hasSuffix("Comment") || $0.hasSuffix("UserComments") } ?? false
    }
  }

  /// A name out of what stands where names do: `By Ada Field, Harbour Editor`.
  private static func name(_ text: String) -> String? {
    guard text.utf8.count <= 200 else { return nil }
    var name = text[...]
    for prefix in ["by ", "von ", "par ", "por ", "di ", "door ", "автор: ", "written by ", "posted by "] {
      if name.lowercased().hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
    }
    while let last = name.last, last == " " || last == "," || last == "|" { name.removeLast() }
    while let first = name.first, first == " " || first == ":" { name.removeFirst() }
    return name.isEmpty || name.utf8.count > 100 ? nil : String(name)
  }

  // MARK: When

  private var published: Timestamp? {
    let declared = tags[
      "article:published_time",
      "og:published_time",
      "datepublished",
      "pubdate",
      "publishdate",
      "publish-date",
      "dc.date",
      "dc.date.issued",
      "dcterms.created",
      "dcterms.date",
      "date",
      "sailthru.date",
      "parsely-pub-date",
      "displaydate"
    ]
    if let moment = (linked.published ?? declared).flatMap({ PageMoment($0)?.timestamp }) { return moment }
    for node in tree.nodes where tree.marks(of: node) & HTMLTree.mark(ofAttribute: .itemprop) != 0 {
      if tree.hasToken("datePublished", in: .itemprop, of: node) {
        let said = tree.string(.datetime, of: node) ?? tree.string(.content, of: node) ?? Self.line(tree, node)
        if let moment = said.flatMap({ PageMoment($0)?.timestamp }) { return moment }
      }
    }
    return nil
  }

  private static func line(_ tree: HTMLTree, _ node: HTMLNode) -> String? {
    let range = tree.textRange(of: node)
    return range.count > 1000 ? nil : TextSanitizer.line(String(decoding: tree.text[range], as: UTF8.self))
  }

  /// `harbour` of `www.harbour.example`.
  private static func siteName(_ host: Substring) -> String {
    withoutPrefix(host).split(separator: ".").dropLast().joined()
  }

  private static func withoutPrefix(_ host: Substring) -> String {
    String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }
}
