import HTMLParsing

/// Finds what of an article stands before the element that holds the rest of it: a summary between title and text.
struct ArticleLead {
  private let tree: HTMLTree
  private let survey: ArticleSurvey
  private let body: HTMLNode
  private let leftOut: NodeSet
  private var parts: PageParts

  /// A lead is no longer, in characters, and stands in an element not so far around the article.
  private static let maximumLength = 1200
  private static let reach = 5

  init(_ survey: ArticleSurvey, below body: HTMLNode, leftOut: NodeSet) {
    self.survey = survey
    self.body = body
    self.leftOut = leftOut
    tree = survey.tree
    parts = PageParts(tree)
  }

  /// The elements with running text between the article's title and `root`, in order.
  ///
  /// - Complexity: O(blocks between them × depth)
  func elements(before root: HTMLNode) -> [HTMLNode] {
    let first = survey.first(from: root)
    let reached = tree.ancestors(of: root).prefix(Self.reach).prefix { $0 > body }
    guard let around = reached.first(where: { hasHeading(in: $0, before: root) }) ?? tree.parent(of: root) else {
      return []
    }
    var elements: [HTMLNode] = []
    var length = 0
    for index in (survey.first(from: around)..<first).reversed() {
      let block = survey.blocks[index]
      if block.isHeading, tree.isElement(block.element, .h1) { break }
      guard block.prose > 0, isPlain(block, within: around) else { continue }
      length += block.length
      if length > Self.maximumLength { return [] }
      if block.element <= root, root < tree.subtreeEnd(of: block.element) { continue }
      if elements.last != block.element { elements.append(block.element) }
    }
    return elements.reversed()
  }

  /// The parts of a recipe that stand beside `root`, in order: what it is made of.
  ///
  /// - Complexity: O(elements around it)
  func ingredients(beside root: HTMLNode) -> [HTMLNode] {
    guard let parent = tree.parent(of: root), parent >= body else { return [] }
    var parts = parts
    return tree.children(of: parent).filter { node in
      node != root && tree.kind(of: node) == .element && !leftOut.contains(node)
        && parts.hints(of: node).contains(.ingredients)
        && parts.hints(of: node).isDisjoint(with: [.furniture, .discussion])
    }
  }

  private func hasHeading(in node: HTMLNode, before root: HTMLNode) -> Bool {
    survey.blocks[survey.first(from: node)..<survey.first(from: root)].contains {
      $0.isHeading && tree.isElement($0.element, .h1)
    }
  }

  /// Whether nothing around a block says that it is not of the article.
  private func isPlain(_ block: TextBlock, within around: HTMLNode) -> Bool {
    var parts = parts
    var node: HTMLNode? = block.element
    while let current = node, current > around {
      if leftOut.contains(current) || [.aside, .nav, .footer, .form, .li, .td].contains(tree.name(of: current)) {
        return false
      }
      if !parts.hints(of: current).isDisjoint(with: [.furniture, .discussion, .caption]) { return false }
      node = tree.parent(of: current)
    }
    return true
  }
}
