extension MomentReader {
  /// The age that begins at `index`: `3 hours ago`, `about a day ago`, `vor 2 Tagen`, `2 часа назад`, `3時間前`,
  /// `gestern um 10:20`, `15h`.
  func age(at index: Int) -> Moment? {
    guard index < tokens.count else { return nil }
    let first = tokens[index]
    guard first.kind != .sign else { return nil }
    var next = index
    var isPast = false
    if first.kind == .word {
      if let end = AgeWords.lexicon.end(of: .whole, tokens, at: index) { return whole(from: index, to: end) }
      if let end = AgeWords.lexicon.end(of: .agoBefore, tokens, at: index) {
        (isPast, next) = (true, end)
      } else if AgeWords.lexicon.match(tokens, at: index) == nil {
        return nil
      }
    }
    // `vor etwa 2 Tagen`
    if let end = AgeWords.lexicon.end(of: .about, tokens, at: next) { next = end }
    var end = next
    var parts = 0
    var isAttached = false
    while let (after, isPastUnit, isGlued) = amount(at: end) {
      end = after
      parts += 1
      isAttached = isGlued
      if isPastUnit {
        isPast = true
        break
      }
      if isSign(end, ","), amount(at: end + 1) != nil { end += 1 }
    }
    guard parts > 0 else { return nil }
    if let after = AgeWords.lexicon.end(of: .agoAfter, tokens, at: end) {
      isPast = true
      end = after
    }
    // A bare `15h` counts where it is all there is to a token; `3 hours` alone is a duration.
    guard isPast || isAttached && parts == 1 && isShortUnit(tokens[end - 1]) else { return nil }
    return Moment(
      value: .age,
      bytes: first.start..<tokens[end - 1].end,
      firstToken: index,
      endToken: end,
      isPrecise: isPast
    )
  }

  /// `h`, `mo`, `ч`: what may stand glued to a number and mean an age by itself. 年 stands in dates, too.
  private func isShortUnit(_ token: Token) -> Bool { token.count <= 2 || AgeWords.shortUnits.contains(token) }

  /// `2 hours`, `2h`, `an hour`, `2 часа`, `3時間前`.
  private func amount(at index: Int) -> (end: Int, isPast: Bool, isGlued: Bool)? {
    guard index < tokens.count else { return nil }
    let isNumber = tokens[index].kind == .number && tokens[index].count <= 4
    guard isNumber || AgeWords.lexicon.isWord(tokens[index], .one) else { return nil }
    var next = index + 1
    guard next < tokens.count, tokens[next].kind == .word else { return nil }
    let isGlued = isNumber && !tokens[next].isSpaced
    guard let match = unit(at: next) else { return nil }
    if tokens[next].count == 1, !isGlued { return nil }
    next = match.end
    if isSign(next, "."), next < tokens.count, !tokens[next].isSpaced, next + 1 < tokens.count { next += 1 }
    return (next, match.isPast, isGlued)
  }

  private func unit(at index: Int) -> (end: Int, isPast: Bool)? {
    // Both readings of a word may be in the table (`an` is one and a unit); what counts here is whether it is a unit.
    guard let match = AgeWords.units.match(tokens, at: index) else { return nil }
    return (match.end, match.meaning == .unitAgo)
  }

  /// `yesterday`, with the time of day that may follow.
  private func whole(from index: Int, to end: Int) -> Moment {
    let end = timeAfter(end)?.end ?? end
    return Moment(
      value: .age,
      bytes: tokens[index].start..<tokens[end - 1].end,
      firstToken: index,
      endToken: end,
      isPrecise: true
    )
  }
}
