import DocumentModel
import TextLayout

/// A place where what is sought stands.
package struct SearchHit: Hashable, Sendable {
  /// The node it belongs to.
  package var node: NodeIndex
  /// Its bytes in the document's text; `nil` where it stands above the words: in a name, a title.
  package var bytes: Range<Int>?
}

/// Everywhere that what is sought stands in a document.
package struct SearchHits: Sendable {
  /// Between two hits: what comes next, in text and in heads.
  struct Place: Hashable, Sendable {
    /// The first byte of text that comes after it.
    var byte: Int
    /// The first node whose head does.
    var head: Int
  }

  /// No more hits in text are noted: 16 MB.
  static let capacity = 1 << 22

  /// Where each of those in text begins, in order.
  var positions: [UInt32] = []
  /// The nodes above whose words it stands, in order.
  var heads: [Int32] = []
  /// How many are hidden by folds.
  package internal(set) var hidden = 0

  /// How many there are; no more than so many are counted.
  package var count: Int { positions.count + heads.count }

  /// The number of hits before a place.
  ///
  /// - Complexity: O(log n)
  func count(before place: Place) -> Int {
    positions.partition { Int($0) < place.byte } + heads.partition { Int($0) < place.head }
  }

  /// The hits in text that begin in `bytes`.
  func positions(in bytes: Range<Int>) -> Range<Int> {
    let start = positions.partition { Int($0) < bytes.lowerBound }
    return start..<max(start, positions.partition { Int($0) < bytes.upperBound })
  }

  /// Leaves out those that a filter does.
  ///
  /// - Complexity: O(comments shown * log(number of hits) + number of hits)
  mutating func keepOnly(_ filter: CommentFilter, in document: Document) {
    var kept: [UInt32] = []
    if filter.showsArticle { kept += positions[positions(in: document.articleTextRange)] }
    for comment in filter.matches {
      kept += positions[positions(in: document.plainTextRange(ofComment: document.node(ofComment: Int(comment))))]
    }
    positions = kept
    heads.removeAll { !filter.isShown(NodeIndex(Int($0)), in: document) }
  }

  /// What a hit is found by.
  enum Found: Hashable {
    /// It begins at this byte of the text.
    case text(Int)
    /// It stands in the head of this node.
    case head(NodeIndex)
  }

  /// The first hit after a place.
  ///
  /// - Complexity: O(log n)
  func first(after place: Place, in document: Document) -> Found? {
    let text = positions.partition { Int($0) < place.byte }
    let head = heads.partition { Int($0) < place.head }
    return earlier(text, head, in: document, isEarlier: true)
  }

  /// The last hit before a place.
  ///
  /// - Complexity: O(log n)
  func last(before place: Place, in document: Document) -> Found? {
    let text = positions.partition { Int($0) < place.byte } - 1
    let head = heads.partition { Int($0) < place.head } - 1
    return earlier(text, head, in: document, isEarlier: false)
  }

  /// The earlier one of two hits, by their numbers, or the later one; the head of a node comes before its text.
  private func earlier(_ text: Int, _ head: Int, in document: Document, isEarlier: Bool) -> Found? {
    let position = positions.indices.contains(text) ? Int(positions[text]) : nil
    let node = heads.indices.contains(head) ? NodeIndex(Int(heads[head])) : nil
    guard let node else { return position.map(Found.text) }
    guard let position else { return .head(node) }
    return (document.textStart(of: node) <= position) == isEarlier ? .head(node) : .text(position)
  }
}
