import DocumentModel

extension MailWriter {
  /// Writes lines that stand together: as code, lists, paragraphs.
  mutating func writeText(_ range: Range<Int>, of text: MailBytes) {
    let first = lines[range.lowerBound]
    if range.count == 1, text[first.start] != 0x20 {
      builder.open(.paragraph)
      write(first.range, of: text)
      builder.close()
      return
    }
    run.read(lines[range], of: text)
    if run.isLaidOut, !lines[range].contains(where: { $0.joint == .flowed }) {
      writeCode(range, of: text)
      return
    }
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard let end = endOfList(at: index, before: range.upperBound, of: text) else {
        index += 1
        continue
      }
      writeParagraph(start..<index, in: range, of: text)
      writeList(index..<end, in: range, of: text)
      start = end
      index = end
    }
    writeParagraph(start..<range.upperBound, in: range, of: text)
  }

  /// Writes lines as they are, without the indentation that all of them share.
  mutating func writeCode(_ range: Range<Int>, of text: MailBytes) {
    var margin = Int.max
    for line in lines[range] where !line.isBlank {
      var indent = 0
      while line.start + indent < line.end, text[line.start + indent] == 0x20 { indent += 1 }
      margin = min(margin, indent)
    }
    builder.open(.code)
    for index in range {
      if index > range.lowerBound { builder.text(byte: 0x0a) }
      let line = lines[index]
      if !line.isBlank { write(min(line.start + margin, line.end)..<line.end, of: text) }
    }
    builder.close()
  }

  /// - Parameter run: the lines that ``run`` has looked at.
  private mutating func writeParagraph(_ range: Range<Int>, in run: Range<Int>, of text: MailBytes) {
    guard !range.isEmpty else { return }
    builder.open(.paragraph)
    writeJoined(range, in: run, of: text)
    builder.close()
  }

  /// Writes lines into the node that is open: joined where the break was made to fit a width, else with a line feed.
  private mutating func writeJoined(_ range: Range<Int>, in run: Range<Int>, of text: MailBytes) {
    for index in range {
      let line = lines[index]
      let shape = self.run.shapes[index - run.lowerBound]
      var start = line.start + shape.indent
      if index > range.lowerBound {
        switch joint(before: index, in: run, of: text) {
        case .nothing: if lines[index - 1].joint == .flowed { start = line.start }
        case .space: builder.text(byte: 0x20)
        case .lineFeed: builder.text(byte: 0x0a)
        }
      }
      write(min(start, line.end)..<line.end, of: text)
    }
  }

  private enum Joint { case nothing, space, lineFeed }

  /// What stands between the line at `index` and the one before it.
  private func joint(before index: Int, in run: Range<Int>, of text: MailBytes) -> Joint {
    let (before, line) = (lines[index - 1], lines[index])
    if before.joint == .flowed { return .nothing }
    guard !isFlowed || line.depth > 0, MailListMarker(line, of: text) == nil,
      self.run.isSoft(after: index - 1 - run.lowerBound, before, line, of: text)
    else { return .lineFeed }
    let first = line.start + self.run.shapes[index - run.lowerBound].indent
    let last = text[before.end - 1]
    // A divided word keeps its hyphen, for it may be the word's own. Chinese and Japanese have no spaces.
    if last == 0x2d, before.count > 1, text[before.end - 2].isASCIILetter, text[first] &- 0x61 < 26 { return .nothing }
    let isIdeographic = (0xe3...0xe9).contains(text[first]) || text[first] == 0xef
    if isIdeographic, before.count > 2, last >= 0x80 {
      let lead = text[before.end - 3]
      if (0xe3...0xe9).contains(lead) || lead == 0xef { return .nothing }
    }
    return .space
  }

  // MARK: Lists

  /// The end of the list that begins at `index`: two entries at least, in one column, with one sign, or counted from 1.
  private func endOfList(at index: Int, before limit: Int, of text: MailBytes) -> Int? {
    guard let first = MailListMarker(lines[index], of: text), first.number ?? 1 == 1 else { return nil }
    var last = first
    var count = 1
    var end = index + 1
    while end < limit {
      if let next = MailListMarker(lines[end], of: text), next.follows(last) {
        last = next
        count += 1
      } else if indent(of: lines[end], of: text) <= first.column {
        break
      }
      end += 1
    }
    return count > 1 ? end : nil
  }

  private func indent(of line: BodyLine, of text: MailBytes) -> Int {
    var index = line.start
    while index < line.end, text[index] == 0x20 { index += 1 }
    return index - line.start
  }

  private mutating func writeList(_ range: Range<Int>, in run: Range<Int>, of text: MailBytes) {
    guard var last = MailListMarker(lines[range.lowerBound], of: text) else { return }
    builder.open(.list(ordered: last.number != nil))
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      var next: MailListMarker?
      while end < range.upperBound {
        next = MailListMarker(lines[end], of: text).flatMap { $0.follows(last) ? $0 : nil }
        if next != nil { break }
        end += 1
      }
      builder.open(.listItem)
      write(last.textStart..<lines[start].end, of: text)
      if end > start + 1 {
        // What is joined to the first line is joined to what stands before it.
        writeRest(start + 1..<end, in: run, of: text)
      }
      builder.close()
      if let next { last = next }
      start = end
    }
    builder.close()
  }

  private mutating func writeRest(_ range: Range<Int>, in run: Range<Int>, of text: MailBytes) {
    for index in range {
      let line = lines[index]
      switch joint(before: index, in: run, of: text) {
      case .nothing: break
      case .space: builder.text(byte: 0x20)
      case .lineFeed: builder.text(byte: 0x0a)
      }
      write(line.start + indent(of: line, of: text)..<line.end, of: text)
    }
  }
}

/// What begins an entry of a list in a mail: `-`, `*`, `+`, `o`, `1.`, `1)`, and a space.
struct MailListMarker {
  /// The sign, for entries that are not numbered.
  private var sign: UInt8 = 0
  /// The number.
  private(set) var number: Int?
  /// The column of the sign.
  private(set) var column: Int
  /// Where the entry's text begins.
  private(set) var textStart: Int

  /// Whether this can be the entry after the one with `previous`.
  func follows(_ previous: MailListMarker) -> Bool {
    column == previous.column && sign == previous.sign && number == previous.number.map { $0 + 1 }
  }

  /// The marker that `line` begins with.
  init?(_ line: BodyLine, of text: MailBytes) {
    var index = line.start
    while index < line.end, text[index] == 0x20 { index += 1 }
    guard index < line.end else { return nil }
    column = index - line.start
    let first = text[index]
    switch first {
    case 0x2a, 0x2b, 0x2d, 0x6f:
      sign = first
      index += 1
    case 0xe2 where text.isEqual([0xe2, 0x80, 0xa2], at: index, before: line.end):
      sign = 0xe2
      index += 3
    case 0x30...0x39:
      var value = 0
      let start = index
      while index < line.end, text[index].isDigit, index < start + 3 {
        value = value * 10 + Int(text[index] - 0x30)
        index += 1
      }
      guard index < line.end, text[index] == 0x2e || text[index] == 0x29 else { return nil }
      sign = text[index]
      number = value
      index += 1
    default: return nil
    }
    guard index < line.end, text[index] == 0x20 else { return nil }
    while index < line.end, text[index] == 0x20 { index += 1 }
    textStart = index
  }
}
