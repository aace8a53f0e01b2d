/// What the elements of a tree say, in a few bits each, so that asking for what is not there costs next to nothing.
///
/// Two filters after B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970: one for each
/// element, one for all classes of the page.
@usableFromInline
struct ElementMarks: Sendable {
  /// See ``HTMLTree/marks(of:)``, by node.
  @usableFromInline let marks: [UInt64]
  /// Which words stand in attributes `class`, by hash: a bit that is clear means that the word does not. The number of
  /// bits is a power of two.
  private let classBits: [UInt64]

  /// More bits are not worth their memory.
  private static let mostBits = 1 << 15

  /// - Complexity: O(number of nodes and length of their classes)
  init(_ records: TreeRecords, _ attributes: [AttributeRecord], _ values: [UInt8]) {
    var size = 64
    while size < records.count * 4, size < Self.mostBits { size *= 2 }
    var bits = [UInt64](repeating: 0, count: size / 64)
    var all = [UInt64](repeating: 0, count: records.count)
    let (attributes, values) = (attributes.span, values.span)
    for node in 0..<records.count {
      let record = records[node]
      guard record.label.hasAttributes else { continue }
      var marks: UInt64 = 0
      for index in Int(record.dataStart)..<Int(record.dataEnd) {
        let attribute = attributes[index]
        marks |= HTMLTree.mark(ofAttribute: HTMLName(number: attribute.name))
        guard attribute.name == HTMLName.class.number else { continue }
        var hash = Self.seed
        func end() {
          bits[Self.word(of: hash, in: bits.count)] |= 1 << (hash & 63)
          marks |= Self.mark(of: hash)
          hash = Self.seed
        }
        for place in Int(attribute.valueStart)..<Int(attribute.valueEnd) {
          if values[place].isHTMLSpace { end() } else { hash = Self.mix(hash, values[place]) }
        }
        end()
      }
      all[node] = marks
    }
    marks = all
    classBits = bits
  }

  @inlinable subscript(node: HTMLNode) -> UInt64 { marks[node.offset] }

  /// Whether the word may stand in a class; false is certain.
  func mayHaveClass(_ word: some Sequence<UInt8>) -> Bool {
    let hash = Self.hash(of: word)
    return classBits[Self.word(of: hash, in: classBits.count)] & 1 << (hash & 63) != 0
  }

  /// Which of so many words of 64 bits has the bit of a hash.
  private static func word(of hash: UInt64, in count: Int) -> Int { Int(truncatingIfNeeded: hash >> 6) & (count - 1) }

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

  /// The bit of an attribute in ``marks(of:)``: one of the highest 16.
  @inlinable package static func mark(ofAttribute name: HTMLName) -> UInt64 { 1 << (48 + UInt64(name.number) & 15) }

  /// The bit of a word of a class in ``marks(of:)``: one of the lowest 48.
  package static func mark(ofClass word: some Sequence<UInt8>) -> UInt64 { ElementMarks.mark(ofClass: word) }
}

/// Words that classes are searched for, any of which will do.
package struct ClassWords: Sendable, ExpressibleByArrayLiteral {
  let words: [String]
  /// The marks of all of them.
  package let marks: UInt64

  /// These words.
  package init(arrayLiteral words: String...) {
    self.words = words
    marks = words.reduce(0) { $0 | HTMLTree.mark(ofClass: $1.utf8) }
  }
}

extension HTMLTree {
  /// Whether any of `words` is one of the words of the attribute `class`.
  ///
  /// - Complexity: O(1) for most elements that have none of them
  package func hasClass(_ words: ClassWords, _ node: HTMLNode) -> Bool {
    elementMarks[node] & words.marks != 0 && words.words.contains { hasClass($0, node) }
  }
}
