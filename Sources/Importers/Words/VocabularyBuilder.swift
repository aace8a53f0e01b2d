/// Collects the phrases of a ``Vocabulary``.
struct VocabularyBuilder {
  /// Twice as many as there are words, and a power of two.
  private static let slots = 1 << 13

  /// Hashes of words in an open table; 0 where free.
  private(set) var hashes = [UInt64](repeating: 0, count: slots)
  private(set) var entries = [Vocabulary.Entry](repeating: Vocabulary.Entry(), count: slots)
  private(set) var rest: [UInt16] = []
  private var phrases: [(word: UInt16, phrase: Vocabulary.Phrase)] = []
  private var words: UInt16 = 0

  /// Adds the phrases of a lexicon: meanings, and for each the phrases that have it, separated by commas.
  mutating func add<Meaning: WordMeaning>(_ table: Vocabulary.Table, _ lists: [(Meaning, StaticString)]) {
    for (meaning, list) in lists {
      list.withUTF8Buffer { bytes in
        let text = SourceText(bytes)
        var first: UInt16 = 0
        var restStart = rest.count
        var index = 0
        while index < text.count {
          if let word = text.word(at: index, before: text.count) {
            let number = number(of: word.hash, beginning: first == 0 ? table.bit : 0)
            if first == 0 { first = number } else { rest.append(number) }
            index = word.end
          } else {
            index += 1
          }
          if first > 0, index == text.count || text[index] == 0x2c {
            let phrase = Vocabulary.Phrase(
              table: table.rawValue,
              meaning: meaning.code,
              restCount: UInt8(rest.count - restStart),
              restStart: UInt16(restStart)
            )
            phrases.append((first, phrase))
            first = 0
            restStart = rest.count
          }
        }
      }
    }
  }

  private mutating func number(of hash: UInt64, beginning tables: UInt32) -> UInt16 {
    var slot = Int(truncatingIfNeeded: hash) & (Self.slots - 1)
    while hashes[slot] != hash, hashes[slot] != 0 { slot = (slot + 1) & (Self.slots - 1) }
    if hashes[slot] == 0 {
      words += 1
      hashes[slot] = hash
      entries[slot].word = words
    }
    entries[slot].tables |= tables
    return entries[slot].word
  }

  /// The phrases by first word and lexicon, longer ones first, of one length in the order they were added; and where
  /// those of each word begin.
  func sortedPhrases() -> (phrases: [Vocabulary.Phrase], starts: [UInt16]) {
    var starts = [UInt16](repeating: 0, count: Int(words) + 2)
    for (word, _) in phrases { starts[Int(word) + 1] += 1 }
    for word in starts.indices.dropFirst() { starts[word] += starts[word - 1] }
    var ends = starts
    guard let filling = phrases.first?.phrase else { return ([], starts) }
    var sorted = [Vocabulary.Phrase](repeating: filling, count: phrases.count)
    for (word, phrase) in phrases {
      // By insertion: few phrases begin with the same word.
      var place = Int(ends[Int(word)])
      while place > Int(starts[Int(word)]), Self.isBefore(phrase, sorted[place - 1]) {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = phrase
      ends[Int(word)] += 1
    }
    return (sorted, starts)
  }

  private static func isBefore(_ first: Vocabulary.Phrase, _ second: Vocabulary.Phrase) -> Bool {
    first.table == second.table ? first.restCount > second.restCount : first.table < second.table
  }
}
