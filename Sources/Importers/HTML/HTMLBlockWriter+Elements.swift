import DocumentModel
import HTMLParsing

// What is done at the beginning of an element.
extension HTMLBlockWriter {
  /// Takes note of an element that is shown.
  ///
  /// - Returns: whether what is in it is to be written.
  mutating func enter(_ node: HTMLNode) -> Bool {
    guard tree.namespace(of: node) == .html else { return enterForeign(node) }
    let kind = ElementKind(tree.name(of: node))
    if !quotations.isEmpty, lineDepth == 0, let known = quotations[node] {
      enterQuotation(node, known: known)
      return true
    }
    if preformatted != nil { return enterPreformatted(node, kind) }
    switch kind {
    case .hidden, .ruby: return false
    case .inline: enterInline(node)
    case .strong: pushSpan(node, .strong)
    case .emphasis: pushSpan(node, .emphasis)
    case .code: pushSpan(node, .code)
    case .link: return enterLink(node)
    case .inlineQuotation:
      writeWords("“")
      pushSuffix(node, "”")
    case .rubyText:
      writeWords("(")
      pushSuffix(node, ")")
    case .lineBreak: breakLine()
    case .image: enterImage(node)
    case .noscript: return enterNoscript(node)
    case .embedded: return enterEmbedded(node)
    default:
      if lineDepth > 0 { breakBlock() } else { return enterBlock(node, kind) }
    }
    return true
  }

  private mutating func enterBlock(_ node: HTMLNode, _ kind: ElementKind) -> Bool {
    if let label = survey.noteLabels.isEmpty ? nil : noteLabel(of: node) {
      pushContainer(node, .footnote(Footnote(label: label)))
      return true
    }
    switch kind {
    case .heading: openHeading(node, level: level(of: node))
    case .summary, .term: openStrongLine(node)
    case .rule:
      prepareBlock()
      builder.leaf(.rule, "")
      return false
    case .preformatted: openPreformatted(node)
    case .quotation: enterQuotation(node)
    case .list, .orderedList:
      if holdsNotes(node) { pushBlock(node) } else { pushContainer(node, .list(isOrdered: kind == .orderedList)) }
    case .item:
      if case .list = containers.last?.kind { pushContainer(node, .item) } else { pushBlock(node) }
    case .table: enterTable(node)
    case .row: enterRow(node)
    case .cell, .headerCell: enterCell(node, isHeader: kind == .headerCell)
    case .figure: enterFigure(node)
    default: return enterGenericBlock(node)
    }
    return true
  }

  private mutating func enterGenericBlock(_ node: HTMLNode) -> Bool {
    if let speaker = QuotationMarkup.label(node, in: tree) {
      pendingSpeaker = speaker
      return false
    }
    if tree.string(.role, of: node) == "heading" {
      openHeading(node, level: level(of: node))
    } else if !enterByClass(node) {
      pushBlock(node)
    }
    return true
  }

  /// Classes of names of people, most of them links.
  private static let mentions: ClassWords = ["mention", "user-mention"]
  /// Classes of links from a note back to the text.
  private static let backReferences: ClassWords = [
    "footnote-backref", "footnote-back", "reversefootnote", "footnote-backlink",
  ]
  /// Classes that mail programs give to signatures.
  private static let signatures: ClassWords = ["moz-signature", "gmail_signature"]

  /// Elements that are something more because of their class.
  private mutating func enterByClass(_ node: HTMLNode) -> Bool {
    if QuotationMarkup.isWrapper(node, in: tree) {
      enterQuotation(node, isWrapper: true)
    } else if tree.hasClass(Self.captioned, node) {
      enterFigure(node)
    } else if tree.hasClass(Self.signatures, node) {
      pushContainer(node, .signature)
    } else {
      return false
    }
    return true
  }

  private mutating func enterInline(_ node: HTMLNode) {
    if tree.isDisplayedAsBlock(node) {
      pushBlock(node)
    } else if tree.hasClass(Self.mentions, node) {
      pushSpan(node, .mention)
    }
  }

  /// Formulas say what they say by their text; drawings by none.
  private mutating func enterForeign(_ node: HTMLNode) -> Bool {
    guard tree.namespace(of: node) == .mathML else { return false }
    // The formula once more, in another notation.
    return !["annotation", "annotation-xml"].contains(tree.spelling(of: tree.name(of: node)))
  }

  /// 1–6, by the element's name.
  private func level(of node: HTMLNode) -> Int {
    let names: [HTMLName] = [.h1, .h2, .h3, .h4, .h5, .h6]
    let level = tree.string(.ariaLevel, of: node).flatMap(Int.init) ?? 0
    return 1...6 ~= level ? level : (names.firstIndex(of: tree.name(of: node)) ?? 1) + 1
  }

  // MARK: Links

  private mutating func enterLink(_ node: HTMLNode) -> Bool {
    if isBackReference(node) { return false }
    guard let href = tree.string(.href, of: node) else { return true }
    if let note = survey.noteLabels.isEmpty ? nil : PageSurvey.reference(node, in: tree),
      survey.noteLabels[note.id] != nil
    {
      writeWords("[\(TextSanitizer.line(note.label) ?? "")]")
      return false
    }
    let reference = WebAddress(href)
    if !reference.isFragment, let address = (base?.resolving(reference) ?? reference).link {
      pushSpan(node, .link(address: address))
    }
    if tree.hasClass(Self.mentions, node) { pushSpan(node, .mention) }
    return true
  }

  /// Whether a link leads from a note back to the text.
  private func isBackReference(_ node: HTMLNode) -> Bool {
    guard tree.attribute(.href, of: node)?.first == UInt8(ascii: "#") else { return false }
    if tree.string(.role, of: node) == "doc-backlink" { return true }
    return tree.hasClass(Self.backReferences, node)
      || ["↩", "↩︎", "↑", "⏎", "^"].contains(
        String(decoding: tree.text[tree.textRange(of: node)].prefix(8), as: UTF8.self)
      )
  }
}
