/// Where nodes and text are put (HTML standard, section 13.2.6.1).
extension TreeBuilder {
  /// The innermost open element, or the context of a fragment when nothing else is open (13.2.4.2).
  @inline(__always) var adjustedCurrent: OpenElement {
    if open.count == 1, let context { return context }
    return open.current
  }

  /// Whether the adjusted current node is of MathML or SVG.
  @inline(__always) var isCurrentForeign: Bool { !open.isEmpty && adjustedCurrent.traits.contains(.foreign) }

  /// The appropriate place for inserting a node: below which one, and before which of its children (-1: none).
  mutating func place(overriding target: Int32? = nil, traits: ElementTraits? = nil) -> (parent: Int32, before: Int32) {
    let current = open.current
    let target = target ?? current.node
    let targetTraits = traits ?? current.traits
    if isFosterParenting, targetTraits.contains(.tableStructure) { return fosterPlace() }
    return (contents(of: target), -1)
  }

  /// A template's contents stand below a node of their own.
  @inline(__always) func contents(of node: Int32) -> Int32 {
    let element = store[node]
    guard element.label.name == .template, element.label.namespace == .html, element.firstChild >= 0 else {
      return node
    }
    return element.firstChild
  }

  /// Before the innermost table, or in a template within it.
  private mutating func fosterPlace() -> (parent: Int32, before: Int32) {
    var index = open.last
    while index > 0, open[index].htmlName != .table, open[index].htmlName != .template { index -= 1 }
    let element = open[index]
    if element.htmlName == .template { return (contents(of: element.node), -1) }
    if index == 0 { return (open[0].node, -1) }
    let parent = store[element.node].parent
    if parent >= 0 { return (parent, element.node) }
    return (contents(of: open[index - 1].node), -1)
  }

  /// Puts text where it belongs.
  @inline(__always) mutating func insertText(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return }
    if !isFosterParenting {
      store.insertText(bytes, in: contents(of: open.current.node), before: -1)
    } else {
      let place = place()
      store.insertText(bytes, in: place.parent, before: place.before)
    }
  }

  mutating func insertReplacementCharacter() {
    let bytes: StaticString = "\u{fffd}"
    bytes.withUTF8Buffer { insertText($0) }
  }

  /// Inserts an element of HTML for the tag token, with its attributes, and opens it.
  @discardableResult
  @inline(__always) mutating func insertElement(_ name: HTMLName) -> Int32 {
    let data = tokenizer.keepAttributes()
    return insertElement(name, dataStart: data.start, dataCount: data.count)
  }

  /// Inserts an element of HTML that no tag stands for.
  @discardableResult
  mutating func insertImpliedElement(_ name: HTMLName) -> Int32 {
    insertElement(name, dataStart: 0, dataCount: 0)
  }

  @discardableResult
  mutating func insertElement(_ name: HTMLName, dataStart: UInt32, dataCount: UInt32) -> Int32 {
    let label = NodeLabel(.element, name: name)
    let node = store.make(label, dataStart: dataStart, dataCount: dataCount)
    put(node)
    push(node, name: name)
    return node
  }

  /// Opens an element of HTML.
  @inline(__always) mutating func push(_ node: Int32, name: HTMLName) {
    store[node].label.isOpen = true
    open.push(OpenElement(node: node, htmlName: name, traits: htmlTraits(of: name)))
  }

  @inline(__always) func htmlTraits(of name: HTMLName) -> ElementTraits {
    name.isKnown ? traits.html[Int(name.number)] : []
  }

  /// Puts a node at the appropriate place.
  @inline(__always) mutating func put(_ node: Int32) {
    if !isFosterParenting {
      store.append(node, to: contents(of: open.current.node))
    } else {
      put(node, at: place())
    }
  }

  mutating func put(_ node: Int32, at place: (parent: Int32, before: Int32)) {
    if place.before < 0 { store.append(node, to: place.parent) } else { store.insert(node, before: place.before) }
  }

  /// Inserts an element that nothing can stand in.
  mutating func insertVoidElement(_ name: HTMLName) {
    insertElement(name)
    pop()
  }

  /// Inserts an element whose content is text, which the tokenizer reads in a state of its own.
  mutating func insertTextElement(_ name: HTMLName, _ state: TokenizerState) {
    insertElement(name)
    tokenizer.state = state
    originalMode = mode
    mode = .text
  }

  /// Inserts the comment token, in the appropriate place if no parent is given.
  mutating func insertComment(in parent: Int32?) {
    let data = tokenizer.pendingValue
    tokenizer.keepValues()
    let node = store.make(
      NodeLabel(.comment),
      dataStart: UInt32(truncatingIfNeeded: data.lowerBound),
      dataCount: UInt32(truncatingIfNeeded: data.count)
    )
    if let parent { store.append(node, to: parent) } else { put(node) }
  }

  // MARK: Closing

  @inline(__always) @discardableResult mutating func pop() -> OpenElement {
    let element = open.pop()
    store[element.node].label.isOpen = false
    return element
  }

  /// Closes elements up to and including the one at `index` of the stack.
  mutating func pop(through index: Int) {
    while open.count > index { pop() }
  }

  /// Closes elements until the innermost has a trait of `barrier`.
  mutating func clear(to barrier: ElementTraits) {
    while open.count > 1, open.current.traits.isDisjoint(with: barrier) { pop() }
  }

  /// Closes what has an implied end, except elements of one name.
  @inline(__always)
  mutating func generateImpliedEndTags(except name: HTMLName = .none, _ trait: ElementTraits = .impliedEnd) {
    while open.count > 1, open.current.traits.contains(trait), open.current.htmlName != name { pop() }
  }

  /// Generates implied end tags and closes through the element at `index`.
  mutating func close(through index: Int, except name: HTMLName = .none) {
    generateImpliedEndTags(except: name)
    if open.last != index { tokenizer.errorCount += 1 }
    pop(through: index)
  }

  /// Closes the paragraph in button scope, if there is one.
  @inline(__always) mutating func closeParagraph() {
    guard open.current.traits.contains(.hasParagraphInButtonScope) else { return }
    generateImpliedEndTags(except: .p)
    if open.current.htmlName != .p { tokenizer.errorCount += 1 }
    while open.count > 1, pop().htmlName != .p {}
  }
}
