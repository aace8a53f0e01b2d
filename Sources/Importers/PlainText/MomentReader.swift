import DocumentModel

/// Finds dates, times and ages among the tokens of a line, in many languages and styles.
///
/// Dates are found by where their numbers and month names stand, not by one pattern a site; what the words mean is in
/// ``MonthNames``,
/// ``ClockWords`` and ``AgeWords``.
struct MomentReader {
  /// The tokens of the line.
  let tokens: [Token]
  /// How `03/04/2023` is to be read.
  let order: DateOrder

  /// The first moment of the line.
  ///
  /// - Complexity: O(number of tokens)
  func first() -> Moment? {
    for index in tokens.indices where mayBegin(at: index) {
      if let moment = moment(at: index) { return moment }
    }
    return nil
  }

  /// A moment begins with a number and a sign or word of dates, times or ages after it, or with such a word.
  private func mayBegin(at index: Int) -> Bool {
    guard tokens[index].kind == .number else { return tokens[index].tables & Self.tables != 0 }
    guard index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.kind == .sign ? next.isSign(in: "-/.:") || next.value == 0xff1a : next.tables & Self.tables != 0
  }

  private static let tables =
    Vocabulary.Table.month.bit | Vocabulary.Table.clock.bit | Vocabulary.Table.age.bit | Vocabulary.Table.unit.bit

  /// The moment that begins with the token at `index`.
  func moment(at index: Int) -> Moment? {
    if let age = age(at: index) { return age }
    if let (date, end, glued) = date(at: index) {
      let first = index
      var last = end
      var clock: ClockTime?
      if let (time, timeEnd) = timeAfter(end) {
        clock = time
        last = timeEnd
      }
      return moment(date, clock, from: first, to: last, glued: glued)
    }
    // A time first: `14:17, 03.03.2011`, `2:33 pm on July 30, 2013`.
    if let (time, end) = time(at: index, isTied: false), let (dateStart, _) = skipJoiners(from: end, words: 2),
      let (date, dateEnd, _) = date(at: dateStart)
    {
      return moment(date, time, from: index, to: dateEnd, glued: 0)
    }
    return nil
  }

  private func moment(_ date: CalendarDate, _ clock: ClockTime?, from first: Int, to end: Int, glued: Int) -> Moment? {
    let start = tokens[first].start + glued
    let bytes = start..<tokens[end - 1].end
    guard let year = date.year else {
      // Without a year it cannot be computed with; a day alone could be anything.
      return clock == nil ? nil : Moment(value: .age, bytes: bytes, firstToken: first, endToken: end, isPrecise: true)
    }
    let timestamp = Timestamp(
      year: year,
      month: date.month,
      day: date.day,
      hour: clock?.hour,
      minute: clock?.minute,
      second: clock?.second,
      offset: clock?.offset
    )
    guard let timestamp else { return nil }
    return Moment(
      value: .timestamp(timestamp),
      bytes: bytes,
      firstToken: first,
      endToken: end,
      isPrecise: timestamp.hour != nil
    )
  }

  // MARK: Words

  /// The index after the words at `index` that mean `meaning`.
  func end(of meaning: ClockWords.Meaning, at index: Int) -> Int? {
    ClockWords.lexicon.end(of: meaning, tokens, at: index)
  }

  /// Whether the single word at `index` means `meaning`.
  func isWord(_ index: Int, _ meaning: ClockWords.Meaning) -> Bool {
    index < tokens.count && ClockWords.lexicon.isWord(tokens[index], meaning)
  }

  func month(_ index: Int) -> Int? {
    index < tokens.count ? MonthNames.lexicon.meaning(of: tokens[index]).map(Int.init) : nil
  }

  func number(_ index: Int, digits: ClosedRange<Int>, in range: ClosedRange<Int>) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .number, digits.contains(tokens[index].count),
      range.contains(tokens[index].number)
    else { return nil }
    return tokens[index].number
  }

  func isSign(_ index: Int, _ set: StaticString) -> Bool { index < tokens.count && tokens[index].isSign(in: set) }

  /// The index after signs and up to `words` joining words.
  func skipJoiners(from index: Int, words: Int) -> (index: Int, words: Int)? {
    var index = index
    var seen = 0
    var signs = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .sign {
        signs += 1
        guard signs <= 3, !token.isSign(in: "([{#%+") else { break }
        index += 1
      } else if seen < words, let end = end(of: .joiner, at: index) ?? end(of: .weekday, at: index) {
        seen += 1
        index = end
      } else {
        break
      }
    }
    return index < tokens.count ? (index, seen) : nil
  }
}
