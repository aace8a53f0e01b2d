import DocumentModel

/// Hashes of names by their letters: `Vlad Gor` and `vlad gor` are the same.
///
/// Names are met again and again; each is read once.
struct NameHashes {
  private let document: Document
  private var folding = LetterFolding()
  /// The hashes of the document's names by number; ``unread`` for those that were not asked for. Empty before the first.
  private var known: [UInt64] = []

  /// Stands for a hash that is not known: greater than any.
  private static let unread = UInt64.max

  /// The names of a document's comments.
  init(_ document: Document) { self.document = document }

  /// The hash of a name; `nil` for one without letters.
  mutating func hash(of name: String) -> UInt64? {
    var hash: UInt64 = 0
    for scalar in name.unicodeScalars {
      let letter = folding.letter(of: scalar.value)
      if letter != 0 { hash = LetterHash.appending(letter, to: hash) }
    }
    return hash == 0 ? nil : hash
  }

  /// The hashes of a comment's author's name and real name.
  ///
  /// - Complexity: O(1) but for names that were not met before
  mutating func hashes(ofComment comment: Int) -> (author: UInt64?, displayName: UInt64?) {
    let numbers = document.comments.nameNumbers(of: comment)
    return (hash(ofNumber: numbers.author), hash(ofNumber: numbers.displayName))
  }

  private mutating func hash(ofNumber number: UInt32) -> UInt64? {
    if known.isEmpty { known = Array(repeating: Self.unread, count: document.comments.nameCount) }
    guard known.indices.contains(Int(number)) else { return nil }
    if known[Int(number)] == Self.unread {
      known[Int(number)] = document.comments.name(ofNumber: number).flatMap { self.hash(of: $0) } ?? 0
    }
    let hash = known[Int(number)]
    return hash == 0 ? nil : hash
  }
}
