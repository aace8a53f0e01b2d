import HTMLParsing

/// A ``Query`` of one page: its names are those of the page's tree.
///
/// Alternatives that nothing on the page can match are left out at once, so that asking for what is not there is cheap.
/// An object of plain numbers in a few tables, since it is asked again and again for every element of the page.
final class PageQuery: Sendable {
  private struct Attribute {
    var name: HTMLName
    var test: Query.Compound.Test
    /// In the bytes of the query.
    var value: Range<Int>
  }

  private struct Compound {
    var tag: HTMLName?
    /// In the words of the query.
    var classes: Range<Int>
    /// In the attributes of the query.
    var attributes: Range<Int>
    var isDirect: Bool
  }

  private struct Alternative {
    /// In the compounds of the query, what it has to stand in before the element itself; empty for the element that is
    /// asked.
    var steps: Range<Int>
    var attribute: HTMLName?
    /// In the bytes of the query.
    var prefix: Range<Int>?
  }

  private let page: ThreadPage
  private let tree: HTMLTree
  private let alternatives: [Alternative]
  /// What the element of each alternative has at least, see ``HTMLTree/marks(of:)``: looking at this first costs next to
  /// nothing.
  private let neededMarks: [UInt64]
  private let compounds: [Compound]
  private let attributes: [Attribute]
  /// Places of class words in the bytes.
  private let words: [Range<Int>]
  private let bytes: [UInt8]

  init(_ query: Query, of page: ThreadPage) {
    var tables = Tables(page.tree)
    for alternative in query.alternatives where tables.mayMatch(alternative) { tables.add(alternative) }
    self.page = page
    tree = page.tree
    alternatives = tables.alternatives
    neededMarks = tables.marks
    compounds = tables.compounds
    attributes = tables.attributes
    words = tables.words
    bytes = tables.bytes
  }

  /// The tables of a query while they are made.
  private struct Tables {
    let tree: HTMLTree
    var alternatives: [Alternative] = []
    var marks: [UInt64] = []
    var compounds: [Compound] = []
    var attributes: [Attribute] = []
    var words: [Range<Int>] = []
    var bytes: [UInt8] = []

    init(_ tree: HTMLTree) { self.tree = tree }

    /// Whether the page has all classes and names that an alternative asks for, and may have its identifiers.
    func mayMatch(_ alternative: Query.Alternative) -> Bool {
      alternative.steps.allSatisfy { step in
        step.classes.allSatisfy { tree.mayHaveClass($0) } && step.tag.map { tree.name($0) != nil } ?? true
          && step.attributes.allSatisfy(mayHave)
      } && alternative.attribute.map { tree.name($0) != nil } ?? true
    }

    private func mayHave(_ attribute: Query.Compound.Attribute) -> Bool {
      guard let name = tree.name(attribute.name) else { return false }
      if name == .class, !attribute.value.contains(where: \.isHTMLSpace) {
        return tree.mayHaveClass(holding: attribute.value)
      }
      let asksBeginning = attribute.test == .equals || attribute.test == .begins
      return name != .id || !asksBeginning || tree.mayHaveIdentifier(beginning: attribute.value)
    }

    mutating func add(_ alternative: Query.Alternative) {
      let start = compounds.count
      for step in alternative.steps { add(step) }
      alternatives.append(
        Alternative(
          steps: start..<compounds.count,
          attribute: alternative.attribute.flatMap { tree.name($0) },
          prefix: alternative.prefix.map { add($0) }
        )
      )
      var needed: UInt64 = 0
      if let last = alternative.steps.last {
        for word in last.classes { needed |= HTMLTree.mark(ofClass: word) }
        for attribute in last.attributes.compactMap({ tree.name($0.name) }) {
          needed |= HTMLTree.mark(ofAttribute: attribute)
        }
      }
      marks.append(needed)
    }

    private mutating func add(_ step: Query.Compound) {
      let (firstWord, firstAttribute) = (words.count, attributes.count)
      for word in step.classes { words.append(add(word)) }
      for attribute in step.attributes {
        guard let name = tree.name(attribute.name) else { continue }
        attributes.append(Attribute(name: name, test: attribute.test, value: add(attribute.value)))
      }
      compounds.append(
        Compound(
          tag: step.tag.flatMap { tree.name($0) },
          classes: firstWord..<words.count,
          attributes: firstAttribute..<attributes.count,
          isDirect: step.isDirect
        )
      )
    }

    private mutating func add(_ part: [UInt8]) -> Range<Int> {
      bytes += part
      return bytes.count - part.count..<bytes.count
    }
  }

  /// Whether nothing on the page can match.
  var isEmpty: Bool { alternatives.isEmpty }

  /// How many alternatives may match; they are asked for by number.
  var count: Int { alternatives.count }

  /// Whether an alternative may match any of some elements; false is certain.
  func mayMatch(_ elements: OwnElements, alternative: Int) -> Bool {
    elements.marks & neededMarks[alternative] == neededMarks[alternative]
  }

