import TerminalModel
import TestSupport
import Testing
import TextLayout

@Suite struct LineWrapperTests {
  /// Wraps `text` and shows the lines as they stand, each in bars.
  private func check(
    _ text: String,
    width: Int,
    indent: Int = 0,
    _ expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(text.utf8)
    let lines = LineWrapper.wrap(bytes.span, 0..<bytes.count, width: width, firstIndent: indent)
    let shown = lines.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    #expect(shown == expected, sourceLocation: sourceLocation)
    #expect(lines.map(\.width) == shown.map { DisplayWidth.columns(of: $0) }, sourceLocation: sourceLocation)
  }

  @Test func wordsFillTheLine() {
    check("the quick brown fox jumps", width: 10, ["the quick", "brown fox", "jumps"])
    check("one two", width: 7, ["one two"])
    check("one two", width: 6, ["one", "two"])
  }

  @Test func spacesAtTheBreakHang() {
    check("one     two", width: 5, ["one", "two"])
    check("one  two three", width: 8, ["one  two", "three"])
    check("  one two ", width: 5, ["  one", "two"])
    check("     ", width: 3, [""])
  }

  @Test func lineEndsAreForced() {
    check("a\nb", width: 9, ["a", "b"])
    check("a\n\nb", width: 9, ["a", "", "b"])
    check("a \r\n b\u{2028}c", width: 9, ["a", " b", "c"])
    check("a\n", width: 9, ["a"])
    check("\n", width: 9, [""])
  }

  @Test func nothingGivesOneEmptyLine() {
    check("", width: 1, [""])
    check("", width: 5, indent: 3, [""])
  }

  @Test func aLongWordIsBrokenBetweenClusters() {
    check("abcdefgh", width: 3, ["abc", "def", "gh"])
    check("x abcdefgh", width: 3, ["x", "abc", "def", "gh"])
    check("e\u{301}e\u{301}e\u{301}", width: 2, ["e\u{301}e\u{301}", "e\u{301}"])
    check("👩‍👩‍👧👩‍👩‍👧", width: 3, ["👩‍👩‍👧", "👩‍👩‍👧"])
  }

  @Test func aWideClusterInANarrowLineStandsAlone() {
    check("漢字", width: 1, ["漢", "字"])
    check("a漢b", width: 1, ["a", "漢", "b"])
    check("कि", width: 1, ["क", "ि"])
  }

  @Test func theFirstLineMayBeIndented() {
    check("one two", width: 7, indent: 3, ["one", "two"])
    check("one two", width: 7, indent: 5, ["", "one two"])
    check("abcdefgh", width: 4, indent: 2, ["", "abcd", "efgh"])
    check("one", width: 4, indent: 9, ["", "one"])
  }

  @Test func wideAndJoinedClusters() {
    check("漢字かな交じり文。", width: 6, ["漢字か", "な交じ", "り文。"])
    check("漢字かな交文。", width: 12, ["漢字かな交", "文。"])
    check("👍🏽 🇺🇸 ok", width: 5, ["👍🏽 🇺🇸", "ok"])
  }

  @Test func addressesAndOptions() {
    check(
      "see https://example.org/a?id=4711&page=2 now",
      width: 22,
      ["see", "https://example.org/a?", "id=4711&page=2 now"]
    )
    check("ls /usr --all", width: 6, ["ls", "/usr", "--all"])
  }

  @Test func preformattedLinesAreNotWrapped() {
    let bytes = Array("a b  \n\n漢\n".utf8)
    let lines = LineWrapper.lines(bytes.span, 0..<bytes.count)
    #expect(
      lines == [
        WrappedLine(start: 0, end: 5, width: 5), WrappedLine(start: 6, end: 6, width: 0),
        WrappedLine(start: 7, end: 10, width: 2),
      ]
    )
    #expect(LineWrapper.lines(bytes.span, 3..<3) == [WrappedLine(start: 3, end: 3, width: 0)])
  }

  @Test func offsetsAreThoseOfTheWholeText() {
    let bytes = Array("junk one two junk".utf8)
    let lines = LineWrapper.wrap(bytes.span, 5..<12, width: 3)
    #expect(lines == [WrappedLine(start: 5, end: 8, width: 3), WrappedLine(start: 9, end: 12, width: 3)])
  }

  @Test(arguments: [1, 2, 3])
  func asciiIsWrappedAsTheReferenceDoes(seed: UInt64) {
    compare(pieces: RandomText.ascii, invalid: 0, seed: seed)
  }

  @Test(arguments: [4, 5, 6])
  func anyTextIsWrappedAsTheReferenceDoes(seed: UInt64) {
    compare(pieces: RandomText.mixed, invalid: 2, seed: seed)
  }

  @Test func asciiAmongOtherTextIsWrappedAsTheReferenceDoes() {
    let rare = (0..<12).flatMap { _ in RandomText.ascii } + RandomText.mixed
    compare(pieces: rare, invalid: 0, seed: 7)
  }

  private func compare(pieces: [String], invalid: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for width in 1...120 {
      let count = Int.random(in: 0...60, using: &generator)
      let text = RandomText.bytes(of: pieces, count: count, invalid: invalid, using: &generator)
      let indent = generator.chance(30) ? Int.random(in: 0...width, using: &generator) : 0
      // What stands around the range must not matter.
      let junk = generator.pick(["", "a", "( ", "字", "\u{301}", "🇺", " "])
      let whole = Array(junk.utf8) + text + Array(junk.utf8)
      let start = junk.utf8.count
      let lines = LineWrapper.wrap(
        whole.span,
        start..<start + text.count,
        width: width,
        firstIndent: indent
      ).map { WrappedLine(start: $0.start - start, end: $0.end - start, width: $0.width) }
      let expected = ReferenceWrapper.wrap(text, width: width, firstIndent: indent)
      if lines != expected {
        let place = zip(lines, expected).first { $0 != $1 }
        Issue.record("width \(width), indent \(indent), \(String(describing: place)) in \(text)")
        return
      }
    }
  }
}
