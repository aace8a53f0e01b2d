import DocumentModel

/// Reads what a comment or the article says itself: its letters, with a mark where something is quoted.
struct OwnWords {
  /// Stands among the letters where a statement was left out: no words run on over a quotation.
  static let mark = UInt32.max

  private let document: Document
  private var letters: LetterReader

  /// A reader of `document`.
  init(_ document: Document) {
    self.document = document
    letters = LetterReader(document.text)
  }

  /// The bytes of the comment of this number, or of the article where it is negative.
  func range(ofComment comment: Int) -> Range<Int> {
    comment < 0 ? document.articleTextRange : document.plainTextRange(ofComment: document.node(ofComment: comment))
  }

  /// The letters of the bytes `window`, which lie in one comment or in the article.
  ///
  /// - Complexity: O(length of the window + nodes in it · their depth within the comment)
  mutating func letters(in window: Range<Int>) -> [Letter] {
    var found: [Letter] = []
    found.reserveCapacity(window.count)
    var node = document.node(containingByte: window.lowerBound)
    while node < document.endNode, document.textStart(of: node) < window.upperBound {
      if document[node].statementIndex != nil || isInStatement(node) {
        found.append(Letter(value: Self.mark, bytes: window.lowerBound..<window.lowerBound, startsWord: true))
        node = document[node].statementIndex == nil ? node.next : document.subtreeEnd(of: node)
        continue
      }
      var range = document.textRange(of: node).clamped(to: window)
      while range.lowerBound < range.upperBound, document.text[range.lowerBound] & 0xc0 == 0x80 {
        range = range.lowerBound + 1..<range.upperBound
      }
      letters.read(range)
      while let letter = letters.next() { found.append(letter) }
      node = node.next
    }
    return found
  }

  private func isInStatement(_ node: NodeIndex) -> Bool {
    for ancestor in document.ancestors(ofAndIncluding: node) {
      if document[ancestor].statementIndex != nil { return true }
      if document[ancestor].isFoldable { return false }
    }
    return false
  }
}
