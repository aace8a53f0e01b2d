/// An element on the stack of open elements.
struct OpenElement: BitwiseCopyable {
  var node: Int32
  /// Its name if it is an element of HTML, else `.none`.
  var htmlName: HTMLName
  var traits: ElementTraits
}

/// The stack of open elements (HTML standard, section 13.2.4.2).
///
/// Searches look at no more than ``searchLimit`` elements, so that no tag costs more than that.
struct OpenElements: ~Copyable {
  /// How many of the innermost elements a search looks at.
  static let searchLimit = 512

  private var elements = GrowingBuffer<OpenElement>(capacity: 64)
  /// How many elements of each name of HTML are open: most searches end here.
  private var counts = GrowingBuffer<Int32>(capacity: KnownNames.count + 1)
  /// Whether a search came to its limit.
  private(set) var hasBoundedSearch = false

  init() {
    for _ in 0...KnownNames.count { counts.append(0) }
  }

  var count: Int { elements.count }
  var last: Int { elements.count - 1 }
  var isEmpty: Bool { elements.isEmpty }

  /// The innermost element, of which there is one from the root on.
  @inline(__always) var current: OpenElement { elements[elements.count - 1] }

  subscript(index: Int) -> OpenElement { elements[index] }

  /// Whether an element of HTML with that name is open, anywhere.
  @inline(__always) func contains(_ name: HTMLName) -> Bool {
    Int(name.number) < counts.count && counts[Int(name.number)] > 0
  }

  @inline(__always) mutating func push(_ element: OpenElement) {
    count(element.htmlName, by: 1)
    elements.append(withParagraphScope(element, above: elements.count - 1))
  }

  @inline(__always) @discardableResult mutating func pop() -> OpenElement {
    let element = elements.removeLast()
    count(element.htmlName, by: -1)
    return element
  }

  mutating func remove(at index: Int) {
    count(elements[index].htmlName, by: -1)
    elements.remove(at: index)
  }

  /// Puts an element that is neither a paragraph nor the end of a scope into the stack.
  mutating func insert(_ element: OpenElement, at index: Int) {
    count(element.htmlName, by: 1)
    elements.insert(withParagraphScope(element, above: index - 1), at: index)
  }

  /// Puts another node in the place of one of the same name.
  mutating func replace(at index: Int, with node: Int32) { elements[index].node = node }

  /// The innermost elements that a search looks at.
  mutating func searchRange() -> Range<Int> {
    let start = max(0, elements.count - Self.searchLimit)
    return start..<elements.count
  }

  /// Where the innermost element of HTML with that name stands, unless one with a trait of `barrier` is further in.
  mutating func index(of name: HTMLName, barrier: ElementTraits) -> Int? {
    guard contains(name) else { return nil }
    for index in searchRange().reversed() {
      if elements[index].htmlName == name { return index }
      if !elements[index].traits.isDisjoint(with: barrier) { return nil }
    }
    hasBoundedSearch = true
    return nil
  }

  /// Where the innermost element stands that satisfies a condition, unless one with a trait of `barrier` is further in.
  @inline(__always)
  mutating func index(barrier: ElementTraits, where isSought: (OpenElement) -> Bool) -> Int? {
    for index in searchRange().reversed() {
      if isSought(elements[index]) { return index }
      if !elements[index].traits.isDisjoint(with: barrier) { return nil }
    }
    hasBoundedSearch = hasBoundedSearch || elements.count > Self.searchLimit
    return nil
  }

  /// Where a node stands, if it is one of the innermost.
  mutating func index(of node: Int32) -> Int? {
    for index in searchRange().reversed() where elements[index].node == node { return index }
    hasBoundedSearch = hasBoundedSearch || elements.count > Self.searchLimit
    return nil
  }

  /// Tells that something was not found because it was not looked for further.
  mutating func noteBoundedSearch() { hasBoundedSearch = true }

  @inline(__always) private mutating func count(_ name: HTMLName, by step: Int32) {
    let index = Int(name.number)
    while counts.count <= index { counts.append(0) }
    counts[index] += step
  }

  @inline(__always) private func withParagraphScope(_ element: OpenElement, above index: Int) -> OpenElement {
    var element = element
    let isBarrier = !element.traits.isDisjoint(with: [.scope, .buttonScope])
    let isInScope = index >= 0 && elements[index].traits.contains(.hasParagraphInButtonScope)
    if element.htmlName == .p || isInScope && !isBarrier {
      element.traits.insert(.hasParagraphInButtonScope)
    } else {
      element.traits.remove(.hasParagraphInButtonScope)
    }
    return element
  }
}
