/// MathML and SVG (HTML standard, section 13.2.6.5).
extension TreeBuilder {
  /// Whether a start tag is processed by the rules for foreign content.
  @inline(__always) func isInForeignContent(forTag name: HTMLName) -> Bool {
    guard isCurrentForeign else { return false }
    let current = adjustedCurrent
    if current.traits.contains(.htmlIntegrationPoint) { return false }
    if current.traits.contains(.mathMLTextIntegrationPoint) { return name == .mglyph || name == .malignmark }
    return !(name == .svg && isAnnotation(current))
  }

  /// Whether characters are processed by the rules for foreign content, when the current node is foreign.
  var isForeignForCharacters: Bool {
    adjustedCurrent.traits.isDisjoint(with: [.htmlIntegrationPoint, .mathMLTextIntegrationPoint])
  }

  /// Only `annotation-xml` ends scopes in MathML without being an integration point for text.
  private func isAnnotation(_ element: OpenElement) -> Bool {
    let label = element.node < 0 ? contextLabel : store[element.node].label
    return label.name == .annotationXml && label.namespace == .mathML
  }

  mutating func foreignCharacters(_ run: UnsafeBufferPointer<UInt8>) {
    insertText(run)
    if isFramesetOK, !run.allSatisfy(\.isHTMLSpace) { isFramesetOK = false }
  }

  mutating func foreignStartTag() {
    let name = tokenizer.tagName
    if breaksOut(name) {
      tokenizer.errorCount += 1
      leaveForeignContent()
      processStartTag(name)
      return
    }
    insertForeignElement(name, currentNamespace)
  }

  /// Closes foreign elements up to one that HTML can stand in.
  private mutating func leaveForeignContent() {
    let stops: ElementTraits = [.htmlIntegrationPoint, .mathMLTextIntegrationPoint]
    while open.count > 1, open.current.traits.contains(.foreign), open.current.traits.isDisjoint(with: stops) { pop() }
  }

  private var currentNamespace: HTMLTree.Namespace {
    let current = adjustedCurrent
    return current.node < 0 ? contextLabel.namespace : store[current.node].label.namespace
  }

  private func breaksOut(_ name: HTMLName) -> Bool {
    switch name {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5,
      .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong,
      .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      return true
    case .font:
      return tokenizer.pendingAttributes.contains {
        let name = HTMLName(number: tokenizer.attributes[$0].name)
        return name == .color || name == .face || name == .size
      }
    default: return false
    }
  }

  /// Inserts an element of MathML or SVG for the tag token, and opens it if it has an end tag.
  mutating func insertForeignElement(_ name: HTMLName, _ namespace: HTMLTree.Namespace) {
    var name = name
    if namespace == .svg, KnownNames.loweredSVGElements.contains(name.number) {
      name = HTMLName(number: name.number + UInt32(KnownNames.loweredSVGElements.count))
    }
    adjustAttributes(namespace)
    var traits = foreignTraits(of: name, namespace)
    if name == .annotationXml, namespace == .mathML, hasMarkupEncoding { traits.insert(.htmlIntegrationPoint) }
    let data = tokenizer.keepAttributes()
    let label = NodeLabel(.element, name: name, namespace: namespace)
    let node = store.make(label, dataStart: data.start, dataCount: data.count)
    put(node)
    guard !tokenizer.isSelfClosing else { return }
    store[node].label.isOpen = true
    open.push(OpenElement(node: node, htmlName: .none, traits: traits))
  }

  func foreignTraits(of name: HTMLName, _ namespace: HTMLTree.Namespace) -> ElementTraits {
    let known = namespace == .svg ? traits.svg : traits.mathML
    return name.isKnown ? known[Int(name.number)] : .foreign
  }

  /// Whether what stands in the `annotation-xml` of the token is HTML.
  private var hasMarkupEncoding: Bool {
    tokenValue(of: .encoding, equals: "text/html") || tokenValue(of: .encoding, equals: "application/xhtml+xml")
  }

  /// Gives the attributes of the tag token the spelling they have in MathML or SVG.
  private mutating func adjustAttributes(_ namespace: HTMLTree.Namespace) {
    for index in tokenizer.pendingAttributes {
      let number = tokenizer.attributes[index].name
      if namespace == .svg, KnownNames.loweredSVGAttributes.contains(number) {
        tokenizer.attributes[index].name = number + UInt32(KnownNames.loweredSVGAttributes.count)
      } else if namespace == .svg, number == HTMLName.glyphref.number {
        tokenizer.attributes[index].name = HTMLName.glyphRef.number
      } else if namespace == .mathML, number == HTMLName.definitionurl.number {
        tokenizer.attributes[index].name = HTMLName.definitionURL.number
      }
    }
  }

  mutating func foreignEndTag(_ name: HTMLName) {
    if name == .br || name == .p {
      tokenizer.errorCount += 1
      leaveForeignContent()
      processEndTag(name)
      return
    }
    let range = open.searchRange()
    for index in range.reversed() {
      if index == 0 { return }
      guard open[index].traits.contains(.foreign) else {
        processEndTag(name)
        return
      }
      if lowered(store[open[index].node].label.name) == name {
        pop(through: index)
        return
      }
      if index == open.last { tokenizer.errorCount += 1 }
    }
    open.noteBoundedSearch()
  }

  /// The name as an end tag spells it.
  private func lowered(_ name: HTMLName) -> HTMLName {
    let lowered = KnownNames.loweredSVGElements
    let size = UInt32(lowered.count)
    guard name.number >= lowered.lowerBound + size, name.number < lowered.upperBound + size else { return name }
    return HTMLName(number: name.number - size)
  }
}
