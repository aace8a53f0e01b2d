import DocumentModel
import HTMLParsing

/// Finds lists of teasers: elements of a kind beside each other, each a linked heading and perhaps a sentence about what
/// it leads to. Their sentences look like an article's; they are none.
struct TeaserLists {
  private let survey: ArticleSurvey
  private let tree: HTMLTree
  private let likeness: Likeness
  /// The host of the page, if that is known.
  private let site: Substring?

  /// Fewer are no list.
  private static let minimumCount = 3
  /// A teaser has no more text, in characters, and no more blocks.
  private static let maximumLength = 900
  private static let maximumBlocks = 12
  /// A page with less running text beside its teasers has no article, in characters.
  private static let minimumRest = 250
  /// A shorter text that breaks off is no excerpt, in characters.
  private static let shortestExcerpt = 60
  /// A shorter link is a label.
  private static let minimumHeading = 12

  init(_ survey: ArticleSurvey, site: Substring?) {
    self.survey = survey
    self.site = site
    tree = survey.tree
    likeness = Likeness(tree)
  }

  /// The teasers below `root`, unless little else is there to read: then the page is a list of them.
  ///
  /// - Complexity: O(elements around text × log blocks)
  func find(below root: HTMLNode) -> [HTMLNode] {
    var teasers: [HTMLNode] = []
    var node = root
    let end = tree.subtreeEnd(of: root)
    while node < end {
      let blocks = survey.blocks(of: node)
      // The discussion, above all, has none.
      guard !blocks.isEmpty else {
        node = tree.subtreeEnd(of: node)
        continue
      }
      if tree.kind(of: node) == .element { teasers += lists(in: node, of: blocks) }
      node = node.next
    }
    let total = survey.prose(of: 0..<survey.blocks.count)
    let rest = total - survey.prose(of: teasers)
    return rest < Self.minimumRest || rest * 6 < total ? [] : teasers
  }

  /// The teasers among the children of an element with these blocks.
  private func lists(in parent: HTMLNode, of blocks: Range<Int>) -> [HTMLNode] {
    guard blocks.count >= Self.minimumCount, survey.linkLength(of: blocks) > 0 else { return [] }
    var groups: [UInt64: (all: Int, teasers: [HTMLNode])] = [:]
    for child in tree.children(of: parent) where tree.kind(of: child) == .element {
      let own = survey.blocks(of: child)
      if own.isEmpty { continue }
      let key = likeness.signature(of: child)
      groups[key, default: (0, [])].all += 1
      if isTeaser(own) { groups[key]?.teasers.append(child) }
    }
    return groups.values.flatMap { group in
      group.teasers.count >= Self.minimumCount && group.teasers.count * 10 >= group.all * 7 ? group.teasers : []
    }.sorted()
  }

  private func isTeaser(_ blocks: Range<Int>) -> Bool {
    if blocks.count <= 2, let last = blocks.last, isExcerpt(survey.blocks[last]) {
      return leadsWithin(survey.blocks[blocks.lowerBound])
    }
    guard (2...Self.maximumBlocks).contains(blocks.count), survey.length(of: blocks) <= Self.maximumLength else {
      return false
    }
    // The link comes first: what stands below a text leads on from it.
    for block in survey.blocks[blocks] {
      if block.isLinked, block.length >= Self.minimumHeading { return leadsWithin(block) }
      if block.prose > 0 { return false }
    }
    return false
  }

  /// Whether a text breaks off: `Keepers came and went, the lens was…`
  private func isExcerpt(_ block: TextBlock) -> Bool {
    guard block.length >= Self.shortestExcerpt else { return false }
    let end = tree.textRange(of: HTMLNode(block.nodes.upperBound.offset - 1)).upperBound
    var text = tree.text[max(0, end - 32)..<end]
    while let last = text.last, last.isHTMLSpace || last == UInt8(ascii: "]") || last == UInt8(ascii: ")") {
      text.removeLast()
    }
    return text.suffix(3).elementsEqual("...".utf8) || text.suffix(3).elementsEqual("…".utf8)
  }

  /// Whether the link of a block leads to another page of the same site.
  private func leadsWithin(_ block: TextBlock) -> Bool {
    let inner = HTMLNodeRange(block.element.offset..<block.nodes.upperBound.offset)
    let outer = tree.ancestors(of: block.element).prefix(4)
    guard let link = inner.first(where: { tree.isElement($0, .a) }) ?? outer.first(where: { tree.isElement($0, .a) }),
      let address = tree.string(.href, of: link).map(WebAddress.init), !address.isFragment
    else { return false }
    guard let host = address.host, let site else { return true }
    return host.hasSuffix(site) || site.hasSuffix(host)
  }
}
