/// The head of a message that a program copied below an answer, with the whole message after it and no marks.
///
/// `-----Original Message-----`, or only the lines `From:`, `Sent:`, `To:`, `Subject:`, in the language of the program.
struct CopiedHead {
  /// Who sent it.
  var sender: String?
  /// The lines of its fields.
  var fields: Range<Int>

  /// Lines of one head, those included that are wrapped.
  private static let most = 14

  /// Words for From, as they stand before a colon.
  private static let senders: Set<[UInt8]> = names("from von de da van från fra lähettäjä od от від kimden 发件人 差出人 寄件者")
  /// Words for Subject.
  private static let subjects: Set<[UInt8]> = names(
    "subject betreff objet asunto oggetto assunto onderwerp ämne emne aihe temat předmět тема konu 主题 件名 主旨"
  )

  private static func names(_ list: String) -> Set<[UInt8]> { Set(list.split(separator: " ").map { Array($0.utf8) }) }

  /// Words between the dashes of a line that announces such a head, in lower case.
  private static let titles: [StaticString] = [
    "original message", "forwarded message", "original nachricht", "ursprüngliche nachricht", "weitergeleitete",
    "message d'origine", "message original", "mensaje original", "mensagem original", "messaggio originale",
    "oorspronkelijk bericht", "ursprungligt meddelande", "oprindelig meddelelse", "wiadomość oryginalna",
    "původní zpráva", "alkuperäinen viesti", "reply message",
  ]

  /// The head that `lines` begin with.
  ///
  /// - Complexity: O(1) for lines that begin with no such head
  init?(_ lines: ArraySlice<BodyLine>, of text: MailBytes) {
    guard let first = lines.first else { return nil }
    var index = lines.startIndex
    let isTitled = Self.isTitle(first, of: text)
    if isTitled {
      index += 1
      while index < lines.endIndex, lines[index].isBlank, index < lines.startIndex + 3 { index += 1 }
    }
    var count = 0
    var hasSubject = false
    let start = index
    while index < lines.endIndex, index < start + Self.most, !lines[index].isBlank, lines[index].depth == first.depth {
      let line = lines[index]
      if let colon = Self.colon(line, of: text) {
        let name = Array(text[line.start..<colon.name].map(\.lowercased))
        if count == 0 {
          guard Self.senders.contains(name) || isTitled else { return nil }
        }
        if Self.senders.contains(name) {
          // `Ann [mailto:ann@example.org]`
          sender = Mailbox(text, colon.value..<text.first(0x5b, in: colon.value..<line.end)).name
        }
        if Self.subjects.contains(name) { hasSubject = true }
        count += 1
      } else if count == 0 {
        break
      }
      index += 1
    }
    if index == start + Self.most { return nil }
    guard isTitled || count >= 3 && hasSubject && sender != nil else { return nil }
    fields = start..<index
  }

  /// Whether a line says between dashes that a message follows.
  static func isTitle(_ line: BodyLine, of text: MailBytes) -> Bool {
    guard line.count >= 10, text[line.start] == 0x2d, text[line.start + 1] == 0x2d, text[line.end - 1] == 0x2d else {
      return false
    }
    var index = line.start
    while index < line.end, text[index] == 0x2d || text[index] == 0x20 { index += 1 }
    return titles.contains { text.matches($0, at: index, before: line.end) }
  }

  /// Where the name before a colon ends, and what stands after it begins.
  private static func colon(_ line: BodyLine, of text: MailBytes) -> (name: Int, value: Int)? {
    let limit = min(line.end, line.start + 24)
    let colon = text.first(0x3a, in: line.start..<limit)
    guard colon < limit, colon > line.start else { return nil }
    var name = colon
    while name > line.start, text[name - 1] == 0x20 { name -= 1 }
    // `*From:*`, as HTML turned into text has it, is not told apart: it is rare, and so are mistakes.
    return (name, colon + 1)
  }
}
