import DocumentModel
import HTMLParsing

// Pictures, and what stands in their place.
extension HTMLBlockWriter {
  /// Pictures of at most this many pixels are part of a line or of the page's looks.
  private static let maximumIcon = 32

  mutating func enterImage(_ node: HTMLNode) {
    let alt = tree.string(.alt, of: node).flatMap(TextSanitizer.line)
    if lineDepth > 0 || isInline(node, alt: alt) {
      // Signs that are pictures read as what they stand for.
      if let alt { writeWords(Emoticon.sign(for: alt) ?? alt) }
      return
    }
    let address = imageAddress(of: node)
    guard address != nil || alt != nil, !isIcon(node), address == nil || address != lastImage else { return }
    if tree.string(.role, of: node) == "presentation", alt == nil { return }
    lastImage = address
    if case .figure(var figure) = containers.last?.kind, openCount < containers.count, figure.address == nil,
      figure.alt == nil
    {
      figure.alt = alt
      figure.address = address
      containers[containers.count - 1].kind = .figure(figure)
      breakBlock()
      return
    }
    prepareBlock()
    builder.openFigure(Figure(alt: alt, address: address))
    builder.close()
  }

  /// Classes of pictures that stand for a sign or a formula.
  private static let inlineImages: ClassWords = [
    "emoji", "smilie", "smiley", "emoticon", "wp-smiley", "tex", "latex", "mwe-math-fallback-image-inline",
  ]

  private func isInline(_ node: HTMLNode, alt: String?) -> Bool {
    if tree.hasClass(Self.inlineImages, node) { return true }
    guard let alt else { return isIcon(node) }
    return isIcon(node) || alt.count <= 2 && !alt.utf8.allSatisfy { $0 < 0x80 }
      || alt.count > 2 && alt.count < 24 && alt.first == ":" && alt.last == ":"
  }

  private func isIcon(_ node: HTMLNode) -> Bool {
    [HTMLName.width, .height].contains { name in
      guard let value = tree.string(name, of: node), let size = Int(value.prefix { $0.isNumber }) else { return false }
      return size <= Self.maximumIcon && !value.contains("%")
    }
  }

  /// Where a picture is: what its element says, unless that only keeps the place until a script has come.
  private func imageAddress(of node: HTMLNode) -> String? {
    let names = [
      survey.names.dataSource, survey.names.dataOriginal, survey.names.dataLazySource, survey.names.dataLazy,
    ]
    var candidates = names.compactMap { name in name.flatMap { tree.string($0, of: node) } }
    candidates += [survey.names.dataSourceSet.flatMap { tree.string($0, of: node) }, tree.string(.srcset, of: node)]
      .compactMap { $0.flatMap(Self.largest) }
    if let source = tree.string(.src, of: node) {
      candidates.insert(source, at: candidates.isEmpty || !Self.isPlaceholder(source) ? 0 : candidates.count)
    }
    if candidates.isEmpty, let picture = tree.parent(of: node), tree.isElement(picture, .picture) {
      candidates = tree.children(of: picture).compactMap { tree.string(.srcset, of: $0).flatMap(Self.largest) }
    }
    return candidates.lazy.map(WebAddress.init).compactMap { (base?.resolving($0) ?? $0).link }.first
  }

  private static func isPlaceholder(_ address: String) -> Bool {
    address.hasPrefix("data:")
      || ["placeholder", "blank.", "spacer", "1x1", "pixel.", "lazy", "loading."].contains(where: address.contains)
  }

  /// The last and so mostly the largest of a list of pictures (HTML standard, 4.8.4.2.1).
  private static func largest(_ list: String) -> String? {
    var best: (address: Substring, size: Double)?
    for candidate in list.split(separator: ", ") {
      let parts = candidate.split(whereSeparator: \.isWhitespace)
      guard let address = parts.first else { continue }
      let size = parts.count > 1 ? Double(parts[1].dropLast()) ?? 1 : 1
      if size >= best?.size ?? 0 { best = (address, size) }
    }
    return best.map { String($0.address.hasSuffix(",") ? $0.address.dropLast() : $0.address) }
  }

  // MARK: Figures

  /// Classes of elements that are figures.
  static let captioned: ClassWords = ["wp-caption"]

  /// A figure of one picture is a figure; others are what is in them, a quotation if that is one.
  mutating func enterFigure(_ node: HTMLNode) {
    // Figures in figures are looked through once.
    let isInner = tree.ancestors(of: node).prefix(24).contains {
      tree.isElement($0, .figure) || tree.hasClass(Self.captioned, $0)
    }
    guard !isInner else { return pushBlock(node) }
    var images = 0
    var isOther = false
    for element in tree.descendants(of: node) {
      switch ElementKind(tree.name(of: element)) {
      case .image where !tree.ancestors(of: element).prefix(3).contains(where: { tree.isElement($0, .noscript) }):
        images += 1
      case .quotation:
        enterQuotation(node, isWrapper: true)
        return
      case .table, .preformatted, .embedded, .list, .orderedList: isOther = true
      default: break
      }
    }
    let hasFallback = images == 0 && tree.descendants(of: node, named: .img).contains { _ in true }
    if isOther || images != 1 && !hasFallback { pushBlock(node) } else { pushContainer(node, .figure(Figure())) }
  }

  // MARK: What comes from elsewhere

  /// Only pictures: words there ask for scripts.
  mutating func enterNoscript(_ node: HTMLNode) -> Bool {
    for image in tree.descendants(of: node, named: .img) where !tree.isHidden(image) { enterImage(image) }
    return false
  }

  /// A film or page within the page: a link to it, where it says what it is.
  mutating func enterEmbedded(_ node: HTMLNode) -> Bool {
    let source =
      tree.string(.src, of: node) ?? survey.names.dataSource.flatMap { tree.string($0, of: node) }
      ?? tree.descendants(of: node, named: .source).lazy.compactMap { tree.string(.src, of: $0) }.first
    guard lineDepth == 0, let reference = source.map(WebAddress.init),
      let address = (base?.resolving(reference) ?? reference).link,
      let title = (tree.string(.title, of: node) ?? tree.string(.ariaLabel, of: node)).flatMap(TextSanitizer.line)
        ?? (tree.isElement(node, .iframe) || tree.isElement(node, .embed) ? nil : address)
    else { return false }
    breakBlock()
    pushSpan(node, .link(address: address))
    writeWords(title)
    frames[frames.count - 1].isBlock = true
    return false
  }
}
