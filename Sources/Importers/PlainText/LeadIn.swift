/// A sentence that introduces somebody's words: it ends in a colon and says that something is said.
struct LeadIn {
  /// The bytes of the speaker's name, where one is named.
  var speaker: Range<Int>?

  /// How much before the colon is looked at, in bytes.
  private static let reach = 400

  /// The lead-in that `line`, the last of `lines`, ends with.
  init?(_ line: Line, of lines: [Line], in text: SourceText) {
    guard line.count > 2 else { return nil }
    let last = text[line.textEnd - 1]
    let isFullWidth =
      line.count >= 3 && last == 0x9a && text[line.textEnd - 2] == 0xbc && text[line.textEnd - 3] == 0xef
    guard last == 0x3a || isFullWidth else { return nil }
    var tokenizer = Tokenizer()
    var start = max(line.textStart, line.textEnd - Self.reach)
    while start < line.textEnd, start > line.textStart, text[start - 1] != 0x20 { start += 1 }
    tokenizer.tokenize(start..<line.textEnd, of: text)
    var tokens = tokenizer.tokens
    // Only the last sentence introduces.
    if let stop = tokens.indices.dropLast(2).last(where: { index in
      tokens[index].isSign(in: ".!?") && tokens[index + 1].isSpaced && tokens[index + 1].kind == .word
        && Self.isCapital(tokens[index + 1], in: text) && !(index > 0 && tokens[index - 1].count <= 3)
    }) {
      tokens.removeFirst(stop + 1)
    }
    guard let verb = tokens.indices.first(where: { ReportingWords.lexicon.match(tokens, at: $0) != nil }) else {
      return nil
    }
    speaker = SpeakerFinder(tokens: tokens, text: text).speaker(firstVerb: verb)
  }

  static func isCapital(_ token: Token, in text: SourceText) -> Bool {
    guard token.kind == .word else { return false }
    let byte = text[token.start]
    if byte < 0x80 { return (0x41...0x5a).contains(byte) }
    let second = token.start + 1 < text.count ? text[token.start + 1] : 0
    switch byte {
    case 0xc3: return (0x80...0x9e).contains(second) && second != 0x97
    case 0xc4, 0xc5: return second % 2 == 0
    case 0xce: return (0x86...0xa9).contains(second)
    case 0xd0: return second < 0xb0
    default: return false
    }
  }
}

/// Finds who speaks, among the tokens of a lead-in.
struct SpeakerFinder {
  let tokens: [Token]
  let text: SourceText

  /// The speaker's name: capitalised words before a reporting verb, adverbs and an apposition between them passed
  /// over; or after it.
  func speaker(firstVerb: Int) -> Range<Int>? {
    for verb in firstVerb..<tokens.count {
      guard let match = ReportingWords.lexicon.match(tokens, at: verb) else { continue }
      if let found = nameBefore(verb) ?? nameAfter(match.end) { return found }
    }
    return nil
  }

  /// Words that may stand between a name and its verb.
  private func isFiller(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    if ReportingWords.fillers.match(tokens, at: index) != nil || ReportingWords.lexicon.match(tokens, at: index) != nil
    {
      return true
    }
    // English adverbs.
    return token.count > 4 && text[token.end - 1] == 0x79 && text[token.end - 2] == 0x6c
  }

  private func nameBefore(_ verb: Int) -> Range<Int>? {
    var index = verb - 1
    var passed = 0
    while index >= 0, passed < 5, !LeadIn.isCapital(tokens[index], in: text), isFiller(index) {
      index -= 1
      passed += 1
    }
    // `NAME, deputy minister of X, said`: an apposition between two commas.
    if index > 1, tokens[index].isSign(",") {
      var open = index - 1
      while open >= 0, !tokens[open].isSign(","), index - open < 16 { open -= 1 }
      guard open > 0, tokens[open].isSign(",") else { return nil }
      index = open - 1
    }
    guard index >= 0, LeadIn.isCapital(tokens[index], in: text) || tokens[index].kind == .word && isHyphenated(index)
    else { return nil }
    return name(endingAt: index)
  }

