import HTMLParsing

/// Tells what within the element around an article is none of it: menus, share bars, related links, notices, heads.
struct ArticleCleaner {
  private let tree: HTMLTree
  private let survey: ArticleSurvey
  private var parts: PageParts
  private let facts: FactLine
  private let root: HTMLNode
  /// The letters of the article's title.
  private let title: String
  /// How much running text the article has.
  private let total: Int
  /// From the first block of running text to the last, among those that are not left out.
  private var core: Range<Int> = 0..<0
  private(set) var leftOut: NodeSet
  /// Whether what elements are called says what they are: not where most of the text is called furniture.
  private var trustsNames = true
  /// Whether the text is a list of links, such as of things to buy, each a paragraph.
  private let isListOfLinks: Bool

  /// An article with as much running text, in characters, links from its sentences and not between them.
  private static let longArticle = 1200
  /// What a script fills has no more nodes.
  private static let largestBox = 200
  /// A shorter link may be all there is to say.
  private static let shortestLead = 24

  /// - Parameters:
  ///   - title: of the article; a heading that says it again is left out.
  ///   - discussion: elements that belong to the discussion.
  init(_ survey: ArticleSurvey, root: HTMLNode, title: String?, dateOrder: DateOrder, discussion: NodeSet) {
    self.survey = survey
    self.root = root
    self.title = title.map { PageTitle.letters($0) } ?? ""
    tree = survey.tree
    parts = PageParts(tree)
    facts = FactLine(tree, dateOrder: dateOrder)
    leftOut = discussion
    let blocks = survey.blocks(of: root)
    total = survey.prose(of: blocks)
    let lonely = survey.blocks[blocks].reduce(0) { sum, block in
      survey.tree.isElement(block.element, .p) && Self.isLonelyLink(block) ? sum + block.length : sum
    }
    isListOfLinks = lonely > total
    findCore()
  }

  /// Finds all that is to be left out.
  ///
  /// - Parameter teasers: elements that are known to lead elsewhere.
  /// - Complexity: O(elements below the root × log blocks), O(length of their attributes)
  mutating func clean(teasers: [HTMLNode]) {
    if total == 0 { return }
    leftOut.formUnion(teasers)
    let known = leftOut
    sweepTwice()
    if survey.blocks[survey.blocks(of: root)].reduce(0, { isLeftOut($1.nodes.lowerBound) ? $0 : $0 + $1.prose }) * 2
      < total
    {
      trustsNames = false
      leftOut = known
      findCore()
      sweepTwice()
    }
    leaveOutBareDates()
    trimEnd()
  }

  /// Leaves out dates that stand above the text without an element of their own: `24 March 2004, 19:49 | Ann`.
  private mutating func leaveOutBareDates() {
    for index in survey.blocks(of: root).lowerBound..<core.lowerBound {
      let block = survey.blocks[index]
      guard !block.isHeading, survey.blocks(of: block.element).count > 1, !isLeftOut(block.nodes.lowerBound),
        facts.isDate(block)
      else { continue }
      leaveOut(block)
    }
  }

  private mutating func sweepTwice() {
    for _ in 0..<2 {
      sweep()
      findCore()
    }
  }

  private mutating func findCore() {
    let blocks = survey.blocks(of: root)
    func isCore(_ index: Int) -> Bool {
      survey.blocks[index].prose > 0 && !isLeftOut(survey.blocks[index].nodes.lowerBound)
    }
    let first = blocks.first(where: isCore) ?? blocks.lowerBound
    let last = blocks.last(where: isCore) ?? blocks.lowerBound
    core = first..<min(blocks.upperBound, last + 1)
  }

  private mutating func sweep() {
    var node = root.next
    let end = tree.subtreeEnd(of: root)
    while node < end {
      if tree.kind(of: node) == .element, isKept(node) {
        node = tree.subtreeEnd(of: node)
      } else if tree.kind(of: node) == .element, leftOut.contains(node) || isForeign(node) {
        leftOut.insert(node)
        node = tree.subtreeEnd(of: node)
      } else {
        node = node.next
      }
    }
  }

  /// Whether an element belongs to the text with all that is in it: a quotation and what says whose it is, notes.
  private mutating func isKept(_ node: HTMLNode) -> Bool {
    if leftOut.contains(node) { return false }
    return tree.isElement(node, .blockquote) || parts.hints(of: node).contains(.notes)
  }

