/// What a line looks like, apart from its words: how wide it is, and whether it was laid out by hand.
struct LineShape {
  /// Longer lines are looked at no further than this, in bytes.
  private static let longest = 2000

  /// Columns before the first word.
  var indent = 0
  /// Columns of the words, those before the first left out.
  var columns = 0
  /// Bytes of the first word.
  var firstWord = 0
  /// Looks as a line of a program does.
  var isCoded = false
  /// Looks as a line of a drawing, or the rule of a table, does.
  var isDrawn = false
  /// Has wide gaps between its words, as a row of a table does.
  var hasColumns = false

  init(_ line: BodyLine, in text: MailBytes) {
    var index = line.start
    while index < line.end, text[index] == 0x20 { index += 1 }
    indent = index - line.start
    let start = index
    let end = min(line.end, line.start + Self.longest)
    while index < end, text[index] != 0x20 { index += 1 }
    firstWord = index - start
    guard start < end else { return }
    readSigns(start..<end, of: text)
    isCoded = isDrawn || Self.isCoded(start..<end, of: text)
    if end < line.end { columns += line.end - end }
  }

  private mutating func readSigns(_ range: Range<Int>, of text: MailBytes) {
    var (signs, letters, gap, gaps, dots) = (0, 0, 0, 0, 0)
    for byte in text[range] {
      if byte & 0xc0 != 0x80 { columns += 1 }
      if byte == 0x20 {
        gap += 1
        continue
      }
      if gap >= 3 { gaps += 1 }
      gap = 0
      dots = byte == 0x2e ? dots + 1 : 0
      if dots >= 5 { hasColumns = true }
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80...: letters += 1
      case 0x21, 0x2c, 0x2e, 0x3f, 0x27, 0x22: break
      default: signs += 1
      }
    }
    isDrawn = signs >= 3 && signs * 2 > letters + signs
    hasColumns = hasColumns || gaps >= 1 && letters > 0
  }

  private static func isCoded(_ range: Range<Int>, of text: MailBytes) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    let (first, last) = (text[start], text[end - 1])
    // `;` `{` `}` `\` at the end; `}` `#x` `//` `$ ` `<…>` at the beginning.
    if last == 0x3b || last == 0x7b || last == 0x7d || last == 0x5c { return true }
    let second = range.count > 1 ? text[start + 1] : 0
    switch first {
    case 0x7d: return true
    case 0x23: if second != 0x20 { return true }
    case 0x2f: if second == 0x2f || second == 0x2a { return true }
    case 0x24, 0x25: if second == 0x20 { return true }
    case 0x3c: if last == 0x3e, text.first(0x40, in: range) == end { return true }
    default: break
    }
    // Signs that prose does not have: `()`, `->`, `<-`, `==`, `::`, ` = `, ` | 3`.
    var index = start
    while index + 1 < end {
      switch (text[index], text[index + 1]) {
      case (0x28, 0x29), (0x2d, 0x3e), (0x3c, 0x2d), (0x3d, 0x3d), (0x3a, 0x3a), (0x21, 0x3d), (0x2b, 0x3d),
        (0x7c, 0x7c), (0x26, 0x26):
        return true
      case (0x3d, 0x20), (0x7c, 0x20): if index > start, text[index - 1] == 0x20 { return true }
      default: break
      }
      index += 1
    }
    return false
  }
}
