/// Phrases of many languages and what they mean, to be found in tokens.
///
/// A phrase is a sequence of words; case and the signs between words do not matter. The longest phrase wins.
struct Lexicon<Meaning: Sendable>: Sendable {
  private struct Phrase: Sendable {
    /// The hashes of the words after the first.
    var rest: [UInt64]
    var meaning: Meaning
  }

  /// All phrases, those with the same first word together, longer ones first.
  private var phrases: [Phrase] = []
  /// First words and where their phrases stand. An open table of its own, since words come hashed: a look-up is a few
  /// instructions, where
  /// a dictionary would hash the hash.
  private var slots: [Slot]

  private let index: UInt8

  private struct Slot: Sendable {
    var hash: UInt64 = 0
    var first: Int32 = 0
    var end: Int32 = 0
  }

  /// A lexicon of `table`: a meaning, and the phrases for it, separated by commas.
  ///
  /// - Parameter index: the lexicon's bit in ``WordIndex``, if it is there.
  init(_ table: [(Meaning, String)], index: UInt8 = WordIndex.unknown) {
    self.index = index
    var byFirstWord: [UInt64: [Phrase]] = [:]
    for (meaning, list) in table {
      for phrase in list.split(separator: ",") {
        let hashes = Tokenizer.tokens(of: phrase).filter { $0.kind == .word }.map(\.value)
        guard let first = hashes.first else { continue }
        byFirstWord[first, default: []].append(Phrase(rest: Array(hashes.dropFirst()), meaning: meaning))
      }
    }
    var size = 16
    while size < byFirstWord.count * 3 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    for (hash, list) in byFirstWord {
      let first = phrases.count
      // Of one length, the order of the table counts.
      phrases += list.enumerated().sorted { ($1.element.rest.count, $0.offset) < ($0.element.rest.count, $1.offset) }
        .map(\.element)
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[index].hash != 0 { index = (index + 1) & (size - 1) }
      slots[index] = Slot(hash: hash, first: Int32(first), end: Int32(phrases.count))
    }
  }

  /// The phrases that begin with the word of this hash.
  private func candidates(_ hash: UInt64) -> ArraySlice<Phrase>? {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].hash != 0 {
      if slots[index].hash == hash { return phrases[Int(slots[index].first)..<Int(slots[index].end)] }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The first words of all phrases.
  var firstWords: some Sequence<UInt64> { slots.lazy.map(\.hash).filter { $0 != 0 } }

  /// Whether a phrase begins with the word of this hash.
  func hasPhrase(beginningWith hash: UInt64) -> Bool { candidates(hash) != nil }

  /// The meaning of the longest phrase that begins with the token at `index`, and the index of the token after it.
  ///
  /// - Complexity: O(number of phrases that begin with the same word)
  func match(_ tokens: [Token], at index: Int, where isWanted: (Meaning) -> Bool = { _ in true }) -> (
    end: Int, meaning: Meaning
  )? {
    guard index < tokens.count, tokens[index].kind == .word, tokens[index].tables & self.index != 0,
      let candidates = candidates(tokens[index].value)
    else { return nil }
    candidate: for phrase in candidates where isWanted(phrase.meaning) {
      var next = index + 1
      for hash in phrase.rest {
        while next < tokens.count, tokens[next].kind == .sign { next += 1 }
        guard next < tokens.count, tokens[next].kind == .word, tokens[next].value == hash else { continue candidate }
        next += 1
      }
      return (next, phrase.meaning)
    }
    return nil
  }

  /// The meaning of the single word `token`.
  func meaning(of token: Token) -> Meaning? {
    guard token.kind == .word, token.tables & index != 0 else { return nil }
    return candidates(token.value)?.first { $0.rest.isEmpty }?.meaning
  }
}

extension Lexicon where Meaning: Equatable {
  /// The index after the longest phrase at `index` that has this meaning; a word may have several.
  func end(of meaning: Meaning, _ tokens: [Token], at index: Int) -> Int? {
    match(tokens, at: index) { $0 == meaning }?.end
  }

  /// Whether the single word `token` has this meaning, among others.
  func isWord(_ token: Token, _ meaning: Meaning) -> Bool {
    guard token.kind == .word, token.tables & index != 0 else { return false }
    return candidates(token.value)?.contains { $0.rest.isEmpty && $0.meaning == meaning } ?? false
  }
}
