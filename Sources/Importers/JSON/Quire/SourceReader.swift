import DocumentModel

/// Finds the passages that Quire's JSON names as sources of statements.
struct SourceReader {
  private let document: Document
  private let tape: JSONTape

  init(_ document: Document, _ tape: JSONTape) {
    self.document = document
    self.tape = tape
  }

  /// The passage of each statement that has one.
  ///
  /// - Complexity: O(comments + length of the passages)
  func passages(_ sources: [JSONNode?], _ troubles: inout QuireTroubles) -> [Passage?] {
    guard sources.contains(where: { $0 != nil }) else { return sources.map { _ in nil } }
    let numbers = CommentNumbers(document.comments)
    return sources.map { source in
      guard let source else { return nil }
      let passage = passage(source, numbers)
      if passage == nil { troubles.note(.source, at: tape.start(of: source)) }
      return passage
    }
  }

  private func passage(_ source: JSONNode, _ numbers: CommentNumbers) -> Passage? {
    guard let place = tape.member("comment", of: source),
      let start = tape.member("start", of: source).flatMap(tape.integer),
      let end = tape.member("end", of: source).flatMap(tape.integer), 0 <= start, start < end
    else { return nil }
    var text = document.articleTextRange
    if tape.kind(of: place) != .null {
      guard let number = numbers[String(decoding: tape.text(place), as: UTF8.self)] else { return nil }
      text = document.plainTextRange(ofComment: document.node(ofComment: number))
    }
    guard end <= text.count else { return nil }
    let bytes = text.lowerBound + start..<text.lowerBound + end
    if let words = tape.member("text", of: source), !document.text[bytes].elementsEqual(tape.text(words)) { return nil }
    return Passage(node: document.node(containingByte: bytes.lowerBound), bytes: bytes)
  }
}
