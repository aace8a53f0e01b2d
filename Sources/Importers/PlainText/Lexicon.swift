/// What the phrases of a lexicon mean.
protocol WordMeaning: Equatable, Sendable {
  /// The meaning of this code.
  init?(code: UInt8)
  /// The meaning as a number.
  var code: UInt8 { get }
}

extension WordMeaning where Self: RawRepresentable, RawValue == UInt8 {
  init?(code: UInt8) { self.init(rawValue: code) }
  var code: UInt8 { rawValue }
}

extension UInt8: WordMeaning {
  init?(code: UInt8) { self = code }
  var code: UInt8 { self }
}

/// The only meaning of phrases that are just listed.
enum ListedWord: UInt8, WordMeaning { case listed }

/// Phrases of many languages and what they mean, to be found in tokens: one of the tables of the ``Vocabulary``.
///
/// A phrase is a sequence of words; case and the signs between words do not matter. The longest phrase wins.
struct Lexicon<Meaning: WordMeaning> {
  private let table: Vocabulary.Table

  init(_ table: Vocabulary.Table) { self.table = table }

  /// Whether a phrase begins with the word of this hash.
  func hasPhrase(beginningWith hash: UInt64) -> Bool { Vocabulary.shared.entry(hash).tables & table.bit != 0 }

  /// The meaning of the longest phrase that begins with the token at `index`, and the index of the token after it.
  ///
  /// - Complexity: O(number of phrases that begin with the same word)
  @inline(__always)
  func match(_ tokens: [Token], at index: Int, where isWanted: (Meaning) -> Bool = { _ in true }) -> (
    end: Int, meaning: Meaning
  )? {
    guard index < tokens.count, tokens[index].tables & table.bit != 0 else { return nil }
    let vocabulary = Vocabulary.shared
    for phrase in vocabulary.phrases(beginningWith: tokens[index].word) where phrase.table == table.rawValue {
      guard let meaning = Meaning(code: phrase.meaning), isWanted(meaning),
        let end = vocabulary.end(of: phrase, tokens, after: index)
      else { continue }
      return (end, meaning)
    }
    return nil
  }

  /// The meaning of the single word `token`.
  func meaning(of token: Token) -> Meaning? {
    guard token.tables & table.bit != 0 else { return nil }
    return Vocabulary.shared.phrases(beginningWith: token.word)
      .first { $0.table == table.rawValue && $0.restCount == 0 }.flatMap { Meaning(code: $0.meaning) }
  }

  /// Whether the single word `token` is in the lexicon.
  func contains(_ token: Token) -> Bool { meaning(of: token) != nil }

  /// The index after the longest phrase at `index` that has this meaning; a word may have several.
  @inline(__always)
  func end(of meaning: Meaning, _ tokens: [Token], at index: Int) -> Int? {
    guard index < tokens.count, tokens[index].tables & table.bit != 0 else { return nil }
    return Vocabulary.shared.end(of: meaning.code, in: table, tokens, at: index)
  }

  /// Whether the single word `token` has this meaning, among others.
  @inline(__always)
  func isWord(_ token: Token, _ meaning: Meaning) -> Bool {
    guard token.tables & table.bit != 0 else { return false }
    return Vocabulary.shared.phrases(beginningWith: token.word)
      .contains { $0.table == table.rawValue && $0.restCount == 0 && $0.meaning == meaning.code }
  }
}

extension Vocabulary {
  /// The index after `phrase`, whose first word is the token at `index`; `nil` when its other words do not follow.
  fileprivate func end(of phrase: Phrase, _ tokens: [Token], after index: Int) -> Int? {
    var next = index + 1
    for place in 0..<Int(phrase.restCount) {
      while next < tokens.count, tokens[next].kind == .sign { next += 1 }
      guard next < tokens.count, tokens[next].word == word(place, of: phrase) else { return nil }
      next += 1
    }
    return next
  }

  /// The index after the longest phrase at `index` that has this meaning in this lexicon.
  fileprivate func end(of meaning: UInt8, in table: Table, _ tokens: [Token], at index: Int) -> Int? {
    for phrase in phrases(beginningWith: tokens[index].word)
    where phrase.table == table.rawValue && phrase.meaning == meaning {
      if let end = end(of: phrase, tokens, after: index) { return end }
    }
    return nil
  }
}
