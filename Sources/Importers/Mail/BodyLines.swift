/// A line of a message's text: what is quoted how often, and where its words stand.
struct BodyLine {
  /// How a line is joined to the one after it.
  enum Joint: UInt8 {
    /// Not said: to be concluded from the lines.
    case open
    /// By nothing but what stands there, as format=flowed says.
    case flowed
  }

  /// Where the words begin, quotation marks and one space after them left out.
  var start: Int
  /// Where they end, spaces at the end left out.
  var end: Int
  /// How often the line is quoted.
  var depth: Int
  /// How it is joined to the next.
  var joint = Joint.open
  /// Whether the line is `-- `, or `--` alone: RFC 3676, 4.3.
  var isSeparator = false

  var isBlank: Bool { start == end }
  var range: Range<Int> { start..<end }
  var count: Int { end - start }
}

/// Divides a text into lines.
struct BodyLineReader {
  /// How the text was written.
  struct Style {
    /// Whether lines that end with a space go on in the next: RFC 3676.
    var isFlowed = false
    /// Whether the space at the end of a flowed line is not part of the text.
    var deletesSpace = false
    /// Whether `>From` stands for `From`, as in mailboxes.
    var unescapesFrom = false
  }

  /// Quotations within quotations beyond this are shown as one level.
  static let deepest = 100

  private let text: MailBytes
  private let style: Style
  private var isFlowed: Bool { style.isFlowed }
  /// Whether a line was quoted more than ``deepest`` times.
  private(set) var isTooDeep = false

  init(_ text: MailBytes, _ style: Style) {
    self.text = text
    self.style = style
  }

  /// All lines; `lines` is emptied first.
  mutating func read(into lines: inout [BodyLine]) {
    lines.removeAll(keepingCapacity: true)
    var offset = 0
    var hasOtherMarks = false
    while offset < text.count {
      let end = text.lineEnd(from: offset, before: text.count)
      var line = BodyLine(start: offset, end: end, depth: 0)
      if offset < end {
        let first = text[offset]
        if first == 0x3e || first == 0x20 || first == 0x7c { readMarks(&line) }
        if !hasOtherMarks { hasOtherMarks = OtherQuotationMarks.mayBegin(text[min(line.start, end - 1)]) }
        finish(&line)
      }
      lines.append(line)
      offset = end + 1
    }
    if hasOtherMarks, !isFlowed { OtherQuotationMarks.note(in: &lines, of: text) }
  }

  /// Reads the marks before the words of a line.
  private mutating func readMarks(_ line: inout BodyLine) {
    if style.unescapesFrom, isEscapedFrom(line) {
      line.start += 1
      while text[line.start] == 0x3e {
        line.start += 1
        line.depth += 1
      }
    } else {
      Self.readAngles(&line, of: text, isFlowed: isFlowed)
      if isFlowed, line.depth == 0, text[line.start] == 0x20 { line.start += 1 }
    }
    if line.depth > Self.deepest {
      line.depth = Self.deepest
      isTooDeep = true
    }
  }

  /// Reads `>`, `>>`, `> >`, `|>`, and one space after them.
  static func readAngles(_ line: inout BodyLine, of text: MailBytes, isFlowed: Bool) {
    var index = line.start
    // A space before the first mark is a slip, or was put there by the mailer.
    if !isFlowed, index < line.end, text[index] == 0x20 { index += 1 }
    var wordStart: Int?
    while index < line.end {
      if text[index] == 0x7c, index + 1 < line.end, text[index + 1] == 0x3e { index += 1 }
      guard text[index] == 0x3e else { break }
      line.depth += 1
      index += 1
      wordStart = index
      // One space, or two, between marks.
      if !isFlowed { while index < line.end, index < (wordStart ?? 0) + 2, text[index] == 0x20 { index += 1 } }
    }
    guard let wordStart else { return }
    line.start = wordStart < line.end && text[wordStart] == 0x20 ? wordStart + 1 : wordStart
  }

  private func isEscapedFrom(_ line: BodyLine) -> Bool {
    var index = line.start
    while index < line.end, text[index] == 0x3e { index += 1 }
    return index > line.start && text.matches("from ", at: index, before: line.end) && text[index] == 0x46
  }

  /// Says where the words of a line end, and whether they go on in the next.
  private func finish(_ line: inout BodyLine) {
    let written = line.end
    while line.end > line.start, text[line.end - 1] == 0x20 { line.end -= 1 }
    line.isSeparator = line.count == 2 && text[line.start] == 0x2d && text[line.start + 1] == 0x2d
    if isFlowed, written > line.end, !line.isSeparator, line.count > 0 {
      line.joint = .flowed
      if !style.deletesSpace { line.end = line.end + 1 }
    }
  }
}
