import HTMLParsing

/// The texts of each record of a set, its own ones, and how the records resemble each other in them.
struct RecordLeaves {
  /// Texts that stand in like elements of several records.
  struct Slot {
    /// In how many records there are any.
    var records = 0
    var lastRecord = -1
    /// Index of the first.
    var firstLeaf = 0
    /// In how many records one stands before the first prose.
    var leading = 0
    var count = 0
    var bytes = 0
    var longest = 0
    /// Hashes of the first few different texts.
    var values: Set<UInt64> = []
    var hints: ElementHints = []
  }

  let survey: LeafSurvey
  let set: RecordSet
  /// Indices of the leaves of each record.
  let leaves: [[Int]]
  /// The slot of each leaf of a record.
  private(set) var slotOf: [Int: UInt64] = [:]
  private(set) var slots: [UInt64: Slot] = [:]

  /// - Complexity: O(size of the page)
  init(_ set: RecordSet, _ survey: LeafSurvey) {
    self.set = set
    self.survey = survey
    var owner = [Int](repeating: -1, count: survey.leaves.count)
    for record in set.nodes.indices {
      // Inner records come later and take theirs.
      for leaf in survey.first(from: set.nodes[record])..<survey.first(from: set.end(of: record)) {
        owner[leaf] = record
      }
    }
    var leaves = [[Int]](repeating: [], count: set.nodes.count)
    for (leaf, record) in owner.enumerated() where record >= 0 { leaves[record].append(leaf) }
    self.leaves = leaves
    fillSlots()
  }

  private mutating func fillSlots() {
    let likeness = Likeness(survey.page.tree)
    for record in leaves.indices {
      var hasProse = false
      for index in leaves[record] {
        let leaf = survey.leaves[index]
        let key = likeness.signature(of: leaf.element) &* 31 &+ likeness.signature(of: leaf.block)
        slotOf[index] = key
        hasProse = hasProse || survey.wordCount(of: index..<(index + 1)) > 0
        var slot = slots[key] ?? Slot()
        if slot.count == 0 { (slot.hints, slot.firstLeaf) = (hints(leaf, record), index) }
        if slot.lastRecord != record {
          slot.records += 1
          slot.lastRecord = record
          if !hasProse { slot.leading += 1 }
        }
        slot.count += 1
        slot.bytes += leaf.count
        slot.longest = max(slot.longest, leaf.count)
        if slot.values.count < 8 { slot.values.insert(hash(leaf)) }
        slots[key] = slot
      }
    }
  }

  private func hash(_ leaf: PageLeaf) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in survey.page.tree.text[survey.page.tree.textRange(of: leaf.node)] where !byte.isHTMLSpace {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash
  }

  /// What the elements around a leaf say, up to its block and one beyond, not beyond its record.
  private func hints(_ leaf: PageLeaf, _ record: Int) -> ElementHints {
    var hints: ElementHints = []
    var node: HTMLNode? = leaf.element
    var isBeyond = false
    while let current = node, current > set.nodes[record] {
      hints.formUnion(ElementHints(of: current, on: survey.page))
      if isBeyond { break }
      isBeyond = current == leaf.block
      node = survey.page.tree.parent(of: current)
    }
    return hints
  }

  /// Whether a slot says the same in all records: a label.
  func isLabel(_ slot: Slot) -> Bool {
    slot.records > 2 && slot.values.count <= min(max(1, slot.records / 8), 4) && slot.longest <= 80
  }
}
