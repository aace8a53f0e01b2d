import HTMLParsing

/// Whether records are the contributions to a discussion, and not articles, products or a menu.
struct ThreadEvidence {
  /// For or against; a discussion has ``threshold`` or more.
  private(set) var score = 0.0
  private static let threshold = 2.5

  /// What happens twice may be chance.
  private static let thresholdForTwo = 3.0

  private var count = 0

  var isThread: Bool { score >= (count > 2 ? Self.threshold : Self.thresholdForTwo) }

  /// - Complexity: O(size of the records)
  init(_ leaves: RecordLeaves, author: AuthorSlot) {
    let survey = leaves.survey
    let page = survey.page
    count = leaves.leaves.count
    guard count > 1 else { return }
    var answered = 0
    var worded = 0
    var headed = 0
    var linkBytes = 0
    var bytes = 0
    for record in leaves.leaves {
      var hasProse = false
      var isAnswered = false
      var isHeaded = false
      for index in record {
        let leaf = survey.leaves[index]
        isAnswered = isAnswered || leaf.kind == .answer
        isHeaded = isHeaded || leaf.isLink && !author.isName(index) && Self.isHeading(leaf, page)
        guard leaf.kind == .words, !author.isName(index) else { continue }
        hasProse = hasProse || survey.wordCount(of: index..<(index + 1)) > 0
        bytes += leaf.count
        if leaf.isLink { linkBytes += leaf.count }
      }
      answered += isAnswered ? 1 : 0
      worded += hasProse ? 1 : 0
      headed += isHeaded ? 1 : 0
    }
    guard worded * 2 >= count, linkBytes * 2 <= bytes else { return }
    let isAnswered = answered * 2 >= count
    if headed * 2 >= count, !isAnswered { return }
    var hints = ElementHints(of: leaves.set.nodes[count / 2], on: page)
    var around: ElementHints = []
    for (level, node) in page.tree.ancestors(of: leaves.set.nodes[0]).enumerated() {
      if page.tree.isElement(node, .body) { break }
      if [.aside, .nav, .footer, .header].contains(page.tree.name(of: node)) { return }
      if level < 6 { around.formUnion(ElementHints(of: node, on: page)) }
    }
    // Works that a text refers to have authors, dates and titles, and are no thread.
    if hints.union(around).contains(.notes) { return }
    for slot in leaves.slots.values where slot.records * 2 > count { hints.formUnion(slot.hints.intersection(.thread)) }
    if isAnswered { score += 2 }
    if hints.contains(.thread) { score += 2 } else if around.contains(.thread) { score += 1.5 }
    score += author.coverage * 10 >= count * 6 ? 1 : -1
    if leaves.set.containers.contains(where: { $0 != nil }) { score += 0.5 }
    if hints.contains(.other) || around.contains(.other) { score -= 2 }
  }

  /// Whether a link is a heading that leads to another page: not to a place in this one.
  private static func isHeading(_ leaf: PageLeaf, _ page: ThreadPage) -> Bool {
    guard [.h1, .h2, .h3, .h4].contains(page.tree.name(of: leaf.block)) else { return false }
    let nodes = [leaf.element] + page.tree.ancestors(of: leaf.element).prefix(3)
    guard let link = nodes.first(where: { page.tree.isElement($0, .a) }) else { return false }
    return page.tree.attribute(.href, of: link).map { !$0.contains(0x23) } ?? false
  }
}
