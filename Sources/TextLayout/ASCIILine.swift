import TerminalModel

/// The end of one line, found without reading it character by character.
struct ASCIILine: Sendable {
  /// The line.
  let line: WrappedLine
  /// Where the next one starts, or the end of the text.
  let next: Int

  /// The line that starts at `start` and takes at most `room` columns, if a look at its end is enough to tell.
  ///
  /// That is so where the line and the character after it are printable ASCII, one column a byte: then the end is
  /// searched for from the right, and all but a few bytes are only tested for being ASCII. `start` is at the start of
  /// the text, behind a line end or behind a space; `start` < `end`. Complexity: O(length of the line), eight bytes a
  /// step.
  ///
  /// - Returns: `nil` where ``LineScanner`` is needed.
  @inline(__always)
  init?(in text: Span<UInt8>, from start: Int, to end: Int, room: Int, answers: Span<ASCIILineBreaking.Answer>) {
    let window = min(end, start + room + 1)
    let printable = UTF8Decoding.endOfPrintableASCII(in: text, from: start, to: window)
    if printable < window {
      guard text[printable] == UInt8(ascii: "\n") else { return nil }
      self.init(in: text, from: start, shownBefore: printable, next: printable + 1)
      return
    }
    if end - start <= room {
      self.init(in: text, from: start, shownBefore: end, next: end)
      return
    }
    if text[start + room] == UInt8(ascii: " ") {
      // The spaces there hang, and the line may end behind all of them.
      var behind = start + room
      while behind < end, text[behind] == UInt8(ascii: " ") { behind += 1 }
      if behind == end || text[behind] == UInt8(ascii: "\n") {
        self.init(in: text, from: start, shownBefore: start + room, next: min(behind + 1, end))
        return
      }
      guard text[behind] < 0x80 else { return nil }
      switch Self.answer(in: text, from: start, at: behind, answers) {
      case .afterSpaces:
        self.init(in: text, from: start, shownBefore: start + room, next: behind)
        return
      case .depends: return nil
      case .prohibited: break
      }
    }
    var place = start + room
    while place > start {
      switch Self.answer(in: text, from: start, at: place, answers) {
      case .afterSpaces:
        self.init(in: text, from: start, shownBefore: place, next: place)
        return
      case .depends: return nil
      case .prohibited: place -= 1
      }
    }
    return nil
  }

  /// A line up to `end` without the spaces there.
  @inline(__always)
  private init(in text: Span<UInt8>, from start: Int, shownBefore end: Int, next: Int) {
    var shown = end
    while shown > start, text[shown - 1] == UInt8(ascii: " ") { shown -= 1 }
    line = WrappedLine(start: start, end: shown, width: shown - start)
    self.next = next
  }

  /// Whether the line may end at `place`, both characters being ASCII.
  @inline(__always)
  private static func answer(
    in text: Span<UInt8>,
    from start: Int,
    at place: Int,
    _ answers: Span<ASCIILineBreaking.Answer>
  ) -> ASCIILineBreaking.Answer {
    let answer = answers[Int(text[place - 1]) << 7 | Int(text[place])]
    guard answer == .afterSpaces else { return answer }
    var solid = place - 1
    while solid > start, text[solid - 1] == UInt8(ascii: " ") { solid -= 1 }
    // An opening bracket keeps what follows it even behind spaces (LB14), and what is behind the start is not known.
    switch solid > start ? text[solid - 1] : UInt8(ascii: "(") {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .depends
    default: return .afterSpaces
    }
  }
}
