/// Phrases of many languages and what they mean, to be found in tokens.
///
/// A phrase is a sequence of words; case and the signs between words do not matter. The longest phrase wins.
struct Lexicon<Meaning: Sendable>: Sendable {
  private struct Phrase: Sendable {
    /// The hashes of the words after the first.
    var rest: [UInt64]
    var meaning: Meaning
  }

  private var phrases: [UInt64: [Phrase]] = [:]

  /// A lexicon of `table`: a meaning, and the phrases for it, separated by commas.
  init(_ table: [(Meaning, String)]) {
    for (meaning, list) in table {
      for phrase in list.split(separator: ",") {
        var tokenizer = Tokenizer()
        let bytes = Array(phrase.utf8)
        tokenizer.tokenize(0..<bytes.count, of: bytes.span)
        let hashes = tokenizer.tokens.filter { $0.kind == .word }.map(\.value)
        guard let first = hashes.first else { continue }
        phrases[first, default: []].append(Phrase(rest: Array(hashes.dropFirst()), meaning: meaning))
      }
    }
    for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  /// The meaning of the longest phrase that begins with the token at `index`, and the index of the token after it.
  ///
  /// - Complexity: O(number of phrases that begin with the same word)
  func match(_ tokens: [Token], at index: Int, where isWanted: (Meaning) -> Bool = { _ in true }) -> (end: Int, meaning: Meaning)? {
    guard index < tokens.count, tokens[index].kind == .word, let candidates = phrases[tokens[index].value] else { return nil }
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
    guard token.kind == .word else { return nil }
    return phrases[token.value]?.first { $0.rest.isEmpty }?.meaning
  }
}

extension Lexicon where Meaning: Equatable {
  /// The index after the longest phrase at `index` that has this meaning; a word may have several.
  func end(of meaning: Meaning, _ tokens: [Token], at index: Int) -> Int? {
    match(tokens, at: index) { $0 == meaning }?.end
  }

  /// Whether the single word `token` has this meaning, among others.
  func isWord(_ token: Token, _ meaning: Meaning) -> Bool {
    guard token.kind == .word else { return false }
    return phrases[token.value]?.contains { $0.rest.isEmpty && $0.meaning == meaning } ?? false
  }
}
