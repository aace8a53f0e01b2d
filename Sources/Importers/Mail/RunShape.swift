/// Lines of a message that stand together, and how they are to be read.
struct RunShape {
  /// Lines that are longer were not broken by a mail program.
  private static let widestWrapped = 110
  /// Where no line is longer, none was broken to fit.
  private static let narrowestWrapped = 45

  private(set) var shapes: [LineShape] = []
  private var width = 0

  /// Looks at `lines`; what was looked at before is forgotten.
  mutating func read(_ lines: ArraySlice<BodyLine>, of text: MailBytes) {
    shapes.removeAll(keepingCapacity: true)
    width = 0
    for line in lines {
      let shape = LineShape(line, in: text)
      width = max(width, shape.indent + shape.columns)
      shapes.append(shape)
    }
  }

  /// Whether the lines are a program, a table, a drawing, or else laid out by hand, to be kept as they are.
  var isLaidOut: Bool {
    let count = shapes.count
    guard count > 1 else { return count == 1 && shapes[0].indent >= 4 && shapes[0].isCoded }
    var (coded, drawn, columned, indented) = (0, 0, 0, 0)
    let margin = shapes.reduce(Int.max) { min($0, $1.indent) }
    for shape in shapes {
      if shape.isCoded { coded += 1 }
      if shape.isDrawn { drawn += 1 }
      if shape.hasColumns { columned += 1 }
      if shape.indent >= margin + 2 { indented += 1 }
    }
    if drawn * 2 >= count || columned * 2 > count && columned >= 2 { return true }
    if coded * 2 >= count, coded >= 2 { return true }
    if indented > 0, coded > 0, coded * 3 >= count { return true }
    // A change of indentation other than that of a first line.
    let rest = shapes.dropFirst()
    return width < Self.narrowestWrapped + 15 && rest.contains { abs($0.indent - rest[1].indent) >= 3 }
  }

  /// Whether the break after a line was made because the next word did not fit.
  ///
  /// - Parameter index: of the line, among those that were looked at.
  func isSoft(after index: Int, _ before: BodyLine, _ line: BodyLine, of text: MailBytes) -> Bool {
    guard width >= Self.narrowestWrapped, width <= Self.widestWrapped, !before.isBlank, !line.isBlank else {
      return false
    }
    let (above, below) = (shapes[index], shapes[index + 1])
    // A word alone is an address or a name; a label begins something of its own; gaps are made by hand.
    if above.firstWord >= above.columns || above.hasColumns || below.hasColumns
      || isLabelled(line, below, of: text) && isLabelled(before, above, of: text)
    {
      return false
    }
    let columns = above.indent + above.columns
    if columns + 1 + below.firstWord > width - 2 { return true }
    guard columns * 10 >= width * 6 else { return false }
    let first = text[line.start + below.indent]
    return first &- 0x61 < 26 || !closesSentence(before, of: text) && width > 60
  }

  /// Whether a line begins with a capitalised word and a colon.
  private func isLabelled(_ line: BodyLine, _ shape: LineShape, of text: MailBytes) -> Bool {
    let start = line.start + shape.indent
    return shape.firstWord > 1 && text[start].isASCIICapital && text[start + shape.firstWord - 1] == 0x3a
  }

  private func closesSentence(_ line: BodyLine, of text: MailBytes) -> Bool {
    var end = line.end
    while end > line.start + 1, text[end - 1] == 0x22 || text[end - 1] == 0x27 || text[end - 1] == 0x29 { end -= 1 }
    let last = text[end - 1]
    return last == 0x2e || last == 0x21 || last == 0x3f || last == 0x3a
  }
}
