/// What a line such as `On Monday, Ann wrote:` says of the words quoted after it.
struct Attribution: Equatable {
  /// Who said them.
  var speaker: String
  /// The id of the message they stand in.
  var comment: String?
  /// How many lines say so.
  var lineCount = 0
}

/// Reads attributions: in many languages, of many programs, broken over up to four lines.
struct AttributionReader {
  /// No attribution has more lines, or more bytes.
  static let mostLines = 4
  private static let longest = 600

  private var phrase = AttributionPhrase()

  /// Who said what follows, if all of a paragraph says so.
  ///
  /// - Parameter paragraph: sanitised text.
  static func speaker(in paragraph: [UInt8]) -> String? {
    paragraph.withUnsafeBufferPointer { buffer in
      let text = MailBytes(buffer)
      var lines: [BodyLine] = []
      var reader = BodyLineReader(text, BodyLineReader.Style())
      reader.read(into: &lines)
      var attributions = AttributionReader()
      guard let attribution = attributions.read(lines[...], of: text), attribution.lineCount == lines.count else {
        return nil
      }
      return attribution.speaker
    }
  }

  /// The attribution that `lines` end with.
  ///
  /// - Complexity: O(``longest``)
  mutating func read(_ lines: ArraySlice<BodyLine>, of text: MailBytes) -> Attribution? {
    guard let last = lines.last, ends(last, in: text) else { return nil }
    var count = min(lines.count, Self.mostLines)
    while count > 0 {
      let candidate = lines.suffix(count)
      if count == 1 || mayBegin(candidate, of: text) {
        phrase.join(candidate, of: text, limit: Self.longest)
        if let (speaker, comment) = phrase.parse(isLong: count > 1) {
          return Attribution(speaker: speaker, comment: comment, lineCount: count)
        }
      }
      count -= 1
    }
    return nil
  }

  /// Whether a line ends as attributions do: with a colon, or dots.
  private func ends(_ line: BodyLine, in text: MailBytes) -> Bool {
    guard line.count > 1 else { return false }
    switch text[line.end - 1] {
    case 0x3a: return true
    case 0x2e: return text[line.end - 2] == 0x2e || text[line.end - 2] == 0x20
    case 0x2d: return text[line.end - 2] == 0x3a
    case 0x9a: return line.count > 2 && text[line.end - 2] == 0xbc && text[line.end - 3] == 0xef
    default: return false
    }
  }

  /// Whether lines can be one attribution: the first begins as one, and no sentence ends before the last.
  private func mayBegin(_ lines: ArraySlice<BodyLine>, of text: MailBytes) -> Bool {
    guard let first = lines.first else { return false }
    for line in lines.dropLast() {
      guard line.count > 0 else { return false }
      let end = text[line.end - 1]
      if line.count > 200 || end == 0x3a || end == 0x21 || end == 0x3f { return false }
    }
    var end = first.start
    while end < first.end, text[end] != 0x20, text[end] != 0x2c, text[end] != 0x2e { end += 1 }
    return text[first.start].isDigit
      || AttributionWords.beginnings.contains(AttributionWords.hash(text[first.start..<end]))
      || text.first(0x40, in: first.range) < first.end
  }
}
