import HTMLParsing

/// Finds elements that repeat around texts of one kind, each around one of them: dates, or what answers.
///
/// From every such text all climb at once. As long as each stands in an element of its own, these are parts of records;
/// where those of several meet, it is the list. A reply's climb may pass through the record that it answers: what has
/// been passed by another, lower down, is not gone into.
struct RecordFinder {
  private let survey: LeafSurvey
  private let likeness: Likeness

  /// No record's date stands deeper in it.
  private static let maximumClimb = 14

  init(_ survey: LeafSurvey) {
    self.survey = survey
    likeness = Likeness(survey.page.tree)
  }

  /// Elements that may be the records of a discussion.
  struct Finding {
    var nodes: [HTMLNode]
    /// Whether what follows each, up to the next, belongs to it.
    var runsOn: Bool
  }

  /// The repetitions around the leaves of a kind, those of more records first.
  ///
  /// - Complexity: O(size of the page)
  func findings(around kind: PageLeaf.Kind) -> [Finding] {
    var groups: [UInt64: [Int]] = [:]
    var order: [UInt64] = []
    for (index, leaf) in survey.leaves.enumerated() where leaf.kind == kind {
      let parent = survey.page.tree.parent(of: leaf.element) ?? leaf.element
      let key = likeness.signature(of: leaf.element) &* 31 &+ likeness.signature(of: parent)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(index)
    }
    return order.compactMap { key in groups[key].flatMap { $0.count > 1 ? finding($0) : nil } }
      .sorted { $0.nodes.count > $1.nodes.count }
  }

  /// Whether elements stand in the same part of the page as records do.
  func isAmong(_ nodes: [HTMLNode], _ records: [HTMLNode]) -> Bool {
    guard let first = records.min(), let last = records.max(), let begin = nodes.min(), let end = nodes.max() else {
      return false
    }
    let tree = survey.page.tree
    let list = tree.ancestors(of: first).first { tree.subtreeEnd(of: $0) > last } ?? .document
    return begin > list && end < tree.subtreeEnd(of: list)
  }

  private func finding(_ anchors: [Int]) -> Finding? {
    let tree = survey.page.tree
    var climbers = anchors.map { survey.leaves[$0].element }
    // Two dates of one record stand beside each other: the first counts.
    var passed: [HTMLNode: Int] = [:]
    var best: [HTMLNode]?
    var isContentful = false
    for level in 0..<Self.maximumClimb {
      let distinct = Self.distinct(climbers)
      let isFull = hasWords(distinct)
      if let current = best, distinct.count < current.count {
        // Some have met. As long as there were no words yet, they may have been of one record.
        if isContentful { break }
        guard distinct.count * 3 >= current.count * 2, distinct.count > 1 else {
          return Finding(nodes: current, runsOn: true)
        }
      }
      guard distinct.count > 1, isAlike(distinct) || !isContentful else { break }
      best = distinct
      isContentful = isContentful || isFull
      var next: [HTMLNode] = []
      for node in distinct {
        guard let parent = tree.parent(of: node), !tree.isElement(parent, .body), tree.kind(of: parent) == .element
        else {
          return finished(best, isContentful)
        }
        next.append(parent)
      }
      for node in distinct where passed[node] == nil { passed[node] = level }
      // Into a record that was passed lower down: what is climbed from is a list of replies.
      if next.contains(where: { passed[$0] != nil }) { break }
      climbers = next
    }
    return finished(best, isContentful)
  }

  private func finished(_ nodes: [HTMLNode]?, _ isContentful: Bool) -> Finding? {
    guard let nodes, nodes.count > 1 else { return nil }
    return Finding(nodes: together(nodes), runsOn: !isContentful)
  }

  /// The elements that look like records and stand beside them: deleted or collapsed ones may have no date.
  func others(like records: [HTMLNode]) -> [HTMLNode] {
    let tree = survey.page.tree
    let known = Set(records)
    let signatures = Set(records.map { likeness.signature(of: $0) })
    var result: [HTMLNode] = []
    for parent in Set(records.compactMap { tree.parent(of: $0) }) {
      for node in tree.children(of: parent) where tree.kind(of: node) == .element && !known.contains(node) {
        if signatures.contains(likeness.signature(of: node)), !survey.leaves(of: node).isEmpty { result.append(node) }
      }
    }
    return result
  }

  /// The nodes without those that look otherwise and stand elsewhere: the date of the article may look like those of
  /// its comments.
  private func together(_ nodes: [HTMLNode]) -> [HTMLNode] {
    let tree = survey.page.tree
    let signatures = nodes.map { likeness.signature(of: $0) }
    var counts: [UInt64: Int] = [:]
    for signature in signatures { counts[signature, default: 0] += 1 }
    guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return nodes }
    let alike = zip(nodes, signatures).filter { $0.1 == most }.map(\.0)
    guard let first = alike.min(), let last = alike.max(), alike.count > 1 else { return nodes }
    let list = tree.ancestors(of: first).first { tree.subtreeEnd(of: $0) > last } ?? .document
    let end = tree.subtreeEnd(of: list)
    return zip(nodes, signatures).filter { $0.1 == most || $0.0 > list && $0.0 < end }.map(\.0)
  }

  /// The nodes without repetition; they come in the order of the page.
  private static func distinct(_ nodes: [HTMLNode]) -> [HTMLNode] {
    var seen: Set<HTMLNode> = []
    return nodes.filter { seen.insert($0).inserted }
  }

  /// Whether most of the elements look the same.
  private func isAlike(_ nodes: [HTMLNode]) -> Bool {
    var counts: [UInt64: Int] = [:]
    for node in nodes { counts[likeness.signature(of: node), default: 0] += 1 }
    return (counts.values.max() ?? 0) * 10 >= nodes.count * 7
  }

  /// Whether there are words of their own in most of the elements: besides heads and controls.
  private func hasWords(_ nodes: [HTMLNode]) -> Bool {
    var open: [(end: HTMLNode, words: Int)] = []
    var count = 0
    func close() { if let last = open.popLast(), last.words > 0 { count += 1 } }
    for node in nodes.sorted() {
      while let last = open.last, last.end <= node { close() }
      let words = words(in: node)
      // What stands in an inner one is not the outer one's.
      if !open.isEmpty { open[open.count - 1].words -= words }
      open.append((survey.page.tree.subtreeEnd(of: node), words))
    }
    while !open.isEmpty { close() }
    return count * 2 > nodes.count
  }

  private func words(in node: HTMLNode) -> Int { survey.wordCount(of: survey.leaves(of: node)) }
}
