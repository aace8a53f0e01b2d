import DocumentModel

/// Reads a part of a document and notes where patterns of phrases stand.
struct PhraseScan {
  /// A place where a pattern stands.
  struct Sighting {
    /// The number of the pattern.
    var pattern: Int32
    /// The byte where it begins.
    var start: UInt32
    /// The byte after it.
    var end: UInt32
  }

  /// About how many bytes are read before what was found is told: few enough that it never takes much memory.
  private static let mostBytes = 2 << 20

  private let document: Document
  private let book: PhraseBook
  private var letters: LetterReader
  private var history: LetterHistory

  /// What was found in the part that was read last, in the order of its ends.
  private(set) var sightings: [Sighting] = []

  /// A scan of `document` for the patterns of `book`.
  init(_ document: Document, for book: PhraseBook) {
    self.document = document
    self.book = book
    letters = LetterReader(document.text)
    history = LetterHistory(capacity: book.longest)
  }

  /// The next parts of a document from a node on, as many as `count`: each ends where a comment does, since nothing that
  /// is sought goes over from one to the next.
  ///
  /// - Complexity: O(log n) for each
  static func parts(of document: Document, from start: NodeIndex, count: Int) -> [Range<NodeIndex>] {
    var parts: [Range<NodeIndex>] = []
    var start = start
    while parts.count < count, start < document.endNode {
      let last = document.node(containingByte: document.textStart(of: start) + mostBytes)
      let next = document.lastComment(atOrBefore: last).map { $0 + 1 } ?? 0
      let end = next < document.comments.count ? document.node(ofComment: next) : document.endNode
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  /// Reads these nodes.
  ///
  /// - Complexity: O(length of their text) but for what is found
  mutating func scan(_ nodes: Range<NodeIndex>) {
    sightings.removeAll(keepingCapacity: true)
    history.cut()
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      if document[node].isComment { history.cut() }
      scanText(of: node)
      node = node.next
    }
  }

  private mutating func scanText(of node: NodeIndex) {
    letters.read(document.textRange(of: node))
    var end = -1
    while let letter = letters.next() {
      if letter.startsWord, end >= 0 { book.search(history, end: end, into: &sightings) }
      history.append(letter)
      end = letter.bytes.upperBound
    }
    if end >= 0 { book.search(history, end: end, into: &sightings) }
  }
}
