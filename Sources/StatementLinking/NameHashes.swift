/// Hashes of names by their letters: `Vlad Gor` and `vlad gor` are the same.
///
/// Names are met again and again; each is read once.
struct NameHashes {
  private var known: [String: UInt64] = [:]
  private var folding = LetterFolding()

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
}
