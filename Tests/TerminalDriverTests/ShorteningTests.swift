import CNcurses
import TestSupport
import Testing

/// Changes of style said in fewer bytes.
@Suite struct ShorteningTests {
  private static let nowhere = screen_place(row: -1, column: -1)

  private func shortened(_ text: String, isPlain: Bool = true) -> String {
    var known = screen_known()
    known.style = isPlain ? SCREEN_STYLE_PLAIN : SCREEN_STYLE_UNKNOWN
    known.cursor = Self.nowhere
    known.saved = Self.nowhere
    known.region = screen_region(top: -1, bottom: -1)
    return shortened(text, &known, rest: Self.nowhere)
  }

  private func shortened(_ text: String, _ known: inout screen_known, rest: screen_place) -> String {
    var bytes = text.utf8.map { CChar(bitPattern: $0) }
    bytes += Array(repeating: 0, count: SCREEN_SHORTEN_ROOM)
    let length = screen_shorten(&bytes, text.utf8.count, &known, rest)
    return String(decoding: bytes[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test(arguments: [
    ("a line", "a line"),
    ("\u{1B}(B\u{1B}[0;2m\u{1B}[34m│ \u{1B}[39m\u{1B}(B\u{1B}[mtext", "\u{1B}[2;34m│ \u{1B}[mtext"),
    ("\u{1B}[1m\u{1B}[0;2mx\u{1B}[m", "\u{1B}[2mx\u{1B}[m"),
    ("\u{1B}[m\u{1B}[39mx", "x"), ("\u{1B}[33m▌\u{1B}[0;2m\u{1B}[34m│", "\u{1B}[33m▌\u{1B}[2;34m│"),
    ("\u{1B}[2;33mx\u{1B}[m\u{1B}[34my", "\u{1B}[2;33mx\u{1B}[0;34my"),
    ("\u{1B}[33mx\u{1B}[0;1my", "\u{1B}[33mx\u{1B}[0;1my"),
    ("\u{1B}[1mx\u{1B}[m\u{1B}[23m\u{1B}[2my", "\u{1B}[1mx\u{1B}[0;2my"),
    ("\u{1B}[38;5;0mx\u{1B}[48;5;0my\u{1B}[m", "\u{1B}[38;5;0mx\u{1B}[48;5;0my\u{1B}[m"),
    ("\u{1B}[m\u{1B}[1;24rx\u{1B}[", "\u{1B}[1;24rx\u{1B}["),
    ("\u{1B}[3", "\u{1B}[3"),
  ])
  func examples(text: String, expected: String) {
    #expect(shortened(text) == expected)
  }

  @Test func aStyleThatIsNotKnownIsReset() {
    #expect(shortened("\u{1B}(B\u{1B}[mx", isPlain: false) == "\u{1B}[mx")
    #expect(shortened("\u{1B}(B\u{1B}[0;1mx", isPlain: false) == "\u{1B}[0;1mx")
  }

  /// Motions on a screen of which rows 0 to 22 scroll, from a cursor at rest at row 0, column 2.
  @Test(arguments: [
    // Down to the next row, within what scrolls.
    ("▌\u{1B}[2d\u{8}▌\u{1B}[3d\u{8}▌", "▌\n\u{8}▌\n\u{8}▌"),
    ("▌\u{1B}[3d\u{8}▌", "▌\u{1B}[3d\u{8}▌"),
    ("\u{1B}[22dx\u{1B}[23dx\u{1B}[24dx", "\u{1B}[22dx\nx\u{1B}[24dx"),
    ("\u{1B}[5;1Hx\u{1B}[K\r\u{1B}[6dx", "\u{1B}[5;1Hx\u{1B}[K\r\nx"),
    // Where the cursor is is not known after these.
    ("\u{1B}[2;9r\u{1B}[2dx", "\u{1B}[2;9r\u{1B}[2dx\u{1B}7"), ("\u{1B}M\u{1B}[2dx", "\u{1B}M\u{1B}[2dx\u{1B}7"),
    ("\t\u{1B}[2dx", "\t\u{1B}[2dx"), ("\u{1B}[?1l\u{1B}[2dx", "\u{1B}[?1l\u{1B}[2dx\u{1B}7"),
    // Back to where it rests, in the plain style.
    ("\u{1B}[23dtext\u{1B}[1;3H", "\u{1B}[23dtext\u{1B}8\u{1B}7"),
    ("\u{1B}[23d\u{1B}[2mtext\u{1B}[1;3H\u{1B}[m", "\u{1B}[23d\u{1B}[2mtext\u{1B}8\u{1B}7"),
    ("\u{1B}[23dtext\u{1B}[H  ", "\u{1B}[23dtext\u{1B}8\u{1B}7"),
    // Blanks that may be part of what the first row shows.
    ("text\u{1B}[H  ", "text\u{1B}[H  "), ("\u{1B}[23dtext\u{1B}[H ", "\u{1B}[23dtext\u{1B}[H "),
    ("\u{1B}[23dtext\u{1B}[1;3Hx\u{8}", "\u{1B}[23dtext\u{1B}[1;3Hx\u{8}"),
    ("\u{1B}7\u{1B}[1;3H", "\u{1B}7\u{1B}[1;3H\u{1B}7"),
  ])
  func motions(text: String, expected: String) {
    let rest = screen_place(row: 0, column: 2)
    var known = screen_known(
      style: SCREEN_STYLE_PLAIN,
      cursor: rest,
      saved: rest,
      region: screen_region(top: 0, bottom: 22),
      feeds_lines: 1,
      restores: 1
    )
    #expect(shortened(text, &known, rest: rest) == expected)
    known.feeds_lines = 0
    known.restores = 0
    known.cursor = rest
    known.saved = rest
    #expect(shortened(text, &known, rest: rest) == text)
    #expect((known.cursor.row, known.cursor.column) == (0, 2))
  }

  @Test func aPlaceIsSavedOnceTheCursorHasComeBackThere() {
    let rest = screen_place(row: 4, column: 0)
    var known = screen_known(
      style: SCREEN_STYLE_UNKNOWN,
      cursor: Self.nowhere,
      saved: Self.nowhere,
      region: screen_region(top: 0, bottom: 22),
      feeds_lines: 1,
      restores: 1
    )
    let frame = "\u{1B}[23dtext\u{1B}[m\u{1B}[5;1H"
    #expect(shortened(frame, &known, rest: rest) == frame)
    #expect(shortened(frame, &known, rest: rest) == "\u{1B}[23dtext\u{1B}[5;1H\u{1B}7")
    #expect(shortened(frame, &known, rest: rest) == "\u{1B}[23dtext\u{1B}8\u{1B}7")
    #expect(shortened("\u{1B}[9;1Hx\u{1B}[7;1H", &known, rest: screen_place(row: 6, column: 0)).hasSuffix("[7;1H"))
    #expect(shortened(frame, &known, rest: rest) == "\u{1B}[23dtext\u{1B}8\u{1B}7")
    #expect(known.style == SCREEN_STYLE_PLAIN)
    #expect(shortened("", &known, rest: rest) == "")
  }

  @Test func aSequenceThatIsTooLongIsLeftAsItIs() {
    let long = "\u{1B}[0;1;2;3;4;5;6;7;1;2;3;4;5;6m"
    #expect(shortened("\(long)X\u{1B}[mY") == "\(long)X\u{1B}[mY")
  }

  /// What a terminal shows: each letter with the parameters in force, a later one of a kind in place of an earlier one.
  private func shown(_ text: String, from start: [Int: String]) -> [String] {
    var style = start
    var shown: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.popFirst() {
      guard first == "\u{1B}" else {
        shown.append("\(first) \(style.sorted { $0.key < $1.key }.map(\.value))")
        continue
      }
      let kind = rest.removeFirst()
      if kind == "(" {
        rest.removeFirst()
        continue
      }
      let parameters = String(String.UnicodeScalarView(rest.prefix { $0 != "m" }))
      rest = rest.drop { $0 != "m" }.dropFirst()
      var numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)[...]
      while let number = numbers.popFirst() {
        switch number {
        case "", "0": style = [:]
        case "38", "48":
          style[Int(number) ?? 0] = "\(number);\(numbers.removeFirst());\(numbers.removeFirst())"
        case "39": style[38] = nil
        case "49": style[48] = nil
        case "30", "34": style[38] = String(number)
        default: style[Int(number) ?? 0] = String(number)
        }
      }
    }
    return shown
  }

  @Test(arguments: 0..<300)
  func theTerminalShowsTheSame(seed: Int) {
    let pieces = [
      "a", "b", "│", "\u{1B}(B", "\u{1B}[m", "\u{1B}[0m", "\u{1B}[0;2m", "\u{1B}[1m", "\u{1B}[34m", "\u{1B}[39m",
      "\u{1B}[39;49m", "\u{1B}[38;5;0m", "\u{1B}[48;5;34m", "\u{1B}[2;3;4;7m", "\u{1B}[0;1;30m",
    ]
    var generator = SeededGenerator(seed: UInt64(seed))
    let isPlain = generator.chance(50)
    let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in generator.pick(pieces) }.joined()
    let short = shortened(text, isPlain: isPlain)
    let start = isPlain ? [:] : [1: "1", 38: "34"]
    #expect(shown(short, from: start) == shown(text, from: start), "\(text.debugDescription)")
    #expect(short.utf8.count <= text.utf8.count)
    // What comes after finds the same style.
    #expect(shown(short + "x", from: start).last == shown(text + "x", from: start).last)
  }
}
