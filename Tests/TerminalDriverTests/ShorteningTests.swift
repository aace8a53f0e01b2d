import CNcurses
import TestSupport
import Testing

/// Changes of style said in fewer bytes.
@Suite struct ShorteningTests {
  private func shortened(_ text: String, isPlain: Bool = true) -> String {
    var bytes = text.utf8.map { CChar(bitPattern: $0) }
    var plain: Int32 = isPlain ? 1 : 0
    let length = screen_shorten(&bytes, bytes.count, &plain)
    return String(decoding: bytes[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test(arguments: [
    ("a line", "a line"),
    ("\u{1B}(B\u{1B}[0;2m\u{1B}[34m│ \u{1B}[39m\u{1B}(B\u{1B}[mtext", "\u{1B}[2;34m│ \u{1B}[mtext"),
    ("\u{1B}[1m\u{1B}[0;2mx\u{1B}[m", "\u{1B}[2mx\u{1B}[m"),
    ("\u{1B}[m\u{1B}[39mx", "\u{1B}[39mx"),
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
      "\u{1B}[39;49m", "\u{1B}[38;5;0m", "\u{1B}[48;5;12m", "\u{1B}[2;3;4;7m", "\u{1B}[0;1;30m",
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
