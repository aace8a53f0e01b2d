extension MomentReader {
  /// The time of day that stands after a date which ends before `index`: `, 10: 39`, ` at 2:33 pm`,
  /// `T13:33:05+02:00`, ` | 20:30`.
  func timeAfter(_ index: Int) -> (time: ClockTime, end: Int)? {
    guard let (start, words) = skipJoiners(from: index, words: 3) else { return nil }
    // `2023-09-01T13:33`: the letter is glued to both.
    if index < tokens.count, tokens[index].kind == .word, tokens[index].count == 1, !tokens[index].isSpaced,
      index + 1 < tokens.count, !tokens[index + 1].isSpaced, let found = time(at: index + 1, isTied: true)
    {
      return found
    }
    return time(at: start, isTied: words > 0)
  }

  /// The time of day at `index`. One that is tied to a date by a word may be written with a full stop: `kl. 15.04`.
  func time(at index: Int, isTied: Bool) -> (time: ClockTime, end: Int)? {
    var next = index
    var isAfternoon: Bool?
    // 午後3:04
    if let half = halfOfDay(at: next) { (isAfternoon, next) = (half.isAfternoon, half.end) }
    guard let hour = number(next, digits: 1...2, in: 0...24) else { return nil }
    next += 1
    var time = ClockTime(hour: hour, minute: 0)
    if next < tokens.count,
      tokens[next].isSign(":") || tokens[next].value == 0xff1a || isTied && tokens[next].isSign("."),
      let minute = number(next + 1, digits: 2...2, in: 0...59)
    {
      time.minute = minute
      next += 2
      if isSign(next, ":") || isTied && isSign(next, ".") && !isSign(next - 2, ":"),
        let second = number(next + 1, digits: 2...2, in: 0...60)
      {
        time.second = second
        next += 2
        // Fractions of a second are more than a timestamp keeps.
        if isSign(next, ".,"), next + 1 < tokens.count, tokens[next + 1].kind == .number, !tokens[next + 1].isSpaced {
          next += 2
        }
      }
    } else if isWord(next, .hour) {
      // `15 h 04`, `15h04`, `15時04分`; an hour alone is not a time of day.
      guard let minute = number(next + 1, digits: 2...2, in: 0...59) else { return nil }
      time.minute = minute
      next += 2
      if isWord(next, .minute) { next += 1 }
    } else {
      return nil
    }
    if isAfternoon == nil, let half = halfOfDay(at: next) { (isAfternoon, next) = (half.isAfternoon, half.end) }
    if let isAfternoon, (1...12).contains(time.hour) {
      time.hour = time.hour % 12 + (isAfternoon ? 12 : 0)
      time.isTwelveHour = true
    }
    guard time.hour < 24 else { return nil }
    if next < tokens.count, tokens[next].count > 1, let end = end(of: .hour, at: next) { next = end }
    return zone(after: time, at: next)
  }

  private func halfOfDay(at index: Int) -> (isAfternoon: Bool, end: Int)? {
    let afternoon = end(of: .afternoon, at: index)
    guard var end = afternoon ?? end(of: .morning, at: index) else { return nil }
    // The full stop of `p.m.`
    if isSign(end, "."), tokens[end - 1].count == 1 { end += 1 }
    return (afternoon != nil, end)
  }

  /// `Z`, `UTC`, `GMT+2`, `+02:00`; the names of other zones are passed over.
  private func zone(after time: ClockTime, at index: Int) -> (time: ClockTime, end: Int) {
    var time = time
    var next = index
    let isParenthesised = isSign(next, "(")
    if isParenthesised { next += 1 }
    var isUniversal = false
    if let end = end(of: .universal, at: next) {
      (isUniversal, next) = (true, end)
    } else if let end = end(of: .zone, at: next) {
      return (time, isParenthesised && isSign(end, ")") ? end + 1 : end)
    }
    if isSign(next, "+-"), next + 1 < tokens.count, !tokens[next + 1].isSpaced,
      isUniversal || !tokens[next].isSpaced || tokens[next + 1].count == 4
    {
      let sign = tokens[next].isSign("-") ? -1 : 1
      if let packed = number(next + 1, digits: 4...4, in: 0...1400) {
        time.offset = sign * (packed / 100 * 60 + packed % 100)
        next += 2
      } else if let hours = number(next + 1, digits: 1...2, in: 0...14), isSign(next + 2, ":"),
        let minutes = number(next + 3, digits: 2...2, in: 0...59)
      {
        time.offset = sign * (hours * 60 + minutes)
        next += 4
      } else if isUniversal, let hours = number(next + 1, digits: 1...2, in: 0...14) {
        time.offset = sign * hours * 60
        next += 2
      } else {
        return (time, index)
      }
    } else if isUniversal {
      time.offset = 0
    } else {
      return (time, index)
    }
    if isParenthesised, isSign(next, ")") { next += 1 }
    return (time, next)
  }
}