  /// Whether the element itself is what is looked for, by any alternative.
  func matches(_ node: HTMLNode) -> Bool {
    let own = tree.marks(of: node)
    for index in neededMarks.indices where own & neededMarks[index] == neededMarks[index] {
      if matchesWhole(node, alternative: index) { return true }
    }
    return false
  }

  /// Which of several queries of one page match any of some elements, by number: asked of each element once, whatever
  /// they are.
  ///
  /// - Complexity: O(nodes × alternatives)
  static func matching(_ queries: [PageQuery], in nodes: HTMLNodeRange) -> [Int] {
    guard let tree = queries.first?.tree else { return [] }
    var sought = queries.enumerated().flatMap { number, query in
      query.neededMarks.enumerated().map { (number: number, alternative: $0, marks: $1) }
    }
    // Elements without any attribute are half of a page.
    let asksAttributes = sought.allSatisfy { $0.marks != 0 }
    var found: Set<Int> = []
    for node in nodes {
      let (own, count) = (tree.marks(of: node), found.count)
      if own == 0, asksAttributes { continue }
      for place in sought.indices where own & sought[place].marks == sought[place].marks {
        let (number, alternative, _) = sought[place]
        if queries[number].matchesWhole(node, alternative: alternative) { found.insert(number) }
      }
      guard found.count > count else { continue }
      sought.removeAll { found.contains($0.number) }
      if sought.isEmpty { break }
    }
    return Array(found)
  }

  /// Whether the element itself is what one alternative looks for.
  ///
  /// - Complexity: O(length of its attributes), and O(depth) where it has to stand in something
  func matches(_ node: HTMLNode, alternative: Int) -> Bool {
    let needed = neededMarks[alternative]
    return tree.marks(of: node) & needed == needed && matchesWhole(node, alternative: alternative)
  }

  private func matchesWhole(_ node: HTMLNode, alternative: Int) -> Bool {
    let steps = alternatives[alternative].steps
    var wanted = steps.upperBound - 1
    guard wanted >= steps.lowerBound, matches(node, compounds[wanted]) else { return false }
    var current = node
    while wanted > steps.lowerBound {
      guard let parent = tree.parent(of: current) else { return false }
      current = parent
      if matches(current, compounds[wanted - 1]) {
        wanted -= 1
      } else if compounds[wanted].isDirect {
        return false
      }
    }
    return true
  }

  /// Whether an alternative asks the element itself, without a selector.
  func asksItself(_ alternative: Int) -> Bool { alternatives[alternative].steps.isEmpty }

  /// What a matching element says: its text or the attribute's value, safe and of one line; `nil` where it says nothing.
  func value(of node: HTMLNode, alternative: Int) -> String? {
    let alternative = alternatives[alternative]
    guard let name = alternative.attribute else {
      let text = page.text(of: node)
      return text.isEmpty ? nil : text
    }
    guard let value = tree.attribute(name, of: node) else { return nil }
    guard let prefix = alternative.prefix else {
      let text = ThreadPage.field(value)
      return text.isEmpty ? nil : text
    }
    let end = bytes.withUnsafeBufferPointer { bytes in
      value.withUnsafeBufferPointer { $0.end(ofFirst: UnsafeBufferPointer(rebasing: bytes[prefix])) }
    }
    guard let end else { return nil }
    let rest = value.dropFirst(end).drop { $0 == 0x20 || $0 == 0x3a }
    let word = rest.prefix { $0 >= 0x80 || $0 == 0x2d || $0 == 0x5f || $0.isASCIILetter || $0.isDigit }
    return word.isEmpty ? nil : ThreadPage.field(word)
  }

  private func matches(_ node: HTMLNode, _ compound: Compound) -> Bool {
    guard tree.kind(of: node) == .element else { return false }
    if let tag = compound.tag, tree.name(of: node) != tag { return false }
    // Attributes first: most of them are ids, which say more than classes.
    for index in compound.attributes {
      let attribute = attributes[index]
      let holds = bytes.withUnsafeBufferPointer { bytes in
        let wanted = UnsafeBufferPointer(rebasing: bytes[attribute.value])
        return tree.hasAttribute(attribute.name, of: node) { value in
          switch attribute.test {
          case .exists: true
          case .equals: value.holdsSameBytes(as: wanted)
          case .begins: UnsafeBufferPointer(rebasing: value.prefix(wanted.count)).holdsSameBytes(as: wanted)
          case .ends: UnsafeBufferPointer(rebasing: value.suffix(wanted.count)).holdsSameBytes(as: wanted)
          case .contains: value.end(ofFirst: wanted) != nil
          }
        }
      }
      guard holds else { return false }
    }
    for word in compound.classes where !hasClass(words[word], node) { return false }
    return true
  }

  private func hasClass(_ word: Range<Int>, _ node: HTMLNode) -> Bool {
    bytes.withUnsafeBufferPointer { tree.hasToken(UnsafeBufferPointer(rebasing: $0[word]), in: .class, of: node) }
  }
}
