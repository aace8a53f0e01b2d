import HTMLParsing

/// Where the records of a set name who wrote them.
struct AuthorSlot {
  private let leaves: RecordLeaves
  /// The slot of the names; `nil` where none is found.
  let slot: UInt64?
  /// The signature of the element that holds a name in most records, so that a name without a link is found, too.
  private let holder: UInt64?
  private let likeness: Likeness
  /// Whether names stand in the texts of the dates: `bob, 3 hours ago`.
  let isInMoment: Bool
  /// How many records name somebody.
  private(set) var coverage = 0

  /// - Complexity: O(size of the records)
  init(_ leaves: RecordLeaves) {
    self.leaves = leaves
    likeness = Likeness(leaves.survey.page.tree)
    var best: (score: Double, key: UInt64)?
    for (key, slot) in leaves.slots {
      let score = Self.score(slot, leaves)
      guard score > 0 else { continue }
      if best.map({ (score, key) > $0 }) ?? true { best = (score, key) }
    }
    slot = best?.key
    var holders: [UInt64: Int] = [:]
    if let slot {
      for record in leaves.leaves.indices {
        guard let leaf = leaves.leaves[record].first(where: { leaves.slotOf[$0] == slot }) else { continue }
        if let node = Self.holder(of: leaves.survey.leaves[leaf], record, leaves) {
          holders[likeness.signature(of: node), default: 0] += 1
        }
      }
    }
    holder = holders.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    var named = 0
    for record in leaves.leaves.indices where Self.nameInMoment(of: record, leaves) != nil { named += 1 }
    isInMoment = slot == nil && named * 2 > leaves.leaves.count
    coverage = leaves.leaves.indices.count { name(in: $0) != nil }
  }

  /// Who wrote a record.
  func name(in record: Int) -> String? {
    if isInMoment { return Self.nameInMoment(of: record, leaves) }
    guard let slot else { return nil }
    let survey = leaves.survey
    for index in leaves.leaves[record] {
      let leaf = survey.leaves[index]
      if leaves.slotOf[index] == slot, let name = EngineReader.name(survey.text(leaf)) { return name }
      if let holder, leaf.count <= 80, leaf.kind == .words, let node = Self.holder(of: leaf, record, leaves),
        likeness.signature(of: node) == holder, !hasSlot(in: node, of: record),
        let name = EngineReader.name(survey.text(leaf))
      {
        return name
      }
    }
    return Self.nameInMoment(of: record, leaves) ?? nameBeforeWords(in: record)
  }

  /// Whether the name stands in an element, as what else is in it is none: `Posted by`.
  private func hasSlot(in node: HTMLNode, of record: Int) -> Bool {
    let end = leaves.survey.page.tree.subtreeEnd(of: node)
    return leaves.leaves[record].contains { index in
      leaves.slotOf[index] == slot && leaves.survey.leaves[index].node > node && leaves.survey.leaves[index].node < end
    }
  }

  /// The first link to somebody's page before the words, or text that `says` follows: the names of some may look
  /// otherwise than those of most.
  private func nameBeforeWords(in record: Int) -> String? {
    let survey = leaves.survey
    for index in leaves.leaves[record] {
      let leaf = survey.leaves[index]
      if survey.wordCount(of: index..<(index + 1)) > 0 { return nil }
      guard leaf.kind == .words else { continue }
      if leaf.isLink && leaf.count <= 60 && Self.isProfileLink(leaf, survey.page) || Self.isSaid(by: index, survey) {
        return EngineReader.name(survey.text(leaf))
      }
    }
    return nil
  }

  /// Whether a leaf is the name of who wrote the record.
  func isName(_ index: Int) -> Bool { slot != nil && leaves.slotOf[index] == slot }

  /// The innermost element around a leaf that says it holds an author.
  private static func holder(of leaf: PageLeaf, _ record: Int, _ leaves: RecordLeaves) -> HTMLNode? {
    var node: HTMLNode? = leaf.element
    for _ in 0..<3 {
      guard let current = node, current > leaves.set.nodes[record] else { return nil }
      if ElementHints(of: current, on: leaves.survey.page).contains(.author) { return current }
      node = leaves.survey.page.tree.parent(of: current)
    }
    return nil
  }

  private static func nameInMoment(of record: Int, _ leaves: RecordLeaves) -> String? {
    let survey = leaves.survey
    for index in leaves.leaves[record] where survey.leaves[index].kind == .moment {
      let text = Array(survey.text(survey.leaves[index]).utf8)
      let name: String? = text.withUnsafeBufferPointer { buffer in
        var reader = HeadLineReader(SourceText(buffer))
        let line = reader.read(0..<buffer.count)
        guard line.isNameAndMoment || line.hasSays, let range = line.name else { return nil }
        return String(decoding: buffer[range], as: UTF8.self)
      }
      if let name { return name }
    }
    return nil
  }

  /// How much a slot looks like that of the names; 0 or less when it does not.
  private static func score(_ slot: RecordLeaves.Slot, _ leaves: RecordLeaves) -> Double {
    let records = leaves.leaves.count
    let share = Double(slot.records) / Double(records)
    guard share >= 0.4, slot.longest <= 90, slot.bytes / slot.count <= 40, !leaves.isLabel(slot) else { return 0 }
    let leaf = leaves.survey.leaves[slot.firstLeaf]
    guard leaf.kind == .words else { return 0 }
    var score = share
    if slot.hints.contains(.author) { score += 1.2 }
    if isProfileLink(leaf, leaves.survey.page) {
      score += 1
    } else if isSaid(by: slot.firstLeaf, leaves.survey) {
      // In some records it may be said of whom they quote.
      score += share
    }
    // Names come before the words, and once.
    score += 0.6 * Double(slot.leading) / Double(slot.records)
    score -= 0.8 * (Double(slot.count) / Double(slot.records) - 1)
    if slot.values.count == 1, records > 3 { score -= 0.6 }
    return score > 1.3 ? score : 0
  }

  /// Whether a leaf is followed by `says:` or a word like it, and nothing else.
  private static func isSaid(by index: Int, _ survey: LeafSurvey) -> Bool {
    guard index + 1 < survey.leaves.count, survey.leaves[index].count <= 80, survey.leaves[index + 1].count <= 40 else {
      return false
    }
    let text = Array("name \(survey.text(survey.leaves[index + 1]))".utf8)
    return text.withUnsafeBufferPointer { buffer in
      var reader = HeadLineReader(SourceText(buffer))
      let line = reader.read(0..<buffer.count)
      return line.hasSays && line.nameWords == 1 && line.restWords == 0
    }
  }

  private static func isProfileLink(_ leaf: PageLeaf, _ page: ThreadPage) -> Bool {
    var node: HTMLNode? = leaf.element
    for _ in 0..<3 {
      guard let current = node else { return false }
      if page.tree.isElement(current, .a), let address = page.tree.string(.href, of: current)?.lowercased() {
        return ["user", "profil", "member", "author", "people", "/u/", "/@", "/~", "account", "avatar"].contains {
          address.contains($0)
        }
      }
      node = page.tree.parent(of: current)
    }
    return false
  }
}