  private mutating func isForeign(_ node: HTMLNode) -> Bool {
    let blocks = survey.blocks(of: node)
    let prose = survey.prose(of: blocks)
    let isMuch = prose * 10 > total * 4
    let name = tree.name(of: node)
    switch name {
    case .nav, .form: return !isMuch
    case .footer, .menu: return !isMuch && !isInQuotation(node)
    case .aside: return !isMuch && !isStatement(node)
    case .button, .select, .textarea, .dialog: return true
    // An article within an article is another one (HTML standard, 4.3.2).
    case .article: if !isMuch, isInArticle(node) { return true }
    case .h1, .h2, .h3: if isTitle(node, blocks) { return true }
    default: break
    }
    guard !blocks.isEmpty, !isMuch else { return false }
    let length = survey.length(of: blocks)
    var hints = parts.hints(of: node)
    if !trustsNames { hints.subtract(.furniture) }
    if !hints.isDisjoint(with: [.furniture, .discussion]), !isStatement(node),
      !isText(name) || isLinkBox(node, blocks)
    {
      return true
    }
    // A link that prints, shares or subscribes, in the middle of a text.
    if name == .a, hints.contains(.furniture), length < 40 { return true }
    if hints.contains(.facts), prose * 20 <= total || length < 80, isOutside(blocks) || length < 60,
      !isText(name) || length < 120,
      !isStatement(node)
    {
      return true
    }
    if LeafSurvey.isInline(name) { return false }
    if name == .div || name == .section, prose == 0, length < 40, isFilledByScript(node, blocks) { return true }
    return isLinks(name, blocks, prose) || blocks.count == 1 && isLabel(name, survey.blocks[blocks.lowerBound], blocks)
  }

  /// Whether an element has a script in it, and besides a label or a link nothing that is shown without.
  private func isFilledByScript(_ node: HTMLNode, _ blocks: Range<Int>) -> Bool {
    guard blocks.count <= 2, !survey.blocks[blocks].contains(where: { $0.isHeading || $0.isCaption }) else {
      return false
    }
    // Such boxes are small; elements around many others are asked one within another.
    let inside = tree.descendants(of: node)
    guard inside.count <= Self.largestBox else { return false }
    var hasScript = false
    for inner in inside where tree.kind(of: inner) == .element {
      switch tree.name(of: inner) {
      case .script: hasScript = true
      case .img, .picture, .figure, .video, .audio, .iframe, .table, .svg: return false
      default: break
      }
    }
    return hasScript
  }

  /// Whether an element within lines is all of its block, and half of that a link: what it is called says what it is.
  private func isLinkBox(_ node: HTMLNode, _ blocks: Range<Int>) -> Bool {
    guard blocks.count == 1, tree.isElement(node, .span) else { return false }
    let block = survey.blocks[blocks.lowerBound]
    return block.linkLength * 2 >= block.length && node <= block.nodes.lowerBound
      && tree.subtreeEnd(of: node) >= block.nodes.upperBound
  }

  /// Whether an element is there to hold words: what it is called says how they look, not what they are.
  private func isText(_ name: HTMLName) -> Bool {
    switch name {
    case .p, .a, .span, .em, .strong, .b, .i, .blockquote, .q, .pre, .code, .td, .tr, .tbody, .table: true
    default: false
    }
  }

  private mutating func isStatement(_ node: HTMLNode) -> Bool {
    if parts.hints(of: node).contains(.quotation) || tree.isElement(node, .blockquote) { return true }
    let length = survey.length(of: survey.blocks(of: node))
    return tree.descendants(of: node, named: .blockquote).prefix(4).contains {
      survey.length(of: survey.blocks(of: $0)) * 2 > length
    }
  }

  private func isInArticle(_ node: HTMLNode) -> Bool {
    tree.ancestors(of: node).prefix { $0 >= root }.contains { tree.isElement($0, .article) }
  }

  private func isInQuotation(_ node: HTMLNode) -> Bool {
    tree.ancestors(of: node).prefix(3).contains { tree.isElement($0, .blockquote) || tree.isElement($0, .figure) }
  }

