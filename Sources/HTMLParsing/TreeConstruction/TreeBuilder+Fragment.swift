/// Fragments, as they stand in an element (HTML standard, section 13.4).
extension TreeBuilder {
  /// Begins a fragment. The document stands for the root element, so that its children are the fragment's nodes.
  mutating func beginFragment(in name: String, namespace: HTMLTree.Namespace) {
    var name = name
    let number = name.withUTF8 { tokenizer.names.number(of: $0) }
    beginFragment(in: HTMLName(number: number), namespace: namespace)
  }

  private mutating func beginFragment(in name: HTMLName, namespace: HTMLTree.Namespace) {
    contextLabel = NodeLabel(.element, name: name, namespace: namespace)
    context = OpenElement(
      node: -1,
      htmlName: namespace == .html ? name : .none,
      traits: namespace == .html ? htmlTraits(of: name) : foreignTraits(of: name, namespace)
    )
    store[0].label.isOpen = true
    open.push(OpenElement(node: 0, htmlName: .html, traits: htmlTraits(of: .html)))
    if namespace == .html {
      switch name {
      case .title, .textarea: tokenizer.state = .rcdata
      case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.state = .rawtext
      case .script: tokenizer.state = .scriptData
      case .plaintext: tokenizer.state = .plaintext
      case .template: templateModes.append(.inTemplate)
      // The form pointer is the nearest form around the context, which is no node of the fragment.
      case .form: formElement = 0
      default: break
      }
    }
    resetMode()
    tokenizer.isInForeignContent = isCurrentForeign
  }
}
