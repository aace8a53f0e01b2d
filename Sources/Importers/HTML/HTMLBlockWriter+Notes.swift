import HTMLParsing

// Notes to the text: what the text refers to by short labels.
extension HTMLBlockWriter {
  /// The label of the note that an element is.
  func noteLabel(of node: HTMLNode) -> String? {
    guard let id = tree.string(.id, of: node), let label = survey.noteLabels[id] else { return nil }
    // The reference itself may be what a note refers back to.
    guard !tree.isElement(node, .sup), !tree.isElement(node, .a) else { return nil }
    return TextSanitizer.line(label)
  }

  /// Whether the entries of a list are notes.
  func holdsNotes(_ list: HTMLNode) -> Bool {
    guard !survey.noteLabels.isEmpty, let first = tree.children(of: list).first(where: { tree.isElement($0, .li) })
    else {
      return false
    }
    return noteLabel(of: first) != nil
  }
}
