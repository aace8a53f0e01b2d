import TestSupport
import Testing
@testable import TextLayout

/// The rules of UAX #14 one by one, and what the tailoring changes. The Unicode Consortium's own 19,338 lines are in
/// CorpusTests.
@Suite struct LineBreakingTests {
  /// `expected` is the text with `|` where a line may end and `‖` where it must.
  private func check(
    _ expected: String,
    tailored: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(expected.unicodeScalars.filter { $0 != "|" && $0 != "‖" }.map(String.init).joined().utf8)
    var marked = bytes
    for (offset, isMandatory) in LineBreaking.opportunities(in: bytes.span, 0..<bytes.count, tailored: tailored)
      .reversed()
    {
      marked.insert(contentsOf: Array((isMandatory ? "‖" : "|").utf8), at: offset)
    }
    let found = String(decoding: marked, as: UTF8.self)
    #expect(found.debugDescription == expected.debugDescription, sourceLocation: sourceLocation)
  }

  @Test func forcedBreaks() {
    check("a\n‖b\r\n‖c\r‖d\u{85}‖e\u{2028}‖f\u{B}‖g")  // LB4, LB5
    check("a \n‖\n‖b")  // LB6
    check("")  // LB2, LB3
  }

  @Test func spacesAndControls() {
    check("a |b  |c\u{200B}|d")  // LB7, LB18
    check("a\u{200B} |)")  // LB8
    check("字\u{200D}字")  // LB8a
    check("e\u{301}\u{302}f |字\u{301}|字")  // LB9
    check("a |\u{301}b")  // LB10
    check("字\u{2060}字")  // LB11
    check("字\u{A0}字\u{A0}—")  // LB12
    check("a |\u{A0}b-|\u{A0}c")  // LB12a
  }

  @Test func punctuation() {
    check("字) !? /} 。")  // LB13: even behind spaces
    check("( a[ b¿ c")  // LB14
    check("« a")  // LB15a
    check("a » |b |»c")  // LB15b
    check("a |.5 .b")  // LB15c, LB15d
    check("。 々")  // LB16
    check("— —")  // LB17
    check("字\"字\"字")  // LB19
    check("字|“字”|字 |字“a”字")  // LB19a
    check("a|\u{FFFC}|b")  // LB20
    check("a |-b |‐c |d-|e")  // LB20a
    check("a-|b |a–|b |´a |字々")  // LB21
    check("א-a |א-|א")  // LB21a
    check("/א |a/|b")  // LB21b
    check("字…")  // LB22
  }

  @Test func words() {
    check("a1b")  // LB23
    check("$字|字%")  // LB23a
    check("$a |a%")  // LB24
    check("$-1,234.56/7% |($5) |$(5) |$(.5)")  // LB25
    check("각ᆨ|가 |\u{1100}\u{1161}\u{11A8}")  // LB26
    check("$각%")  // LB27
    check("ab")  // LB28
    check("\u{1B05}\u{1B44}\u{1B05}|\u{1B05} |\u{11F02}\u{11F26}")  // LB28a
    check("a.b")  // LB29
    check("a(b)c |字|（字）|字")  // LB30
    check("🇺🇸|🇺🇦|🇺")  // LB30a
    check("👍🏽|👍")  // LB30b
    check("字|字")  // LB31
  }

  @Test func addresses() {
    check("see |https://a.org/|b/|c?|x=|1&|y=|2#z |on", tailored: true)
    check("http://x/|2024/|01/|%D0|%B0", tailored: true)
    check("(http://x/) |http://x/|y.", tailored: true)
    check("a=1&b |1/2", tailored: true)
    check("http://x/|字|a=b", tailored: true)
  }

  @Test func pathsAndOptions() {
    check("ls |/usr/|bin |(/r/|x) |//a", tailored: true)
    check("git |--force |-x |\"--y", tailored: true)
    check("well-|known |a--|b", tailored: true)
  }

  /// Every pair of ASCII in random contexts: what the pair table claims must be what the rules say.
  @Test func theTableOfPairsIsWhatTheRulesSay() {
    var generator = SeededGenerator(seed: 11)
    let contexts = RandomText.ascii.filter { !$0.contains("\n") }
    var compared = 0
    for pair in 0..<128 * 128 where ASCIILineBreaking.answers[pair] != .depends {
      for _ in 0..<4 {
        let before = RandomText.bytes(of: contexts, count: 3, using: &generator)
        let after = RandomText.bytes(of: contexts, count: 2, using: &generator)
        let text = before + [UInt8(pair >> 7), UInt8(pair & 127)] + after
        let place = before.count + 1
        let solid = text[..<place].last { $0 != UInt8(ascii: " ") }
        let isOpen = solid.map { "([{".utf8.contains($0) } ?? false
        let isAllowed = LineBreaking.opportunities(in: text.span, 0..<text.count, tailored: true)
          .contains { $0.offset == place }
        let claimed = ASCIILineBreaking.answers[pair] == .afterSpaces
        if claimed && isOpen { continue }
        compared += 1
        #expect(isAllowed == claimed, "\(String(decoding: text, as: UTF8.self).debugDescription) at \(place)")
      }
    }
    // Enough pairs must be decided for English text to be wrapped without the rules.
    #expect(compared > 4 * 6000)
  }
}
