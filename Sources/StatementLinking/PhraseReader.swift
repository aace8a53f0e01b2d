import DocumentModel

/// Reads the words of statements out of a document.
struct PhraseReader {
  /// What a statement says, and how it is set.
  struct Reading {
    /// The words.
    var phrase: Phrase
    /// Whether they are too few to be recognised just anywhere.
    var isShort: Bool
    /// The bytes before the first letter.
    var lead: Range<Int>
    /// The bytes after the last letter.
    var tail: Range<Int>
  }

  private let document: Document
  private var letters: LetterReader
  private let powers: [UInt64]

  // The statement being read: its letters, hashes of its prefixes, where its parts begin, how many words each has.
  private(set) var values: [UInt32] = []
  private var prefixes: [UInt64] = [0]
  private(set) var partStarts: [Int] = []
  private var partWords: [Int] = []
  private var lead = 0..<0
  private var tail = 0..<0

  /// A reader of the statements of `document`.
  init(_ document: Document) {
    self.document = document
    letters = LetterReader(document.text)
    var longest = 0
    for statement in document.statements {
      longest = max(longest, document.subtreeTextRange(of: statement.node).count)
    }
    powers = LetterHash.powers(min(longest, Phrase.longestLength))
  }

  /// What the statement at `node` says itself, statements inside it left out; `nil` when that is nothing or too long.
  ///
  /// - Complexity: O(length of its text + number of nodes below it)
  mutating func read(_ node: NodeIndex) -> Reading? {
    values.removeAll(keepingCapacity: true)
    prefixes.removeAll(keepingCapacity: true)
    prefixes.append(0)
    partStarts = []
    partWords = []
    var isCut = true
    var current = node
    let end = document.subtreeEnd(of: node)
    while current < end {
      if current != node, document[current].statementIndex != nil {
        isCut = true
        current = document.subtreeEnd(of: current)
        continue
      }
      guard readText(of: current, isCut: &isCut) else { return nil }
      current = current.next
    }
    guard prefixes.count > 1 else { return nil }
    return Reading(
      phrase: phrase(),
      isShort: isShort(prefixes.count - 1, words: partWords.reduce(0, +)),
      lead: lead,
      tail: tail
    )
  }

  /// Adds the letters of one node; says whether they were few enough. `isCut` tells whether something was left out just
  /// before.
  private mutating func readText(of node: NodeIndex, isCut: inout Bool) -> Bool {
    let range = document.textRange(of: node)
    letters.read(range)
    var end = range.lowerBound
    while let letter = letters.next() {
      isCut = isCut || hasEllipsis(end..<letter.bytes.lowerBound)
      if prefixes.count == 1 { lead = range.lowerBound..<letter.bytes.lowerBound }
      if isCut {
        partStarts.append(prefixes.count - 1)
        partWords.append(0)
        isCut = false
      }
      if letter.startsWord { partWords[partWords.count - 1] += 1 }
      values.append(letter.value)
      prefixes.append(LetterHash.appending(letter.value, to: prefixes[prefixes.count - 1]))
      end = letter.bytes.upperBound
      tail = end..<range.upperBound
      guard prefixes.count <= powers.count else { return false }
    }
    isCut = isCut || hasEllipsis(end..<range.upperBound)
    return true
  }

  /// Whether `…` or two dots stand in a row in what is between two letters.
  private func hasEllipsis(_ bytes: Range<Int>) -> Bool {
    guard bytes.count > 1 else { return false }
    let text = document.text
    for offset in bytes.dropLast() {
      if text[offset] == UInt8(ascii: "."), text[offset + 1] == UInt8(ascii: ".") { return true }
      if offset + 2 < bytes.upperBound, text[offset] == 0xe2, text[offset + 1] == 0x80, text[offset + 2] == 0xa6 {
        return true
      }
    }
    return false
  }

  private func phrase() -> Phrase {
    let count = prefixes.count - 1
    var phrase = Phrase(whole: pattern(0..<count))
    guard partStarts.count > 1 else { return phrase }
    let ends = partStarts.dropFirst() + [count]
    let parts = zip(partStarts, ends).map { $0..<$1 }
    guard !zip(parts, partWords).contains(where: { isShort($0.count, words: $1) }) else { return phrase }
    phrase.parts = parts.map(pattern)
    return phrase
  }

  /// The letters of these numbers of the statement that was read last.
  private func pattern(_ letters: Range<Int>) -> Phrase.Pattern {
    let ending = 1 << Phrase.Pattern.level(ofLength: letters.count)
    func gate(_ length: Int) -> UInt64? {
      letters.count < length ? nil : hash(letters.upperBound - length..<letters.upperBound)
    }
    return Phrase.Pattern(
      length: letters.count,
      hash: hash(letters),
      endingHash: hash(letters.upperBound - ending..<letters.upperBound),
      firstGate: gate(PhraseBook.firstGate),
      secondGate: gate(PhraseBook.secondGate)
    )
  }

  private func hash(_ letters: Range<Int>) -> UInt64 {
    LetterHash.stretch(
      from: prefixes[letters.lowerBound],
      to: prefixes[letters.upperBound],
      power: powers[letters.count]
    )
  }

  private func isShort(_ letters: Int, words: Int) -> Bool {
    letters < Phrase.fewestLetters || words < Phrase.fewestWords
  }
}
