extension HeadGroupReader {
  /// A card has no more lines than this, blank ones not counted.
  private static let maximumCardLines = 18
  /// A line of a card has no more bytes than this.
  private static let maximumCardBytes = 64

  /// The head that begins with the first of `lines`, where no list marker says so: a forum's card, or a head as any
  /// other.
  mutating func readFlat(_ lines: inout LineWindow) -> HeadGroup {
    guard let line = lines.peek() else { return HeadGroup() }
    return readCard(&lines) ?? read(&lines, start: line.textStart, column: line.indent - 1)
  }

  /// The card of a forum's member, which stands before each post: the picture's text (the name, or its first letter),
  /// the name, rank, facts
  /// with their labels, and last the date and the post's number.
  ///
  /// Dates among the facts are not the post's: only one that stands beside the number is.
  private mutating func readCard(_ lines: inout LineWindow) -> HeadGroup? {
    guard let first = lines.peek(), first.count <= Self.maximumCardBytes, ListMarker(first, in: text) == nil else {
      return nil
    }
    var nameIndex = 1
    while nameIndex < 4, let line = lines.peek(nameIndex), line.isBlank { nameIndex += 1 }
    guard let second = lines.peek(nameIndex), isPicture(first.text, of: second.text) else { return nil }
    var parts = [HeadGroup.Field(bytes: first.text, kind: .head), HeadGroup.Field(bytes: second.text, kind: .author)]
    var previous: HeadLine?
    var seen = 0
    var index = nameIndex + 1
    while seen < Self.maximumCardLines, let line = lines.peek(index) {
      index += 1
      if line.isBlank { continue }
      seen += 1
      guard line.count <= Self.maximumCardBytes, line.indent >= first.indent else { return nil }
      let range = ListMarker(line, in: text).map { $0.textStart..<line.textEnd } ?? line.text
      let head = lineReader.read(range)
      if head.isNumberOnly {
        var group = HeadGroup()
        group.author = second.text
        group.isNumbered = true
        group.isOpening = text[range].filter { (0x30...0x39).contains($0) } == [0x31]
        group.beginsWithFact = true
        group.lineCount = index
        if let previous, previous.isMomentOnly { group.moment = previous.moment }
        parts.append(.init(bytes: line.text, kind: .head))
        group.fields = parts.flatMap { part -> [HeadGroup.Field] in
          guard let moment = group.moment, part.bytes.contains(moment.bytes.lowerBound) else { return [part] }
          return [
            .init(bytes: part.bytes.lowerBound..<moment.bytes.lowerBound, kind: .head),
            .init(bytes: moment.bytes, kind: .date),
            .init(bytes: moment.bytes.upperBound..<part.bytes.upperBound, kind: .head),
          ]
        }
        return group
      }
      parts.append(.init(bytes: line.text, kind: .head))
      previous = head
    }
    return nil
  }

  /// Whether `first` is what stands for a picture of the member called `name`: the name again, or its first letter.
  private func isPicture(_ first: Range<Int>, of name: Range<Int>) -> Bool {
    guard !name.isEmpty, name.count <= Self.maximumCardBytes, first.count <= name.count else { return false }
    if text[first].elementsEqual(text[name]) { return true }
    guard first.count <= 3, text[first].count(where: { $0 & 0xc0 != 0x80 }) == 1 else { return false }
    guard let letter = FoldedLetter(at: first.lowerBound, before: first.upperBound, in: text),
      let initial = FoldedLetter(at: name.lowerBound, before: name.upperBound, in: text)
    else { return false }
    return letter == initial
  }
}
