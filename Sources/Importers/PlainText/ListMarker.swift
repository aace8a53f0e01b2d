/// What begins a list item: `3.`, `3)`, `•`, `*` … and the white space after it.
struct ListMarker: Hashable, Sendable {
  /// Which sign it is: items of one list carry one sign.
  enum Kind: Hashable, Sendable {
    case number(Int)
    /// The first scalar of the sign.
    case bullet(UInt32)

    var isNumber: Bool {
      if case .number = self { true } else { false }
    }

    var number: Int? {
      if case .number(let number) = self { number } else { nil }
    }

    /// Whether both can stand in one list.
    func isAkin(to other: Kind) -> Bool { isNumber ? other.isNumber : self == other }
  }

  var kind: Kind
  /// The bytes of the sign.
  var bytes: Range<Int>
  /// Where the item's text begins; the line's `textEnd` when there is none.
  var textStart: Int
  /// The column of the sign.
  var column: Int
  /// The column of the text.
  var textColumn: Int

  /// What a comment without a sign of a list begins with: nothing, in the column of its head.
  init(withoutSign line: Line) {
    kind = .bullet(0)
    bytes = line.textStart..<line.textStart
    textStart = line.textStart
    column = line.indent
    textColumn = line.indent
  }

  /// Numbers of more digits are not list numbers.
  private static let maximumDigits = 7

  /// The marker that `line` begins with.
  ///
  /// - Complexity: O(white space after the sign)
  init?(_ line: Line, in text: SourceText) {
    guard line.textStart < line.textEnd else { return nil }
    let first = text[line.textStart]
    var index = line.textStart
    switch first {
    case 0x30...0x39:
      var number = 0
      while index < line.textEnd, (0x30...0x39).contains(text[index]) {
        guard index - line.textStart < Self.maximumDigits else { return nil }
        number = number * 10 + Int(text[index] - 0x30)
        index += 1
      }
      guard index < line.textEnd, text[index] == 0x2e || text[index] == 0x29 else { return nil }
      index += 1
      kind = .number(number)
    case 0x2a, 0x2b, 0x2d, 0x6f:
      // `*`, `+`, `-`, and the `o` of lynx and w3m.
      index += 1
      kind = .bullet(UInt32(first))
    case 0xc2 where line.count >= 2 && text[index + 1] == 0xb7:
      index += 2
      kind = .bullet(0xb7)
    case 0xe2 where line.count >= 3:
      let scalar = UInt32(0x2000) | UInt32(text[index + 1] & 0x3f) << 6 | UInt32(text[index + 2] & 0x3f)
      guard Self.bullets.contains(scalar) else { return nil }
      index += 3
      kind = .bullet(scalar)
    default: return nil
    }
    bytes = line.textStart..<index
    column = line.indent
    var white = 0
    while index < line.textEnd {
      let length = Line.whiteSpace(at: index, before: line.textEnd, in: text)
      if length == 0 { break }
      index += length
      white += 1
    }
    guard white > 0 || index == line.textEnd else { return nil }
    // A lone `o` or `-` is a word, not a list item.
    if white == 0, first < 0x80, !kind.isNumber { return nil }
    textStart = index
    if case .number(let number) = kind, number <= 31, Self.isDate(index..<line.textEnd, in: text) { return nil }
    let width = first < 0x80 ? bytes.count : 1
    textColumn = column + width + (white == 0 ? 1 : white)
  }

  /// Whether what follows a number is a month's name and a number: `12. Mai 2023` is a date.
  private static func isDate(_ range: Range<Int>, in text: SourceText) -> Bool {
    guard let word = text.word(at: range.lowerBound, before: min(range.upperBound, range.lowerBound + 24)),
      MonthNames.lexicon.hasPhrase(beginningWith: word.hash)
    else { return false }
    var index = word.end
    while index < range.upperBound, text[index] == 0x20 || text[index] == 0x2e || text[index] == 0x2c { index += 1 }
    return index < range.upperBound && (0x30...0x39).contains(text[index])
  }

  /// • ‣ ⁃ ■ □ ▪ ▫ ▸ ► ● ○ ◆ ◇ ◦ ❖ ➢ ➤. Dashes begin dialogue in too many languages
  private static let bullets: Set<UInt32> = [
    0x2022, 0x2023, 0x2043, 0x25a0, 0x25a1, 0x25aa, 0x25ab, 0x25b8, 0x25ba, 0x25cf, 0x25cb, 0x25c6, 0x25c7, 0x25e6,
    0x2756, 0x27a2,
    0x27a4,
  ]
}
