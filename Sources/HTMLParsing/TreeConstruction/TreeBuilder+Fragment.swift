/// Fragments, as they stand in an element (HTML standard, section 13.4).
extension TreeBuilder {
  /// Begins a fragment. The document stands for the root element, so that its children are the fragment's nodes.
  mutating func beginFragment(in name: String, namespace: HTMLTree.Namespace) {
    prepareFragments(in: name, namespace: namespace)
    beginFragment(at: 0)
  }

  /// Notes what fragments stand in.
  mutating func prepareFragments(in name: String, namespace: HTMLTree.Namespace) {
    var spelling = name
    let name = HTMLName(number: spelling.withUTF8 { tokenizer.names.number(of: $0) })
    contextLabel = NodeLabel(.element, name: name, namespace: namespace)
    context = OpenElement(
      node: -1,
      htmlName: namespace == .html ? name : .none,
      traits: namespace == .html ? htmlTraits(of: name) : foreignTraits(of: name, namespace)
    )
  }

  /// Begins one of several fragments, beside those before it, of which nothing is open any more.
  mutating func beginFragmentOfMany() {
    let root = store.make(NodeLabel(.document))
    store.append(root, to: 0)
    beginFragment(at: root)
  }

  /// Ends one of several fragments, at the end of its bytes: nothing of it reaches into the next.
  mutating func endFragmentOfMany() {
    pop(through: 0)
    formatting.removeAll()
    templateModes.removeAll()
    (mode, originalMode) = (.initial, .initial)
    (headElement, formElement) = (-1, -1)
    isFramesetOK = true
    isFosterParenting = false
    skipsLineFeed = false
    seenCount = 0
    tokenizer.beginAgain()
  }

  private mutating func beginFragment(at root: Int32) {
    documentNode = root
    store[root].label.isOpen = true
    open.push(OpenElement(node: root, htmlName: .html, traits: htmlTraits(of: .html)))
    if contextLabel.namespace == .html {
      switch contextLabel.name {
      case .title, .textarea: tokenizer.state = .rcdata
      case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.state = .rawtext
      case .script: tokenizer.state = .scriptData
      case .plaintext: tokenizer.state = .plaintext
      case .template: templateModes.append(.inTemplate)
      // The form pointer is the nearest form around the context, which is no node of the fragment.
      case .form: formElement = Self.contextForm
      default: break
      }
    }
    resetMode()
    tokenizer.isInForeignContent = isCurrentForeign
  }
}
