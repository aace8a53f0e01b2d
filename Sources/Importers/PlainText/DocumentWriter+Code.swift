import DocumentModel

extension DocumentWriter {
  /// The end of the preformatted passage that begins with the run `index..<runEnd`; `nil` when that run is prose.
  ///
  /// Runs of code that only blank lines divide are one passage.
  func endOfCode(from index: Int, runEnd: Int, of lines: [Line]) -> Int? {
    guard isCode(lines[index..<runEnd], isContinued: false) else { return nil }
    var end = runEnd
    while end < lines.count {
      var next = end
      while next < lines.count, lines[next].isBlank { next += 1 }
      guard next < lines.count, next - end <= 2 else { break }
      let nextEnd = endOfRun(from: next, of: lines)
      guard isCode(lines[next..<nextEnd], isContinued: true) else { break }
      end = nextEnd
    }
    return end
  }

  /// Writes lines as they are, without the indentation that all of them share.
  mutating func writeCode(_ lines: ArraySlice<Line>) {
    let margin = lines.lazy.filter { !$0.isBlank }.map(\.indent).min() ?? 0
    builder.open(.code)
    var isFirst = true
    for line in lines {
      if !isFirst { builder.text(byte: 0x0a) }
      isFirst = false
      guard !line.isBlank else { continue }
      if line.indent > margin { builder.text(repeatElement(0x20, count: line.indent - margin)) }
      write(line.text)
    }
    builder.close()
  }

  /// Whether lines that stand together are a program, a drawing or a table, to be kept as they are.
  func isCode(_ lines: ArraySlice<Line>, isContinued: Bool) -> Bool {
    guard let first = lines.first, lines.count > 1 || isContinued else { return false }
    var coded = 0
    var drawn = 0
    var columned = 0
    var indented = 0
    // Blocks of a program: a colon or brace at the end of a line, and more indentation below it.
    var opened = 0
    var opener: Line?
    let margin = lines.reduce(first.indent) { min($0, $1.indent) }
    for (index, line) in lines.enumerated() {
      // Where two thirds are prose, the rest does not matter.
      if index * 3 > lines.count * 2, drawn + columned + coded == 0 { return false }
      let look = LineLook(line, in: text)
      if look.isCoded { coded += 1 }
      if look.isDrawn { drawn += 1 }
      if look.hasColumns { columned += 1 }
      if line.indent >= margin + 2 { indented += 1 }
      if let opener, line.indent >= opener.indent + 1 { opened += 1 }
      let last = line.count > 0 ? text[line.textEnd - 1] : 0
      opener = last == 0x3a || last == 0x7b ? line : nil
    }
    let count = lines.count
    if count == 1 { return isContinued && coded == 1 }
    if opened > 0, coded > 0, !isWrapped { return true }
    if drawn * 2 >= count || columned * 2 > count && columned >= 2 { return true }
    if coded * 2 >= count, coded >= 2 || isContinued { return true }
    return indented > 0 && coded * 3 >= count && coded >= 1 && !isWrapped
  }
}

/// What a line looks like, apart from its words.
private struct LineLook {
  /// As a line of a program does.
  var isCoded = false
  /// As a line of a drawing or the rule of a table does.
  var isDrawn = false
  /// As a row of a table does: wide gaps between words.
  var hasColumns = false

  init(_ line: Line, in text: SourceText) {
    guard line.count > 0, line.count <= 2000 else { return }
    var signs = 0
    var letters = 0
    var gap = 0
    var gaps = 0
    var dots = 0
    var longestDots = 0
    var pairs: Bool?
    for index in line.text {
      let byte = text[index]
      if byte == 0x20 {
        gap += 1
        continue
      }
      if gap >= 3 { gaps += 1 }
      gap = 0
      if (byte | 0x20) &- 0x61 < 26 {
        letters += 1
        dots = 0
        continue
      }
      dots = byte == 0x2e ? dots + 1 : 0
      longestDots = max(longestDots, dots)
      switch byte {
      case 0x30...0x39: letters += 1
      case 0x21, 0x2c, 0x2e, 0x3f, 0x27, 0x22: break
      // Box drawing and block elements, U+2500–U+259F.
      case 0xe2
      where index + 1 < line.textEnd && (text[index + 1] == 0x94 || text[index + 1] == 0x95 || text[index + 1] == 0x96):
        signs += 3
      case 0x80...: letters += 1
      default: signs += 1
      }
      if pairs == nil, byte < 0x80, index + 1 < line.textEnd { pairs = Self.isCodePair(at: index, of: line, in: text) }
    }
    isDrawn = signs >= 3 && signs * 2 > letters + signs
    hasColumns = gaps >= 1 && letters > 0 || longestDots >= 5
    isCoded = isDrawn || Self.hasCodeEnds(line, in: text) || pairs ?? false
  }

  /// `;` `{` `}` at the end; `}` `#` `//` `$ ` `>>>` `<` `@` at the beginning.
  private static func hasCodeEnds(_ line: Line, in text: SourceText) -> Bool {
    let last = text[line.textEnd - 1]
    let first = text[line.textStart]
    if last == 0x3b || last == 0x7b || last == 0x7d || last == 0x5c { return true }
    let second = line.count > 1 ? text[line.textStart + 1] : 0
    if first == 0x7d || first == 0x23 && second != 0x20 || first == 0x2f && second == 0x2f
      || first == 0x24 && second == 0x20
    {
      return true
    }
    if first == 0x3e, second == 0x3e, line.count > 2, text[line.textStart + 2] == 0x3e { return true }
    return first == 0x3c && last == 0x3e
  }

  /// Signs that prose does not have: `()`, `->`, `==`, `::`, `):`, ` = `, `="`, `[0`; `nil` when the sign at `index`
  /// tells nothing.
  private static func isCodePair(at index: Int, of line: Line, in text: SourceText) -> Bool? {
    switch (text[index], text[index + 1]) {
    case (0x28, 0x29), (0x2d, 0x3e), (0x3d, 0x3d), (0x3a, 0x3a), (0x21, 0x3d), (0x2b, 0x3d), (0x7c, 0x7c), (0x26, 0x26):
      return true
    case (0x3d, 0x20) where index > line.textStart && text[index - 1] == 0x20: return true
    case (0x29, 0x3a) where index + 2 == line.textEnd: return true
    case (0x28, 0x22), (0x28, 0x27), (0x22, 0x29), (0x27, 0x29):
      guard index > line.textStart, text[index - 1] != 0x20 else { return nil }
      let last = text[line.textEnd - 1]
      return last == 0x29 || last == 0x3a || last == 0x2c
    default: return nil
    }
  }
}
