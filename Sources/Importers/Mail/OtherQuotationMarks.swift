/// Marks of quotation other than `>`: `|`, `:`, and the initials or the name of whom is quoted (`AB>`, `Ann>`).
///
/// They are seen in tables and at prompts too, so a mark needs company.
enum OtherQuotationMarks {
  /// Initials, or a name, of no more letters.
  private static let longestName = 12
  /// They are not indented further.
  private static let deepestIndent = 8

  /// Whether a line whose words begin with `byte` may have such a mark.
  static func mayBegin(_ byte: UInt8) -> Bool { byte == 0x7c || byte == 0x3a || byte == 0x20 || byte.isASCIICapital }

  /// Takes the marks off lines that follow each other with the same one.
  ///
  /// - Complexity: O(number of lines)
  static func note(in lines: inout [BodyLine], of text: MailBytes) {
    var index = 0
    while index < lines.count {
      guard let mark = mark(lines[index], in: text) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, lines[end].depth == lines[index].depth, let other = self.mark(lines[end], in: text),
        text.isSame(mark, other)
      {
        end += 1
      }
      if end > index + 1, lines[index].depth < BodyLineReader.deepest {
        for number in index..<end { take(mark.count, off: &lines[number], of: text) }
      }
      index = end
    }
  }

  private static func take(_ count: Int, off line: inout BodyLine, of text: MailBytes) {
    line.start += count
    line.depth += 1
    let start = line.start
    BodyLineReader.readAngles(&line, of: text, isFlowed: false)
    line.depth = min(line.depth, BodyLineReader.deepest)
    if line.start == start, !line.isBlank, text[start] == 0x20 { line.start += 1 }
  }

  /// The mark that a line begins with.
  private static func mark(_ line: BodyLine, in text: MailBytes) -> Range<Int>? {
    guard !line.isBlank else { return nil }
    let first = text[line.start]
    if first == 0x7c || first == 0x3a {
      // A row of a table has more of them.
      let isTable = first == 0x7c && text.first(0x7c, in: line.start + 1..<line.end) < line.end
      let isAlone = line.count == 1 || text[line.start + 1] == 0x20
      return isTable || !isAlone ? nil : line.start..<line.start + 1
    }
    var start = line.start
    while start < line.end, start < line.start + deepestIndent, text[start] == 0x20 { start += 1 }
    guard start < line.end, text[start].isASCIICapital else { return nil }
    var end = start
    var capitals = 0
    while end < line.end, end < start + longestName, text[end].isASCIILetter {
      if text[end].isASCIICapital { capitals += 1 }
      end += 1
    }
    guard end > start + 1, end < line.end, text[end] == 0x3e, !text.matches("sql", at: start, before: end) else {
      return nil
    }
    // Initials are two or three capitals; a name has one and more small letters.
    guard capitals == end - start ? capitals <= 3 : end - start >= 3 else { return nil }
    return line.start..<end + 1
  }
}
