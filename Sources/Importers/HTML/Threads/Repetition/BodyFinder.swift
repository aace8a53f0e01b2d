import HTMLParsing

/// Tells the words of records from their heads and controls.
struct BodyFinder {
  private let leaves: RecordLeaves
  private let author: AuthorSlot
  /// Slots with sentences in them: what stands there are words, however short.
  private let proseSlots: Set<UInt64>
  /// How often each element holds all words of a record, by likeness.
  private let holders: [UInt64: Int]
  private let likeness: Likeness

  init(_ leaves: RecordLeaves, author: AuthorSlot) {
    self.leaves = leaves
    self.author = author
    likeness = Likeness(leaves.survey.page.tree)
    var prose: Set<UInt64> = []
    for index in leaves.leaves.joined() where leaves.survey.wordCount(of: index..<(index + 1)) > 0 {
      guard let key = leaves.slotOf[index], let slot = leaves.slots[key], !leaves.isLabel(slot) else { continue }
      prose.insert(key)
    }
    // A rank or a motto may be as long as a short sentence; where there is more than that, words are longer.
    let long = prose.filter { leaves.slots[$0].map { $0.longest >= 60 } ?? false }
    if !long.isEmpty { prose = long }
    proseSlots = prose
    var holders: [UInt64: Int] = [:]
    for record in leaves.leaves.indices {
      let words = Self.words(of: record, leaves, author, prose)
      if let node = Self.holder(words, record, leaves) { holders[likeness.signature(of: node), default: 0] += 1 }
    }
    self.holders = holders
  }

  /// The words of a record.
  ///
  /// - Complexity: O(its texts × depth)
  func body(of record: Int) -> ThreadBody {
    let words = Self.words(of: record, leaves, author, proseSlots)
    guard var root = Self.holder(words, record, leaves), let last = words.last else {
      return ThreadBody(roots: [], omitted: [])
    }
    let tree = leaves.survey.page.tree
    let start = leaves.set.nodes[record]
    // A list or a quotation is part of the words, unless that is what the page puts all words into.
    while root > start, isPart(root), let parent = tree.parent(of: root), parent >= start { root = parent }
    var roots = [root]
    if leaves.set.runsOn, root < start || tree.subtreeEnd(of: root) > leaves.set.end(of: record) {
      roots = siblings(of: record, with: words)
    }
    return ThreadBody(roots: roots, omitted: omitted(record, words: words, in: roots, upTo: last))
  }

  private func isPart(_ node: HTMLNode) -> Bool {
    let tree = leaves.survey.page.tree
    switch tree.name(of: node) {
    case .li, .ul, .ol, .blockquote, .pre, .h1, .h2, .h3, .h4, .h5, .h6:
      return holders[likeness.signature(of: node), default: 0] * 10 < leaves.leaves.count * 6
    case let name: return LeafSurvey.isInline(name)
    }
  }

  /// The elements beside each other that make up a record and hold words of it.
  private func siblings(of record: Int, with words: [Int]) -> [HTMLNode] {
    let tree = leaves.survey.page.tree
    var result: [HTMLNode] = []
    var next: HTMLNode? = leaves.set.nodes[record]
    var position = 0
    while let node = next, node < leaves.set.end(of: record) {
      while position < words.count, leaves.survey.leaves[words[position]].node < node { position += 1 }
      if position < words.count, leaves.survey.leaves[words[position]].node < tree.subtreeEnd(of: node) {
        result.append(node)
      }
      next = tree.nextSibling(of: node)
    }
    return result
  }

  /// What else stands in the roots: each text that is none of the words, with as much around it as holds no words.
  private func omitted(_ record: Int, words: [Int], in roots: [HTMLNode], upTo last: Int) -> [HTMLNode] {
    let tree = leaves.survey.page.tree
    let survey = leaves.survey
    let wanted = Set(words)
    var result: [HTMLNode] = []
    var inner = record + 1
    while inner < leaves.set.nodes.count, leaves.set.nodes[inner] < leaves.set.end(of: record) {
      if leaves.set.containers[inner] == record { result.append(leaves.set.nodes[inner]) }
      inner += 1
    }
    for root in roots {
      let end = tree.subtreeEnd(of: root)
      var previous: HTMLNode?
      var position = 0
      for index in leaves.leaves[record] where survey.leaves[index].node >= root && survey.leaves[index].node < end {
        if wanted.contains(index) {
          previous = survey.leaves[index].node
          continue
        }
        while position < words.count, words[position] < index { position += 1 }
        let following = position < words.count ? survey.leaves[words[position]].node : nil
        var node = survey.leaves[index].node
        if let omitted = result.last, node > omitted, node < tree.subtreeEnd(of: omitted) { continue }
        while let parent = tree.parent(of: node), parent > root {
          if let previous, previous > parent { break }
          if let following, following < tree.subtreeEnd(of: parent) { break }
          node = parent
        }
        result.append(node)
      }
    }
    return result.sorted()
  }

  /// The innermost element with all the words.
  private static func holder(_ words: [Int], _ record: Int, _ leaves: RecordLeaves) -> HTMLNode? {
    guard let first = words.first, let last = words.last else { return nil }
    let tree = leaves.survey.page.tree
    var node = leaves.survey.leaves[first].element
    let end = leaves.survey.leaves[last].node
    while tree.subtreeEnd(of: node) <= end, let parent = tree.parent(of: node) { node = parent }
    return node
  }

  /// The leaves of a record that are its words.
  private static func words(
    of record: Int,
    _ leaves: RecordLeaves,
    _ author: AuthorSlot,
    _ prose: Set<UInt64>
  ) -> [Int] {
    let survey = leaves.survey
    var hasMoment = false
    var isProse: [Bool] = []
    for index in leaves.leaves[record] {
      let slot = leaves.slotOf[index] ?? 0
      let kind = survey.leaves[index].kind
      // The first date is the record's own, wherever it stands.
      let isOwnMoment = kind == .moment && !hasMoment
      hasMoment = hasMoment || kind == .moment
      isProse.append(prose.contains(slot) && !author.isName(index) && !isOwnMoment)
    }
    guard let first = isProse.firstIndex(of: true), let last = isProse.lastIndex(of: true) else {
      // No sentence: what is neither head nor control.
      return leaves.leaves[record].filter { index in
        guard let slot = leaves.slotOf[index].flatMap({ leaves.slots[$0] }) else { return false }
        return survey.leaves[index].kind == .words && !author.isName(index) && !leaves.isLabel(slot)
          && slot.records * 2 < leaves.leaves.count && !slot.hints.contains(.author)
      }
    }
    let blocks = Set(zip(leaves.leaves[record], isProse).filter { $0.1 }.map { survey.leaves[$0.0].block })
    return leaves.leaves[record].enumerated().filter { position, index in
      if isProse[position] { return true }
      if author.isName(index) || position < first { return false }
      if blocks.contains(survey.leaves[index].block) { return survey.leaves[index].kind != .answer }
      guard position < last, survey.leaves[index].kind == .words else { return false }
      return leaves.slotOf[index].flatMap { leaves.slots[$0] }.map { !leaves.isLabel($0) } ?? false
    }.map(\.1)
  }
}
