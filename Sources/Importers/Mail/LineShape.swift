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
    let words = text.part(line.range)
    while indent < words.count, words[indent] == 0x20 { indent += 1 }
    let end = min(words.count, Self.longest)
    guard indent < end else { return }
    read(UnsafeBufferPointer(rebasing: words[indent..<end]))
    columns += words.count - end
  }

  private enum Class: UInt8 { case letter, continuation, space, neutral, dot, sign }

  private static let classes: [Class] = {
    var classes = [Class](repeating: .sign, count: 256)
    for byte in UInt8.min...UInt8.max {
      let isLetter = byte >= 0xc0 || byte.isASCIILetter || byte.isDigit
      if isLetter { classes[Int(byte)] = .letter }
    }
    for byte in 0x80..<0xc0 { classes[byte] = .continuation }
    for byte in [0x21, 0x2c, 0x3f, 0x27, 0x22] { classes[byte] = .neutral }
    classes[0x20] = .space
    classes[0x2e] = .dot
    return classes
  }()

  /// Reads a line from its first word on.
  private mutating func read(_ words: UnsafeBufferPointer<UInt8>) {
    let classes = Self.classes
    var (signs, letters, gap, gaps, dots) = (0, 0, 0, 0, 0)
    var hasPair = false
    var before: UInt8 = 0
    var beforeThat: UInt8 = 0
    for (index, byte) in words.enumerated() {
      switch classes[Int(byte)] {
      case .letter:
        columns += 1
        letters += 1
        if gap > 2 { gaps += 1 }
        (gap, dots) = (0, 0)
      case .continuation: letters += 1
      case .space:
        columns += 1
        gap += 1
        if gap == 1, firstWord == 0 { firstWord = index }
      case .neutral:
        columns += 1
        if gap > 2 { gaps += 1 }
        (gap, dots) = (0, 0)
      case .dot:
        columns += 1
        if gap > 2 { gaps += 1 }
        gap = 0
        dots += 1
        if dots == 5 { hasColumns = true }
      case .sign:
        columns += 1
        if gap > 2 { gaps += 1 }
        (gap, dots) = (0, 0)
        signs += 1
      }
      if !hasPair, byte < 0x40 || byte == 0x7c { hasPair = Self.isPair(before, byte, after: beforeThat) }
      (beforeThat, before) = (before, byte)
    }
    if firstWord == 0 { firstWord = words.count }
    isDrawn = signs >= 3 && signs * 2 > letters + signs
    hasColumns = hasColumns || gaps >= 1 && letters > 0
    isCoded = isDrawn || hasPair || Self.hasCodedEdges(words)
  }

  /// Signs that prose does not have: `()`, `->`, `<-`, `==`, `::`, ` = `, ` | 3`.
  private static func isPair(_ first: UInt8, _ second: UInt8, after previous: UInt8) -> Bool {
    switch (first, second) {
    case (0x28, 0x29), (0x2d, 0x3e), (0x3c, 0x2d), (0x3d, 0x3d), (0x3a, 0x3a), (0x21, 0x3d), (0x2b, 0x3d), (0x7c, 0x7c),
      (0x26, 0x26):
      true
    case (0x3d, 0x20), (0x7c, 0x20): previous == 0x20
    default: false
    }
  }

  /// `;` `{` `}` `\` at the end; `}` `#x` `//` `$ ` `<…>` at the beginning.
  private static func hasCodedEdges(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    let (first, last) = (words[0], words[words.count - 1])
    if last == 0x3b || last == 0x7b || last == 0x7d || last == 0x5c { return true }
    let second = words.count > 1 ? words[1] : 0
    switch first {
    case 0x7d: return true
    case 0x23: return second != 0x20
    case 0x2f: return second == 0x2f || second == 0x2a
    case 0x24, 0x25: return second == 0x20
    case 0x3c: return last == 0x3e && !words.contains(0x40)
    default: return false
    }
  }
}
