import DocumentModel

/// Hashes of names by their letters: `Vlad Gor` and `vlad gor` are the same.
///
/// Names are met again and again; each is read once.
struct NameHashes {
  private var known: [String: UInt64] = [:]
  private var folding = LetterFolding()
  /// The hashes of the comment that was asked for last: a comment has many words.
  private var last: (comment: Int, hashes: [UInt64]) = (-1, [])

  /// The hash of a name; `nil` for one without letters.
  mutating func hash(of name: String) -> UInt64? {
    if let hash = known[name] { return hash == 0 ? nil : hash }
    var hash: UInt64 = 0
    for scalar in name.unicodeScalars {
      let letter = folding.letter(of: scalar.value)
      if letter != 0 { hash = LetterHash.appending(letter, to: hash) }
    }
    known[name] = hash
    return hash == 0 ? nil : hash
  }

  /// The hashes of the names of a comment's author, which may be none or two.
  mutating func hashes(ofComment comment: Int, in document: Document) -> [UInt64] {
    if last.comment != comment {
      let names = [document.comments.author(of: comment), document.comments.displayName(of: comment)]
      last = (comment, names.compactMap { $0.flatMap { hash(of: $0) } })
    }
    return last.hashes
  }
}
