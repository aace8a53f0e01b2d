import HTMLParsing

/// Finds the element of a page that holds its article: by how much running text stands near to each other in it, how
/// little of it is links, and what it is called.
struct ArticleFinder {
  private let tree: HTMLTree
  private let survey: ArticleSurvey
  private var parts: PageParts
  /// How much each element is worth, as far as there is running text in it.
  private var scores: [HTMLNode: Double] = [:]

  /// A paragraph counts less for what stands farther around it, and not beyond so many elements.
  private static let reach = 7
  private static let decay = 0.62
  private static let decayInPart = 0.9
  /// Paragraphs beyond so much text count no more: one long comment is no article.
  private static let maximumWeight = 2500.0

  init(_ survey: ArticleSurvey) {
    self.survey = survey
    tree = survey.tree
    parts = PageParts(tree)
  }

  /// The element around the article below `body`; `nil` where there is no running text.
  ///
  /// - Complexity: O(blocks × depth)
  mutating func find(below body: HTMLNode) -> HTMLNode? {
    let total = survey.prose(of: 0..<survey.blocks.count)
    guard total > 0 else { return nil }
    if let marked = marked(below: body, of: total) { return marked }
    for block in survey.blocks where block.prose > 0 { credit(block, below: body) }
    for (node, score) in scores { scores[node] = score * quality(of: node) * surroundings(of: node, below: body) }
    guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return body }
    return widened(best, below: body)
  }

  /// The element that the page itself says to be the body of the article, when it holds enough to be.
  private func marked(below body: HTMLNode, of total: Int) -> HTMLNode? {
    var best: HTMLNode?
    var count = 0
    for node in tree.descendants(of: body) where tree.kind(of: node) == .element {
      guard let value = tree.attribute(.itemprop, of: node), value.elementsEqual("articleBody".utf8) else { continue }
      if let last = best, node < tree.subtreeEnd(of: last) { continue }
      count += 1
      if best == nil { best = node }
    }
    guard count == 1, let best, survey.prose(of: best) * 10 >= total * 4 else { return nil }
    return best
  }

  private mutating func credit(_ block: TextBlock, below body: HTMLNode) {
    let weight = 20 + min(Self.maximumWeight, Double(block.prose)) + 15 * Double(min(block.marks, 12))
    var share = weight
    // A paragraph's own element is no container, unless it is one: text stands in `div` without paragraphs.
    var node = tree.isElement(block.element, .p) ? tree.parent(of: block.element) : block.element
    var steps = 0
    while steps < Self.reach, let current = node, current >= body, current != .document {
      if isPart(current) {
        share *= Self.decayInPart
      } else {
        scores[current, default: 0] += share
        share *= Self.decay
        steps += 1
      }
      if current == body { break }
      node = tree.parent(of: current)
    }
  }

  /// Whether an element is a part of something that holds text, such as a list, and not what holds an article.
  private func isPart(_ node: HTMLNode) -> Bool {
    switch tree.name(of: node) {
    case .li, .ul, .ol, .dl, .dd, .dt, .blockquote, .figure, .tr, .tbody, .thead: true
    default: false
    }
  }

  /// How much the looks of an element take from what stands in it: 1 is nothing.
  private mutating func quality(of node: HTMLNode) -> Double {
    let range = survey.blocks(of: node)
    let length = Double(max(1, survey.length(of: range)))
    var quality = 1 - Double(survey.linkLength(of: range)) / length
    let hints = parts.hints(of: node)
    if hints.contains(.article) { quality *= 1.25 }
    if hints.contains(.furniture) || hints.contains(.caption) { quality *= 0.5 }
    if hints.contains(.discussion) { quality *= 0.3 }
    switch tree.name(of: node) {
    case .article, .main: quality *= 1.3
    case .aside, .nav, .footer, .form, .header: quality *= 0.3
    case .address, .td, .pre, .figcaption: quality *= 0.7
    default: break
    }
    return quality
  }

  /// How much what stands around an element takes from it: what is in a footer is no article, whatever it looks like.
  private mutating func surroundings(of node: HTMLNode, below body: HTMLNode) -> Double {
    for ancestor in tree.ancestors(of: node).prefix(Self.reach) where ancestor > body {
      if [.aside, .nav, .footer].contains(tree.name(of: ancestor)) { return 0.3 }
      if parts.hints(of: ancestor).contains(.furniture) { return 0.4 }
    }
    return 1
  }

  /// The element around `best` that holds its whole article: where others like it stand beside it, the one around them
  /// all.
  private mutating func widened(_ best: HTMLNode, below body: HTMLNode) -> HTMLNode {
    var node = best
    var prose = survey.prose(of: best)
    var current = best
    while current != body, let parent = tree.parent(of: current), parent >= body, parent != .document {
      current = parent
      let wider = ownProse(of: parent, around: node)
      // More of the same: a tenth more, in parts that are no furniture.
      if wider * 10 >= prose {
        node = parent
        prose += wider
      }
      if parts.hints(of: parent).contains(.article), tree.isElement(parent, .article) { break }
    }
    return node
  }

  /// How much running text of the article's kind stands in an element outside of an inner one.
  private mutating func ownProse(of outer: HTMLNode, around inner: HTMLNode) -> Int {
    var prose = 0
    for child in tree.children(of: outer) where tree.kind(of: child) == .element {
      if child <= inner, inner < tree.subtreeEnd(of: child) { continue }
      let range = survey.blocks(of: child)
      let text = survey.prose(of: range)
      guard text > 0, text * 2 >= survey.length(of: range) else { continue }
      if !parts.hints(of: child).isDisjoint(with: [.furniture, .discussion]) { continue }
      if [.aside, .nav, .footer, .header, .form].contains(tree.name(of: child)) { continue }
      prose += text
    }
    return prose
  }
}
