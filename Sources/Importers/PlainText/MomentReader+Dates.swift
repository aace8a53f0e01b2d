extension MomentReader {
  /// A date, the index after it, and how many bytes of its first token belong to something glued to it.
  typealias FoundDate = (date: CalendarDate, end: Int, glued: Int)

  /// The date that begins at `index`, a weekday before it included.
  func date(at index: Int) -> FoundDate? {
    guard index < tokens.count else { return nil }
    if tokens[index].kind == .word {
      if let end = end(of: .weekday, at: index) {
        var next = end
        while isSign(next, ",.") { next += 1 }
        // `den`, `the`: at most one word between weekday and day.
        next = self.end(of: .joiner, at: next) ?? next
        if let found = plainDate(at: next) { return found }
      }
      return month(index) == nil ? nil : monthFirst(at: index)
    }
    return plainDate(at: index)
  }

  private func plainDate(at index: Int) -> FoundDate? {
    guard index < tokens.count else { return nil }
    if month(index) != nil { return monthFirst(at: index) }
    guard tokens[index].kind == .number else { return nil }
    return yearFirst(at: index) ?? numeric(at: index) ?? dayThenMonthName(at: index)
  }

  /// `2023-09-01`, `2023/9/1`, `2023.9.1`, `2023年9月1日`, `2023년 9월 1일`, `2023 September 1`.
  private func yearFirst(at index: Int) -> FoundDate? {
    guard let year = number(index, digits: 4...4, in: 1900...2100) else { return nil }
    if isSign(index + 1, "-/."), let month = number(index + 2, digits: 1...2, in: 1...12), isSign(index + 3, "-/."),
      tokens[index + 3].value == tokens[index + 1].value, let day = number(index + 4, digits: 1...2, in: 1...31)
    {
      // Korean dates close with a full stop: `2023. 9. 1.`
      let end = isSign(index + 5, ".") && tokens[index + 1].isSign(".") ? index + 6 : index + 5
      return (CalendarDate(year: year, month: month, day: day), end, 0)
    }
    if isWord(index + 1, .year), let month = number(index + 2, digits: 1...2, in: 1...12), isWord(index + 3, .month) {
      if let day = number(index + 4, digits: 1...2, in: 1...31), isWord(index + 5, .day) {
        return (CalendarDate(year: year, month: month, day: day), index + 6, 0)
      }
      return (CalendarDate(year: year, month: month, day: nil), index + 4, 0)
    }
    if let month = month(index + 1), let day = number(index + 2, digits: 1...2, in: 1...31), !isSign(index + 3, ":") {
      return (CalendarDate(year: year, month: month, day: day), index + 3, 0)
    }
    return nil
  }

  /// `1.9.2023`, `01/09/23`, `9-1-2023`, `1.9, 2023 @ 10:39`.
  private func numeric(at index: Int) -> FoundDate? {
    guard index + 4 < tokens.count, isSign(index + 1, "./-"),
      tokens[index + 3].value == tokens[index + 1].value || isYearApart(at: index),
      tokens[index + 3].kind == .sign, !tokens[index + 2].isSpaced || tokens[index + 1].isSign("."),
      let second = number(index + 2, digits: 1...2, in: 1...31), tokens[index + 4].kind == .number
    else { return nil }
    let last = tokens[index + 4]
    // A name or a score may be glued to the day: `name3` and `23.04.18`. Then the day has two digits.
    let glued = max(0, tokens[index].count - 2)
    let first = glued == 0 ? tokens[index].number : tokens[index].number % 100
    guard first > 0, glued == 0 || last.count == 2 || last.count == 4 else { return nil }
    guard let year = year(of: last),
      !isSign(index + 5, ".") || index + 6 >= tokens.count || tokens[index + 6].kind != .number
    else {
      return nil
    }
    let isMonthFirst: Bool
    if first > 12 {
      isMonthFirst = false
    } else if second > 12 {
      isMonthFirst = true
    } else {
      isMonthFirst = tokens[index + 1].isSign("/") && order == .monthFirst
    }
    let (month, day) = isMonthFirst ? (first, second) : (second, first)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return (CalendarDate(year: year, month: month, day: day), index + 5, glued)
  }

  /// Whether a comma stands between day and month and a year, as some blogs write it before a time of day.
  private func isYearApart(at index: Int) -> Bool {
    isSign(index + 1, ".") && isSign(index + 3, ",") && tokens[index + 4].count == 4 && isSign(index + 5, "@")
  }

  private func year(of token: Token) -> Int? {
    if token.count == 4, (1900...2100).contains(token.number) { return token.number }
    // POSIX `%y`: 69–99 are of the last century.
    if token.count == 2 { return token.number < 69 ? 2000 + token.number : 1900 + token.number }
    return nil
  }

  /// `1 September 2023`, `1. September`, `1er septembre 2023`, `1 de septiembre de 2023`, `13 Sep '10`.
  private func dayThenMonthName(at index: Int) -> FoundDate? {
    guard let day = number(index, digits: 1...2, in: 1...31) else { return nil }
    var next = index + 1
    if isSign(next, ".") || isSign(next, "-") || isSign(next, "/") { next += 1 }
    if next < tokens.count, isWord(next, .ordinal), month(next) == nil { next += 1 }
    guard let month = month(next) else { return nil }
    next += 1
    while isSign(next, ".,-/") { next += 1 }
    if next < tokens.count, isWord(next, .ordinal) { next += 1 }
    if let (year, end) = namedYear(at: next) { return (CalendarDate(year: year, month: month, day: day), end, 0) }
    return (CalendarDate(year: nil, month: month, day: day), trimmedEnd(next), 0)
  }

  /// `September 1, 2023`, `Sep 1st '10`, `September 2023`, `Sep 1 at 10:00`.
  private func monthFirst(at index: Int) -> FoundDate? {
    guard let month = month(index) else { return nil }
    var next = index + 1
    if isSign(next, ".") { next += 1 }
    if let (year, end) = namedYear(at: next), tokens[next].count == 4 || tokens[next].kind == .sign {
      // `March 2018` — unless a day follows that makes it `March 20, 18`.
      return (CalendarDate(year: year, month: month, day: nil), end, 0)
    }
    guard let day = number(next, digits: 1...2, in: 1...31) else { return nil }
    next += 1
    if next < tokens.count, !tokens[next].isSpaced, isWord(next, .ordinal) { next += 1 }
    let afterDay = next
    while isSign(next, ",.·") { next += 1 }
    if let (year, end) = namedYear(at: next) { return (CalendarDate(year: year, month: month, day: day), end, 0) }
    return (CalendarDate(year: nil, month: month, day: day), afterDay, 0)
  }

  /// A year after a month or day: `2023`, `'10`, `2023 г.`, `2023 року`.
  private func namedYear(at index: Int) -> (year: Int, end: Int)? {
    guard index < tokens.count else { return nil }
    var end: Int
    let year: Int
    if let full = number(index, digits: 4...4, in: 1900...2100) {
      (year, end) = (full, index + 1)
    } else if isApostrophe(index), let short = number(index + 1, digits: 2...2, in: 0...99) {
      (year, end) = (short < 69 ? 2000 + short : 1900 + short, index + 2)
    } else if let short = number(index, digits: 2...2, in: 0...99), isSign(index - 1, "-/"), !isSign(index + 1, ":") {
      // `01-Sep-23`
      (year, end) = (short < 69 ? 2000 + short : 1900 + short, index + 1)
    } else {
      return nil
    }
    if end < tokens.count, isWord(end, .year) {
      end += 1
      if isSign(end, ".") { end += 1 }
    }
    return (year, end)
  }

  private func isApostrophe(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .sign && [0x27, 0x2018, 0x2019].contains(tokens[index].value)
  }

  /// Leaves signs after the last word of a date out of it.
  private func trimmedEnd(_ end: Int) -> Int {
    var end = end
    while end > 0, tokens[end - 1].kind == .sign { end -= 1 }
    return end
  }
}
