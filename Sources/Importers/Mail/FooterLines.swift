/// What is added to mails below their text: by mailing lists, below a rule; by programs that sign.
enum FooterLines {
  /// A rule has no fewer signs.
  private static let shortestRule = 10
  /// A footer has no more lines.
  private static let most = 20
  /// A signature in ASCII armor has no more.
  private static let mostArmored = 200

  /// Words of such footers, in lower case.
  private static let words: [StaticString] = [
    "unsubscribe", "mailing list", "mailing-list", "listinfo", "subscribed to", "yahoo! groups", "majordomo",
    "to post to this", "abmelden", "désabonner", "désinscri", "darse de baja", "отписаться",
  ]

  /// The end of the footer that `lines` begin with; `nil` when they begin with none.
  static func end(_ lines: ArraySlice<BodyLine>, of text: MailBytes) -> Int? {
    guard let rule = lines.first, isRule(rule, of: text) else { return nil }
    var end = lines.startIndex + 1
    if end < lines.endIndex, lines[end].isBlank { end += 1 }
    while end < lines.endIndex, end < lines.startIndex + most, !lines[end].isBlank, lines[end].depth == rule.depth {
      end += 1
    }
    let isFooter = lines[(lines.startIndex + 1)..<end].contains { line in
      (line.start..<line.end).contains { index in
        let first = text[index].lowercased
        return words.contains { $0.utf8Start.pointee == first && text.matches($0, at: index, before: line.end) }
      }
    }
    return isFooter ? end : nil
  }

  private static func isRule(_ line: BodyLine, of text: MailBytes) -> Bool {
    guard line.count >= shortestRule else { return false }
    let sign = text[line.start]
    guard sign == 0x5f || sign == 0x2d || sign == 0x3d || sign == 0x2a || sign == 0x7e else { return false }
    return text[line.range].allSatisfy { $0 == sign }
  }

  /// The end of a signature in ASCII armor (RFC 9580, 6.2), or of what announces one.
  static func endOfArmor(_ lines: ArraySlice<BodyLine>, of text: MailBytes) -> Int? {
    guard let first = lines.first else { return nil }
    let isSignature = !text.matches("-----begin pgp signed", at: first.start, before: first.end)
    for (index, line) in zip(lines.indices, lines).prefix(mostArmored) where line.depth == first.depth {
      if isSignature ? text.matches("-----end pgp ", at: line.start, before: line.end) : line.isBlank {
        return index + 1
      }
    }
    return nil
  }
}
