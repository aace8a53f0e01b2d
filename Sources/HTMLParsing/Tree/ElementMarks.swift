/// What the elements of a tree say, in a few bits each, so that asking for what is not there costs next to nothing.
///
/// A filter for each element, after B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970; and
/// the classes and beginnings of identifiers that the page has.
@usableFromInline
struct ElementMarks: Sendable {
  /// See ``HTMLTree/marks(of:)``, by node.
  @usableFromInline let marks: [UInt64]
  /// The words that stand in attributes `class`; `nil` where there are too many.
  private let classes: Set<[UInt8]>?
  /// What stands in identifiers before the first digit: `comment-`; `nil` where there are too many.
  private let stems: Set<[UInt8]>?

  /// - Complexity: O(number of nodes and length of their classes and identifiers)
  init(_ records: TreeRecords, _ attributes: [AttributeRecord], _ values: [UInt8]) {
    var all = [UInt64](repeating: 0, count: records.count)
    var classes = DistinctWords()
    var stems = DistinctWords()
    let (attributes, values) = (attributes.span, values.span)
    for node in 0..<records.count {
      let record = records[node]
      guard record.label.hasAttributes else { continue }
      var marks: UInt64 = 0
      for index in Int(record.dataStart)..<Int(record.dataEnd) {
        let attribute = attributes[index]
        marks |= HTMLTree.mark(ofAttribute: HTMLName(number: attribute.name))
        let value = Int(attribute.valueStart)..<Int(attribute.valueEnd)
        if attribute.name == HTMLName.class.number {
          var start = value.lowerBound
          while start < value.upperBound {
            let (end, hash) = Self.word(values, start..<value.upperBound) { $0.isHTMLSpace }
            if end > start {
              marks |= Self.mark(of: hash)
              classes.note(values, start..<end, hash: hash)
            }
            start = end + 1
          }
        } else if attribute.name == HTMLName.id.number {
          let (end, hash) = Self.word(values, value) { $0.isDigit }
          stems.note(values, value.lowerBound..<end, hash: hash)
        }
      }
      all[node] = marks
    }
    marks = all
    self.classes = classes.words
    self.stems = stems.words
  }

  /// The end of the word at the beginning of `range`, before a byte that is none of it, and its hash.
  @inline(__always)
  private static func word(
    _ values: Span<UInt8>,
    _ range: Range<Int>,
    endsAt isEnd: (UInt8) -> Bool
  ) -> (end: Int, hash: UInt64) {
    var (end, hash) = (range.lowerBound, seed)
    while end < range.upperBound, !isEnd(values[end]) {
      hash = mix(hash, values[end])
      end += 1
    }
    return (end, hash)
  }

  @inlinable subscript(node: HTMLNode) -> UInt64 { marks[node.offset] }

  /// Whether the word may stand in a class; false is certain.
  func mayHaveClass(_ word: [UInt8]) -> Bool { classes?.contains(word) ?? true }

  /// Whether such bytes may stand in a class; false is certain.
  ///
  /// - Complexity: O(number of classes × length)
  func mayHaveClass(holding part: [UInt8]) -> Bool {
    guard let classes, !part.isEmpty else { return true }
    return part.withUnsafeBufferPointer { part in
      classes.contains { $0.withUnsafeBufferPointer { $0.end(ofFirst: part) != nil } }
    }
  }

  /// Whether an identifier may begin so; false is certain.
  ///
  /// - Complexity: O(number of beginnings × length)
  func mayHaveIdentifier(beginning: [UInt8]) -> Bool {
    guard let stems else { return true }
    let stem = beginning.prefix { !$0.isDigit }
    // What goes on with a digit has ended the stem with it.
    return stems.contains { stem.count < beginning.count ? $0.elementsEqual(stem) : $0.starts(with: stem) }
  }

  static func mark(ofClass word: some Sequence<UInt8>) -> UInt64 { mark(of: hash(of: word)) }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func hash(of word: some Sequence<UInt8>) -> UInt64 { word.reduce(seed) { mix($0, $1) } }

  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let product = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    return product ^ product >> 29
  }

  private static func mark(of hash: UInt64) -> UInt64 { 1 << ((hash >> 20) % 48) }
}

extension HTMLTree {
  /// Bits that stand for the words of an element's class and for the names of its attributes, as if each had one of its
  /// own: a bit that is clear means that the word or attribute is not there. O(1).
  @inlinable package func marks(of node: HTMLNode) -> UInt64 { elementMarks[node] }

  /// Whether an element of the page may have that word in its class; false is certain.
  package func mayHaveClass(_ word: [UInt8]) -> Bool { elementMarks.mayHaveClass(word) }

  /// Whether an element of the page may have a word in its class that holds these bytes, none of them a space; false is
  /// certain.
  package func mayHaveClass(holding part: [UInt8]) -> Bool { elementMarks.mayHaveClass(holding: part) }

  /// Whether the `id` of an element of the page may begin so; false is certain.
  package func mayHaveIdentifier(beginning: [UInt8]) -> Bool { elementMarks.mayHaveIdentifier(beginning: beginning) }

  /// The bit of an attribute in ``marks(of:)``: one of the highest 16.
  @inlinable package static func mark(ofAttribute name: HTMLName) -> UInt64 { 1 << (48 + UInt64(name.number) & 15) }

  /// The bit of a word of a class in ``marks(of:)``: one of the lowest 48.
  package static func mark(ofClass word: some Sequence<UInt8>) -> UInt64 { ElementMarks.mark(ofClass: word) }
}

/// Words that classes are searched for, any of which will do.
package struct ClassWords: Sendable, ExpressibleByArrayLiteral {
  fileprivate let words: [(bytes: [UInt8], mark: UInt64)]
  /// The marks of all of them.
  package let marks: UInt64

  /// These words.
  package init(arrayLiteral words: String...) {
    self.words = words.map { (Array($0.utf8), HTMLTree.mark(ofClass: $0.utf8)) }
    marks = self.words.reduce(0) { $0 | $1.mark }
  }
}

extension HTMLTree {
  /// Whether any of `words` is one of the words of the attribute `class`.
  ///
  /// - Complexity: O(1) for most elements that have none of them
  package func hasClass(_ words: ClassWords, _ node: HTMLNode) -> Bool {
    let marks = elementMarks[node]
    return marks & words.marks != 0
      && words.words.contains { word in
        marks & word.mark != 0 && word.bytes.withUnsafeBufferPointer { hasToken($0, in: .class, of: node) }
      }
  }
}