  /// `Kim Jong-un`: a small letter after a hyphen is still the name's.
  private func isHyphenated(_ index: Int) -> Bool {
    index >= 2 && tokens[index - 1].isSign("-") && !tokens[index].isSpaced && !tokens[index - 1].isSpaced
  }

  private func name(endingAt end: Int) -> Range<Int>? {
    var start = end
    var words = 1
    while start > 0 {
      if isHyphenated(start) {
        start -= 2
        continue
      }
      let before = start - 1
      if tokens[before].kind == .word, tokens[start].isSpaced,
        LeadIn.isCapital(tokens[before], in: text)
          || ReportingWords.particles.meaning(of: tokens[before]) != nil && before > 0
            && LeadIn.isCapital(tokens[before - 1], in: text)
      {
        // A title ends the name: `President Jane Roe`.
        if ReportingWords.titles.meaning(of: tokens[before]) != nil { break }
        start = before
        words += 1
      } else {
        break
      }
    }
    let hasTitle = start > 0 && ReportingWords.titles.meaning(of: tokens[start - 1]) != nil
    if words == 1 {
      // A title, or a thing with an article before it, is nobody's name.
      if ReportingWords.titles.meaning(of: tokens[start]) != nil { return nil }
      if start > 0, ReportingWords.articles.meaning(of: tokens[start - 1]) != nil { return nil }
      if ReportingWords.articles.meaning(of: tokens[start]) != nil
        || ReportingWords.fillers.match(tokens, at: start) != nil
      {
        return nil
      }
    }
    // The first word of a sentence is capitalised anyway.
    while start < end,
      ReportingWords.articles.meaning(of: tokens[start]) != nil
        || ReportingWords.fillers.match(tokens, at: start) != nil || isOpening(start)
    {
      start += 1
      words -= 1
    }
    if words > 3, !hasTitle {
      // A long run is a name after what somebody is; two words of it are the name.
      var kept = end
      var count = 0
      while kept > start {
        if isHyphenated(kept) {
          kept -= 2
          continue
        }
        count += 1
        if count == 2 { break }
        kept -= 1
      }
      start = kept
    }
    return tokens[start].start..<tokens[end].end
  }

  /// Whether a capitalised word only opens the sentence: an adverb or preposition.
  private func isOpening(_ index: Int) -> Bool {
    index == 0 && ReportingWords.openings.meaning(of: tokens[index]) != nil
  }

  private func nameAfter(_ index: Int) -> Range<Int>? {
    var index = index
    var passed = 0
    var hasArticle = false
    while index < tokens.count, passed < 6 {
      let token = tokens[index]
      if ReportingWords.titles.meaning(of: token) != nil {
        hasArticle = false
      } else if ReportingWords.articles.meaning(of: token) != nil {
        hasArticle = true
      } else {
        break
      }
      index += 1
      passed += 1
    }
    guard index < tokens.count, !hasArticle, tokens[index].isSpaced, LeadIn.isCapital(tokens[index], in: text),
      ReportingWords.openings.meaning(of: tokens[index]) == nil
    else { return nil }
    var end = index
    while end + 1 < tokens.count {
      if LeadIn.isCapital(tokens[end + 1], in: text), tokens[end + 1].isSpaced {
        end += 1
      } else if end + 2 < tokens.count, tokens[end + 1].isSign("-"), !tokens[end + 1].isSpaced,
        tokens[end + 2].kind == .word
      {
        end += 2
      } else if end + 2 < tokens.count, ReportingWords.particles.meaning(of: tokens[end + 1]) != nil,
        LeadIn.isCapital(tokens[end + 2], in: text)
      {
        end += 2
      } else {
        break
      }
    }
    // After the name the sentence ends, or goes on after a comma.
    guard end + 1 < tokens.count, tokens[end + 1].kind == .sign || end > index else { return nil }
    return tokens[index].start..<tokens[end].end
  }
}
