import HTMLParsing

/// Finds out which record answers which on a page of no known engine: by parent ids, by records within records, by a
/// number that says how deep, by how deep they stand in the page.
struct RepetitionNester {
  private let set: RecordSet
  private let tree: HTMLTree

  init(_ set: RecordSet) {
    self.set = set
    tree = set.page.tree
  }

  /// - Complexity: O(size of the records)
  func nest(_ records: inout [ThreadRecord]) {
    let numbers = depthNumbers()
    if nestByParents(&records) { return }
    if set.containers.contains(where: { $0 != nil }), numbers == nil {
      for (index, container) in set.containers.enumerated() {
        if let container { records[index].parent = container }
      }
      return
    }
    let depths = numbers ?? set.nodes.map { tree.ancestors(of: $0).count { _ in true } }
    var stack = IndentStack()
    for index in records.indices {
      records[index].parent = stack.place(index, indent: depths[index])
    }
  }

  // MARK: Parent ids

  /// Attributes such as `data-parent-id` that name another record in some records and none in others.
  private func nestByParents(_ records: inout [ThreadRecord]) -> Bool {
    var indices: [String: Int] = [:]
    for (index, record) in records.enumerated() where indices[record.id] == nil && !record.id.isEmpty {
      indices[record.id] = index
    }
    var parents = [Int?](repeating: nil, count: records.count)
    var said = 0
    var known = 0
    for index in records.indices {
      guard let value = parentValue(of: index) else { continue }
      said += 1
      let number = RecordIdentifier.number(in: value) ?? value
      guard let parent = indices[number] ?? indices[value], parent < index else { continue }
      parents[index] = parent
      known += 1
    }
    guard known * 4 >= records.count, known * 2 >= said || said * 2 >= records.count else { return false }
    for (index, parent) in parents.enumerated() {
      if let parent { records[index].parent = parent }
    }
    return true
  }

  private func parentValue(of record: Int) -> String? {
    for node in head(of: record) {
      for (name, value) in tree.attributes(of: node) where value.count <= 80 {
        let spelling = tree.spelling(of: name)
        guard spelling.hasPrefix("data-") || spelling.hasPrefix("parent") else { continue }
        if spelling.contains("parent") || spelling.contains("reply-to") || spelling.contains("replyto") {
          return ThreadPage.field(value)
        }
      }
    }
    return nil
  }

  // MARK: Numbers

  /// How a page may say how deep a record is.
  private enum Sign: CaseIterable { case attribute, level, word, margin, picture }

  /// A number for each record, greater for replies; `nil` where the page gives none.
  private func depthNumbers() -> [Int]? {
    for sign in Sign.allCases {
      let numbers = set.nodes.indices.map { number(sign, of: $0) }
      let given = numbers.compactMap { $0 }
      // No margin is none; everything else is said of all or of none.
      guard sign == .margin ? given.count * 2 >= numbers.count : given.count == numbers.count, let least = given.min(),
        let most = given.max(), least < most
      else {
        continue
      }
      // A thread begins at the top, and goes down step by step.
      guard numbers[0] ?? least == least else { continue }
      return numbers.map { $0 ?? least }
    }
    return nil
  }

  private func number(_ sign: Sign, of record: Int) -> Int? {
    for node in head(of: record) {
      if let number = number(sign, node) { return number }
    }
    return nil
  }

  private func number(_ sign: Sign, _ node: HTMLNode) -> Int? {
    switch sign {
    case .attribute:
      for (name, value) in tree.attributes(of: node) where value.count <= 4 {
        let spelling = tree.spelling(of: name)
        if ["depth", "level", "indent", "nest"].contains(where: { spelling.contains($0) }), spelling != "aria-level" {
          return Int(String(decoding: value, as: UTF8.self))
        }
      }
      return nil
    case .level: return tree.name("aria-level").flatMap { tree.string($0, of: node) }.flatMap { Int($0) }
    case .word:
      guard let classes = tree.attribute(.class, of: node) else { return nil }
      var found: Int?
      Likeness.forEachWord(of: classes) { word in
        let text = String(decoding: word, as: UTF8.self).lowercased()
        guard ["depth", "level", "indent", "lvl", "nest"].contains(where: { text.contains($0) }) else { return }
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
        if digits.count < 4, let number = Int(String(digits.reversed())) { found = number }
      }
      return found
    case .margin:
      guard let style = tree.string(.style, of: node)?.lowercased() else { return nil }
      for part in style.split(separator: ";") {
        guard part.contains("margin-left") || part.contains("padding-left") || part.contains("margin-inline-start"),
          let colon = part.firstIndex(of: ":")
        else { continue }
        let digits = part[colon...].dropFirst().drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        if digits.count < 6, let number = Int(digits) { return number }
      }
      return nil
    case .picture:
      guard tree.isElement(node, .img), let width = tree.string(.width, of: node) else { return nil }
      let isFlat = tree.string(.height, of: node).flatMap { Int($0) }.map { $0 <= 2 } ?? false
      return isFlat ? Int(width) : nil
    }
  }

  /// The elements at the beginning of a record, where such things are said.
  private func head(of record: Int) -> [HTMLNode] {
    var result: [HTMLNode] = []
    // What stands around a record and holds no other says it, too.
    var node = set.nodes[record]
    for _ in 0..<2 {
      guard let parent = tree.parent(of: node), tree.firstChild(of: parent).map({ isFirst(node, from: $0) }) ?? false,
        isAlone(record, in: parent)
      else { break }
      node = parent
      result.append(node)
    }
    result.reverse()
    var next = set.nodes[record]
    let end = min(set.end(of: record), HTMLNode(next.offset + 40))
    let inner = record + 1 < set.nodes.count ? set.nodes[record + 1] : nil
    while next < end {
      // What holds replies says how deep these are.
      if let inner, next != set.nodes[record], next <= inner, tree.subtreeEnd(of: next) > inner { break }
      if tree.kind(of: next) == .element { result.append(next) }
      next = next.next
    }
    return result
  }

  /// Whether only white space stands before a node in its parent.
  private func isFirst(_ node: HTMLNode, from first: HTMLNode) -> Bool {
    first == node || tree.kind(of: first) == .text && tree.subtreeEnd(of: first) == node
  }

  private func isAlone(_ record: Int, in parent: HTMLNode) -> Bool {
    let isLast = record + 1 == set.nodes.count || set.nodes[record + 1] >= tree.subtreeEnd(of: parent)
    let isFirst = record == 0 || set.nodes[record - 1] < parent
    return isFirst && (isLast || set.containers[record + 1] == record)
  }
}
