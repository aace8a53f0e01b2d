import DocumentModel
import TextLayout

// Links: going from one to the next, and opening them.
extension ReaderState {
  // MARK: Going

  /// Goes to the next link or statement that is not hidden, or the one before, as often as the count says.
  mutating func goToLink(forward: Bool, count: Int?) {
    // Some stand on one line, so that the view alone does not tell whether there was one.
    for _ in 0..<max(1, count ?? 1) where message == nil && !needsMore { goToLink(forward: forward) }
  }

  private mutating func goToLink(forward: Bool) {
    let link = forward ? nextLink : previousLink
    let statement = forward ? nextStatement : previousStatement
    switch (link, statement) {
    case (nil, nil): reachEnd(forward ? "no link or statement follows" : "no link or statement before", mayCome: forward)
    case (let link?, nil): focus(onLink: link)
    case (nil, let node?): focus(onStatement: node)
    case (let link?, let node?):
      // A statement stands before the links in it.
      let isLinkLater = document.textStart(of: node) <= document.spans[link].bytes.lowerBound
      if isLinkLater == forward { focus(onStatement: node) } else { focus(onLink: link) }
    }
  }

  private mutating func focus(onLink link: Int) {
    let byte = document.spans[link].bytes.lowerBound
    let node = document.node(containingByte: byte)
    jump(to: Anchor(node, offset: byte - document.textStart(of: node)))
    focusedLink = link
  }

  private mutating func focus(onStatement node: NodeIndex) {
    jump(to: node)
    focusedLink = nil
  }

  /// The first byte of the link that has the focus, or of the current line.
  private var byteOfFocus: Int {
    if let link = focusedLink { return document.spans[link].bytes.lowerBound }
    return place(of: view).byte
  }

  private var nextLink: Int? {
    var byte = byteOfFocus + (focusedLink == nil ? 0 : 1)
    while let link = document.link(atOrAfter: byte) {
      guard let hidden = hiddenBytes(around: link) else { return link }
      byte = hidden.upperBound
    }
    return nil
  }

  private var previousLink: Int? {
    var byte = byteOfFocus
    while let link = document.link(before: byte) {
      guard let hidden = hiddenBytes(around: link) else { return link }
      byte = hidden.lowerBound
    }
    return nil
  }

  /// The bytes of what is folded and has a link in it; `nil` where the link can be seen.
  private func hiddenBytes(around link: Int) -> Range<Int>? {
    let node = document.node(containingByte: document.spans[link].bytes.lowerBound)
    if let hidden = layout.hiddenNodes(around: node) {
      return document.textStart(of: hidden.lowerBound)..<document.textStart(of: hidden.upperBound)
    }
    return layout.folds.isFolded(node, in: document) ? document.subtreeTextRange(of: node) : nil
  }

  private var nextStatement: NodeIndex? {
    let from = focusedLink.map { document.node(containingByte: document.spans[$0].bytes.lowerBound) } ?? focus
    var index = document.firstStatement(after: from)
    while index < document.statements.count {
      let node = document.statements[index].node
      guard let hidden = layout.hiddenNodes(around: node) else { return node }
      index = document.firstStatement(after: hidden.upperBound.previous)
    }
    return nil
  }

  private var previousStatement: NodeIndex? {
    var before = focusedLink == nil ? focus : document.node(containingByte: byteOfFocus).next
    while true {
      let index = document.firstStatement(after: before.previous) - 1
      guard index >= 0 else { return nil }
      let node = document.statements[index].node
      guard let hidden = layout.hiddenNodes(around: node) else { return node }
      before = hidden.lowerBound
    }
  }

  /// The address of the link that has the focus, to be shown.
  package var focusedAddress: String? { focusedLink.flatMap(document.address(ofLink:)).map(WebLink.shown) }

  /// The bytes of the link that has the focus.
  package var focusedLinkBytes: Range<Int>? { focusedLink.map { document.spans[$0].bytes } }

  // MARK: Opening

  /// Opens the link that has the focus, or the only one of its block; asks for letters where there are several.
  mutating func openLink() -> [Effect] {
    if let address = focusedLink.flatMap(document.address(ofLink:)) { return open(address) }
    if case .figure(let figure) = document[focus], let address = document.figures[figure].address {
      return open(address)
    }
    let links = visibleLinks.filter { document.isNode($0.node, within: focus) }
    guard let first = links.first else {
      say("no link here; Tab goes to the next")
      return []
    }
    // A link of two lines is one.
    if links.allSatisfy({ $0.link == first.link }), let address = document.address(ofLink: first.link) {
      return open(address)
    }
    showHints()
    return []
  }

  /// Opens the page of the current comment or, where it has none of its own, of the whole document.
  mutating func openDiscussion() -> [Effect] {
    guard let address = placeAddress else {
      say("the source does not say where this is on the web")
      return []
    }
    return open(address)
  }

  /// Where the current comment is on the web, or else the document.
  private var placeAddress: String? {
    let comment = document.enclosingComment(of: focus).flatMap(document.comment(at:))
    return comment?.address ?? document.metadata.address
  }

  /// Asks for an address to be opened; says so, or why it is not.
  mutating func open(_ address: String) -> [Effect] {
    do throws(WebLink.Refusal) {
      let link = try WebLink(address)
      say("opening " + link.address)
      return [.open(link)]
    } catch {
      say(error.text)
      return []
    }
  }

  // MARK: Copying

  /// Copies the words of the current comment or section or, outside of them, of the block that has the focus.
  mutating func copyText() -> [Effect] {
    let node = currentFoldable ?? focus
    var bytes = focusedBytes
    if document[node].isFoldable {
      bytes = document[node].isComment ? document.plainTextRange(ofComment: node) : document.subtreeTextRange(of: node)
    }
    var text = node == .document ? document.metadata.title ?? "" : document.string(in: bytes)
    while text.last == "\n" { text.removeLast() }
    guard !text.isEmpty else {
      say("no words to copy here")
      return []
    }
    let what = document[node].isComment ? "comment" : document[node].isFoldable ? "section" : "block"
    say("copied the \(what), \(text.count == 1 ? "1 character" : "\(text.count) characters")")
    return [.copy(text)]
  }

  /// Copies the address of the link that has the focus or, without one, of the current comment or the document.
  mutating func copyAddress() -> [Effect] {
    guard let address = focusedLink.flatMap(document.address(ofLink:)) ?? placeAddress else {
      say("no address to copy here")
      return []
    }
    say("copied " + WebLink.shown(address))
    return [.copy(address)]
  }
}
