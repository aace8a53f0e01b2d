import DocumentModel
import TestSupport
import Testing

@testable import Importers

@Suite("Text made safe")
struct TextSanitizerTests {
  private func sanitized(_ bytes: [UInt8]) -> String {
    String(decoding: TextSanitizer.sanitize(bytes.span).bytes, as: UTF8.self)
  }

  private func sanitized(_ text: String) -> String { sanitized(Array(text.utf8)) }

  @Test("Controls become visible")
  func controls() {
    #expect(sanitized("a\u{1b}[31mb\u{0}c\u{7}\u{7f}") == "a␛[31mb␀c␇␡")
    #expect(sanitized("a\u{9b}31m") == "a\u{fffd}31m")
  }

  @Test("Every line end is a line feed")
  func lineEnds() {
    #expect(sanitized("a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{c}g\u{b}h\n") == "a\nb\nc\nd\ne\nf\ng\nh\n")
  }

  @Test("Tabs go to the next stop")
  func tabs() {
    #expect(sanitized("a\tb\tc\n\td") == "a       b       c\n        d")
    #expect(sanitized("äöü\tb") == "äöü     b")
  }

  @Test("Byte order marks decide")
  func byteOrderMarks() {
    #expect(sanitized([0xef, 0xbb, 0xbf, 0x61]) == "a")
    #expect(sanitized([0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0x00, 0xde]) == "a😀")
    #expect(sanitized([0xfe, 0xff, 0, 0x61, 0, 0x0a, 0xd8]) == "a\n\u{fffd}")
  }

  @Test("Ill-formed sequences are replaced as Unicode says")
  func illFormed() {
    // Table 3-11 of the Unicode standard.
    let bytes: [UInt8] = [0x61, 0xf1, 0x80, 0x80, 0xe1, 0x80, 0xc2, 0x62, 0x80, 0x63, 0x80, 0xbf, 0x64]
    #expect(sanitized(bytes) == "a\u{fffd}\u{fffd}\u{fffd}b\u{fffd}c\u{fffd}\u{fffd}d")
    #expect(sanitized([0xc0, 0xaf, 0xed, 0xa0, 0x80]) == "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}")
  }

  @Test("What would reorder a row is left out, marks of direction stay")
  func bidi() {
    #expect(sanitized("a\u{202e}b\u{202c}c\u{2066}d\u{2069}\u{200f}") == "abcd\u{200f}")
    #expect(TextSanitizer.field("  a\u{200f}\u{a0} \nb\u{202e}c ".utf8) == "a bc")
  }

  @Test("Random bytes become what the standard library makes of them, controls aside")
  func random() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let pieces: [[UInt8]] = [
        [0x61], [0xc3, 0xa4], [0xe2, 0x82, 0xac], [0xf0, 0x9f, 0x98, 0x80], [0x80], [0xc3], [0xe2, 0x82], [0xf0, 0x9f],
        [0xff], [0x20],
      ]
      let bytes = (0..<40).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
      #expect(sanitized(bytes) == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("Diagnostics name the first place")
  func diagnostics() {
    let text = TextSanitizer.sanitize(Array("a\nb\u{1b}c\u{1b}".utf8).span)
    #expect(
      text.diagnostics.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message)" } == [
        "2:2 2 control characters were shown as a symbol, the first of them here"
      ]
    )
  }
}
