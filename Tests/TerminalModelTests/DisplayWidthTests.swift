import TestSupport
import Testing

@testable import TerminalModel

@Suite struct DisplayWidthTests {
  @Test func scalars() {
    let expected: [(Unicode.Scalar, Int)] = [
      ("a", 1), (" ", 1), ("é", 1), ("д", 1), ("…", 1), ("漢", 2), ("Ａ", 2), ("ｱ", 1), ("가", 2), ("👍", 2),
      ("❤", 1), ("\u{1FAEF}", 2), ("\u{301}", 0), ("\u{20DD}", 0), ("\u{200B}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0),
      ("\u{AD}", 0), ("\u{11A8}", 0), ("\u{1160}", 0), ("\u{600}", 1), ("\u{1F1FA}", 1), ("\u{E000}", 1),
      ("\u{3000}", 2), ("\u{1F8FF}", 1), ("\u{2FFFD}", 2), ("\u{E0041}", 0), ("\u{10FFFF}", 1), ("\u{0}", 1),
    ]
    for (scalar, columns) in expected {
      #expect(DisplayWidth.columns(of: scalar) == columns, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func texts() {
    #expect(DisplayWidth.columns(of: "plain text of more than eight bytes") == 35)
    #expect(DisplayWidth.columns(of: "e\u{301}🇺🇸👍🏽👩‍👩‍👧❤️1️⃣") == 1 + 2 + 2 + 2 + 1 + 1)
    #expect(DisplayWidth.columns(of: "कि漢 a🏽") == 2 + 2 + 1 + 1 + 2)
    #expect(DisplayWidth.columns(of: "") == 0)
  }

  /// What is not UTF-8 counts as `String` repairs it: one U+FFFD for each maximal subpart.
  @Test func anyBytesAreReadAsStringReadsThem() {
    var generator = SeededGenerator(seed: 1)
    let leads: [UInt8] = [0x41, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF]
    let others: [UInt8] = [0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0x20]
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        generator.chance(40) ? generator.pick(leads) : generator.pick(others)
      }
      var scalars: [Unicode.Scalar] = []
      var offset = 0
      while offset < bytes.count {
        let next = UTF8Decoding.scalar(in: bytes.span, at: offset, end: bytes.count)
        scalars.append(next.scalar)
        offset += next.length
      }
      #expect(scalars == Array(String(decoding: bytes, as: UTF8.self).unicodeScalars), "\(bytes)")
    }
  }

  @Test func endOfPrintableASCIIIsThatOfALoop() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      var bytes = (0..<40).map { _ in UInt8.random(in: 0x20...0x7E, using: &generator) }
      bytes[Int.random(in: 0..<40, using: &generator)] = generator.pick([
        0x00, 0x1F, 0x20, 0x7E, 0x7F, 0x80, 0xA0, 0xFF,
      ])
      let start = Int.random(in: 0...40, using: &generator)
      let expected = bytes[start...].firstIndex { $0 < 0x20 || $0 > 0x7E } ?? 40
      #expect(UTF8Decoding.endOfPrintableASCII(in: bytes.span, from: start, to: 40) == expected)
    }
  }

  @Test func truncation() {
    let cases: [(text: String, limit: Int, expected: String)] = [
      ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "…"), ("hello", 0, ""), ("hello", -1, ""),
      ("漢字かな", 5, "漢字…"), ("漢字かな", 4, "漢…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
      ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"), ("漢", 1, "…"), ("", 3, ""),
    ]
    for (text, limit, expected) in cases {
      #expect(DisplayWidth.truncate(text, toColumns: limit) == expected)
    }
    #expect(DisplayWidth.truncate("hello", toColumns: 2, ellipsis: "...") == "he")
  }
}
