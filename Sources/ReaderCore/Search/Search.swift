import DocumentModel
import TextLayout

/// A search that is under way: what is sought, where it has led, and where it began.
struct Search {
  /// What is sought.
  let pattern: SearchPattern
  /// As it was typed.
  let typed: String
  /// Where the reader was when it began.
  var origin: Viewport
  /// What it has unfolded, innermost first of each hit.
  var unfolded: [NodeIndex] = []
  /// All hits, once they are known.
  var hits: SearchHits?
  /// Who was asked for them last, and at which revision of the layout.
  var job: SearchJob?
  var revision: AnyObject?
  /// The hit that was gone to last, and the view of it.
  var current: SearchHit?
  var view: Viewport?
  /// Whether the first hit is still to be found, since none is near.
  var isSeeking = false
  /// Whether it was accepted before its first hit was found.
  var isAccepted = false

  /// A search for `pattern` from `origin`.
  init(_ pattern: SearchPattern, typed: String, origin: Viewport) {
    self.pattern = pattern
    self.typed = typed
    self.origin = origin
  }
}

extension SearchPattern {
  /// The hits that can be found at once stand within so many bytes: a few milliseconds.
  private static let nearby = 1 << 20

  /// The first hit after a place that is near.
  ///
  /// - Returns: no hit where none is near; then `isLast` says whether the document ends there.
  /// - Complexity: bounded
  func nearestHit(after place: SearchHits.Place, in document: Document) -> (hit: SearchHit?, isLast: Bool) {
    // Expressions are some ten times slower than words.
    let end = min(document.text.count, place.byte + (isLiteral ? Self.nearby : Self.nearby / 8))
    var found: SearchHit?
    let last = document.node(containingByte: end)
    if isLiteral {
      if let match = first(in: document.text.span, 0..<end, from: place.byte) {
        found = SearchHit(node: document.node(containingByte: match.lowerBound), bytes: match)
      }
    } else {
      var node = document.node(containingByte: place.byte)
      while found == nil, node <= last, document.contains(node) {
        let range = document.textRange(of: node)
        let near = range.lowerBound..<max(range.lowerBound, min(range.upperBound, end))
        found = first(in: document.text.span, near, from: place.byte).map { SearchHit(node: node, bytes: $0) }
        node = node.next
      }
    }
    var head = NodeIndex(place.head)
    while head <= found?.node ?? last, document.contains(head) {
      if document.hasHead(head, with: self) { return (SearchHit(node: head), false) }
      head = head.next
    }
    return (found, end == document.text.count)
  }

  /// The hit that was found.
  func hit(_ found: SearchHits.Found, in document: Document) -> SearchHit {
    switch found {
    case .head(let node): return SearchHit(node: node)
    case .text(let byte):
      let node = document.node(containingByte: byte)
      let match = first(in: document.text.span, document.textRange(of: node), from: byte)
      return SearchHit(node: node, bytes: match ?? byte..<byte)
    }
  }
}
