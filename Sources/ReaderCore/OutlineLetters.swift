import DocumentModel
import StatementLinking

/// Reads the letters of entries of an outline, without their case; what is no letter becomes a 0, one for any number of them.
struct OutlineLetters {
  private var folding = LetterFolding()
  private let document: Document
  /// The letters read last.
  private(set) var letters: [UInt32] = []

  /// A reader of entries of an outline of `document`.
  init(_ document: Document) { self.document = document }

  /// Reads name and words of an entry.
  ///
  /// - Returns: a bit for each letter, by its remainder modulo 64.
  mutating func read(_ entry: Outline.Entry, of outline: Outline) -> UInt64 {
    letters.removeAll(keepingCapacity: true)
    var bits: UInt64 = 0
    if let name = outline.name(of: entry) { add(name.unicodeScalars.prefix(64), &bits) }
    let words = outline.words(of: entry)
    if words.isEmpty, let article = document[entry.node].articleIndex {
      add((document.articles[article].title ?? "").unicodeScalars.prefix(80), &bits)
    }
    document.text.withUnsafeBufferPointer { text in
      add(String(decoding: UnsafeBufferPointer(rebasing: text[words]), as: UTF8.self).unicodeScalars, &bits)
    }
    return bits
  }

  /// The words of what was typed.
  static func words(of query: String) -> [[UInt32]] {
    var folding = LetterFolding()
    return query.unicodeScalars.map { folding.letter(of: $0.value) }.split(separator: 0).map(Array.init)
  }

  private mutating func add(_ scalars: some Sequence<Unicode.Scalar>, _ bits: inout UInt64) {
    if letters.last != 0 { letters.append(0) }
    for scalar in scalars {
      let letter = folding.letter(of: scalar.value)
      if letter != 0 {
        bits |= 1 << UInt64(letter & 63)
        letters.append(letter)
      } else if letters.last != 0 {
        letters.append(0)
      }
    }
  }
}