  /// Whether blocks stand before the first or behind the last running text.
  private func isOutside(_ blocks: Range<Int>) -> Bool {
    blocks.upperBound <= core.lowerBound || blocks.lowerBound >= core.upperBound
  }

  /// Whether an element is a list of links, or what stands around one.
  private func isLinks(_ name: HTMLName, _ blocks: Range<Int>, _ prose: Int) -> Bool {
    let length = survey.length(of: blocks)
    let links = survey.linkLength(of: blocks)
    if links == 0 { return false }
    switch name {
    case .p where isListOfLinks: return false
    case .p where !isOutside(blocks):
      return blocks.count == 1 && total >= Self.longArticle && Self.isLonelyLink(survey.blocks[blocks.lowerBound])
    case .p, .h1, .h2, .h3, .h4, .h5, .h6: return isOutside(blocks) && links * 10 >= length * 9
    // Data may be links, and so may be what a text lists.
    case .li: return isOutside(blocks) && links * 10 >= length * 9
    case .table, .tbody, .thead, .tr, .td, .th: return isOutside(blocks) && links * 10 >= length * 9
    default: break
    }
    guard prose * 4 <= length else { return false }
    if isOutside(blocks) { return links * 10 > length * 6 }
    var linked = 0
    for block in survey.blocks[blocks] where block.isLinked { linked += block.length }
    return linked * 10 > length * 7
  }

  /// Whether a paragraph is one link to another page: among others, those lead away from the text.
  private static func isLonelyLink(_ block: TextBlock) -> Bool {
    block.linkLength * 20 >= block.length * 19 && block.length >= shortestLead
  }

  /// Whether a block on its own is a line about the article or the page.
  private func isLabel(_ name: HTMLName, _ block: TextBlock, _ blocks: Range<Int>) -> Bool {
    if block.prose > 0 && !isOutside(blocks.lowerBound..<blocks.upperBound) && block.length > 60 { return false }
    if name == .li || name == .td || name == .th || name == .pre { return false }
    if isOutside(blocks) { return facts.isFact(block) || facts.isFurniture(block) || facts.leadsOn(block) }
    return block.isHeading && facts.isNotice(block) || facts.leadsOn(block)
  }

  private func isTitle(_ node: HTMLNode, _ blocks: Range<Int>) -> Bool {
    guard blocks.lowerBound <= core.lowerBound else { return false }
    if tree.isElement(node, .h1) { return true }
    let text = PageTitle.letters(ThreadPage.field(tree.text[tree.textRange(of: node)]))
    return !text.isEmpty && (text == title || title.hasPrefix(text) && text.utf8.count * 2 > title.utf8.count)
  }

  /// Leaves out headings, links and credits at the end, below which there is nothing, not even a picture.
  private mutating func trimEnd() {
    if isListOfLinks { return }
    let blocks = survey.blocks(of: root)
    var end = tree.subtreeEnd(of: root)
    for index in blocks.reversed() {
      let block = survey.blocks[index]
      defer { end = block.nodes.lowerBound }
      if isLeftOut(block.nodes.lowerBound) { continue }
      let below = HTMLNodeRange(block.nodes.upperBound.offset..<max(block.nodes.upperBound, end).offset)
      if below.contains(where: { tree.isElement($0, .img) || tree.isElement($0, .hr) }) { return }
      guard block.element != root else { return }
      guard (block.isHeading || block.isLinked) && block.prose == 0 || facts.isClosing(block) else { return }
      if tree.isElement(block.element, .li) || tree.isElement(block.element, .td) { return }
      leaveOut(block)
    }
  }

  /// Leaves out a block: its element, or where other blocks stand in that, too, its words alone.
  private mutating func leaveOut(_ block: TextBlock) {
    if survey.blocks(of: block.element).count == 1 { return leftOut.insert(block.element) }
    let nodes = HTMLNodeRange(block.nodes.lowerBound.offset..<block.nodes.upperBound.offset)
    leftOut.formUnion(nodes.filter { tree.kind(of: $0) == .text })
  }

  /// Whether a node is left out, or stands in something that is.
  func isLeftOut(_ node: HTMLNode) -> Bool {
    if leftOut.contains(node) { return true }
    for ancestor in tree.ancestors(of: node) {
      if leftOut.contains(ancestor) { return true }
      if ancestor <= root { return false }
    }
    return false
  }
}
