import HTMLParsing

/// A ``Query`` of one page: its names are those of the page's tree.
///
/// Alternatives that nothing on the page can match are left out at once, so that asking for what is not there is cheap.
struct PageQuery {
  private struct Attribute {
    var name: HTMLName
    var test: Query.Compound.Test
    var value: [UInt8]
  }

  // Objects, since they are asked again and again for every element of the page.

  private final class Compound {
    let tag: HTMLName?
    let classes: [[UInt8]]
    let attributes: [Attribute]
    let isDirect: Bool

    init(tag: HTMLName?, classes: [[UInt8]], attributes: [Attribute], isDirect: Bool) {
      self.tag = tag
      self.classes = classes
      self.attributes = attributes
      self.isDirect = isDirect
    }
  }

  private final class Alternative {
    let last: Compound?
    let others: [Compound]
    let attribute: HTMLName?
    let prefix: [UInt8]?

    init(last: Compound?, others: [Compound], attribute: HTMLName?, prefix: [UInt8]?) {
      self.last = last
      self.others = others
      self.attribute = attribute
      self.prefix = prefix
    }
  }

  /// What an alternative's element has at least: looking at this first costs next to nothing.
  private struct Filter: BitwiseCopyable {
    /// See ``ThreadPage/marks(of:)``.
    var marks: UInt64 = 0
    /// The number of its name; -1 where any will do, -2 for the element that is asked.
    var tag: Int32 = -2
  }

  private let page: ThreadPage
  private let alternatives: [Alternative]
  private let filters: [Filter]

  init(_ query: Query, of page: ThreadPage) {
    self.page = page
    let alternatives: [Alternative] = query.alternatives.compactMap { alternative in
      var steps: [Compound] = []
      for step in alternative.steps {
        guard let compound = Self.compound(step, page) else { return nil }
        steps.append(compound)
      }
      var attribute: HTMLName?
      if let wanted = alternative.attribute {
        guard let name = page.tree.name(wanted) else { return nil }
        attribute = name
      }
      let last = steps.popLast()
      return Alternative(last: last, others: steps, attribute: attribute, prefix: alternative.prefix)
    }
    self.alternatives = alternatives
    filters = alternatives.map { $0.last.map(Self.filter) ?? Filter() }
  }

  private static func filter(_ compound: Compound) -> Filter {
    var filter = Filter(tag: compound.tag.map { Int32(truncatingIfNeeded: $0.number) } ?? -1)
    for word in compound.classes { filter.marks |= ThreadPage.mark(ofClass: word) }
    for attribute in compound.attributes { filter.marks |= ThreadPage.mark(ofAttribute: attribute.name) }
    return filter
  }

  private static func compound(_ compound: Query.Compound, _ page: ThreadPage) -> Compound? {
    guard compound.classes.allSatisfy({ page.mayHaveClass($0) }) else { return nil }
    var tag: HTMLName?
    if let name = compound.tag {
      tag = page.tree.name(name)
      if tag == nil { return nil }
    }
    var attributes: [Attribute] = []
    for attribute in compound.attributes {
      guard let name = page.tree.name(attribute.name) else { return nil }
      attributes.append(Attribute(name: name, test: attribute.test, value: attribute.value))
    }
    return Compound(tag: tag, classes: compound.classes, attributes: attributes, isDirect: compound.isDirect)
  }

  /// Whether nothing on the page can match.
  var isEmpty: Bool { alternatives.isEmpty }

  /// How many alternatives may match; they are asked for by number.
  var count: Int { alternatives.count }

  /// Whether the element itself is what is looked for, by any alternative.
  func matches(_ node: HTMLNode) -> Bool {
    for index in filters.indices where matches(node, alternative: index) { return true }
    return false
  }

  /// Whether the element itself is what one alternative looks for.
  ///
  /// - Complexity: O(length of its attributes), and O(depth) where it has to stand in something
  func matches(_ node: HTMLNode, alternative: Int) -> Bool {
    let filter = filters[alternative]
    guard page.marks(of: node) & filter.marks == filter.marks, filter.tag != -2,
      filter.tag == -1 || filter.tag == Int32(truncatingIfNeeded: page.tree.name(of: node).number)
    else { return false }
    return matchesWhole(node, alternative)
  }

  private func matchesWhole(_ node: HTMLNode, _ alternative: Int) -> Bool {
    let alternative = alternatives[alternative]
    guard let last = alternative.last, matches(node, last) else { return false }
    var wanted = alternative.others.count - 1
    var isDirect = last.isDirect
    guard wanted >= 0 else { return true }
    for ancestor in page.tree.ancestors(of: node) {
      if matches(ancestor, alternative.others[wanted]) {
        isDirect = alternative.others[wanted].isDirect
        wanted -= 1
        if wanted < 0 { return true }
      } else if isDirect {
        return false
      }
    }
    return false
  }

  /// Whether an alternative asks the element itself, without a selector.
  func asksItself(_ alternative: Int) -> Bool { filters[alternative].tag == -2 }

  /// What a matching element says: its text or the attribute's value, safe and of one line; `nil` where it says nothing.
  func value(of node: HTMLNode, alternative: Int) -> String? {
    let alternative = alternatives[alternative]
    guard let name = alternative.attribute else {
      let text = page.text(of: node)
      return text.isEmpty ? nil : text
    }
    guard let bytes = page.tree.attribute(name, of: node) else { return nil }
    guard let prefix = alternative.prefix else {
      let text = ThreadPage.field(bytes)
      return text.isEmpty ? nil : text
    }
    guard let start = Self.end(of: prefix, in: bytes) else { return nil }
    let rest = bytes[start...].drop { $0 == 0x20 || $0 == 0x3a }
    let word = rest.prefix { $0 >= 0x80 || $0 == 0x2d || $0 == 0x5f || Self.isLetterOrDigit($0) }
    return word.isEmpty ? nil : ThreadPage.field(word)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  /// Behind the first place where `part` stands in `bytes`.
  private static func end(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = part.first, bytes.count >= part.count else { return nil }
    for start in bytes.startIndex...(bytes.endIndex - part.count)
    where bytes[start] == first && bytes[start..<(start + part.count)].elementsEqual(part) {
      return start + part.count
    }
    return nil
  }

  private func matches(_ node: HTMLNode, _ compound: Compound) -> Bool {
    let tree = page.tree
    guard tree.kind(of: node) == .element else { return false }
    if let tag = compound.tag, tree.name(of: node) != tag { return false }
    if !compound.classes.isEmpty {
      guard let words = tree.attribute(.class, of: node) else { return false }
      for word in compound.classes where !ThreadPage.hasWord(word, in: words) { return false }
    }
    for attribute in compound.attributes {
      guard let value = tree.attribute(attribute.name, of: node) else { return false }
      let holds =
        switch attribute.test {
        case .exists: true
        case .equals: value.elementsEqual(attribute.value)
        case .begins: value.starts(with: attribute.value)
        case .ends: value.suffix(attribute.value.count).elementsEqual(attribute.value)
        case .contains: Self.end(of: attribute.value, in: value) != nil
        }
      guard holds else { return false }
    }
    return true
  }
}
