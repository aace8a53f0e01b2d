import TerminalModel
import TestSupport
import Testing

@Suite struct DisplayClusterTests {
  /// The glyphs of `text`, each followed by its columns.
  private func glyphs(_ bytes: [UInt8]) -> [(glyph: String, columns: Int)] {
    var found: [(glyph: String, columns: Int)] = []
    var offset = 0
    while offset < bytes.count {
      let cluster = DisplayCluster(in: bytes.span, from: offset, to: bytes.count)
      found.append((cluster.glyph(in: bytes.span).string, cluster.columns))
      offset = cluster.end
    }
    return found
  }

  private func check(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let shown = glyphs(Array(text.utf8)).map { "\($0.glyph):\($0.columns)" }.joined(separator: " ")
    #expect(shown.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(shown)", sourceLocation: sourceLocation)
  }

  @Test func baseAndMarks() {
    check("ae\u{301}b", "a:1 e\u{301}:1 b:1")
    check("a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{300}\u{301}\u{302}\u{303}:1")
    check("\u{1100}\u{1161}\u{11A8}", "\u{1100}\u{1161}\u{11A8}:2")
    check("\u{301}a", ":0 a:1")
  }

  @Test func emojiAreReducedToTheirBase() {
    check("👍🏽👩‍👩‍👧❤️1️⃣", "👍:2 👩:2 ❤:1 1\u{20E3}:1")
    check("🏽a🏽", "🏽:2 a:1 🏽:2")
  }

  @Test func flagsAreLetters() {
    check("🇺🇸🇺", "U:1 S:1 U:1")
  }

  @Test func everyScalarThatTakesColumnsIsDrawn() {
    check("क्षि", "क\u{94D}:1 ष:1 \u{93F}:1")
  }

  @Test func controlsAreSeen() {
    check("\u{1B}\u{7F}\u{9B}\t", "␛:1 ␡:1 \u{FFFD}:1 ␉:1")
    check("\u{200B}\u{FEFF}", ":0 :0")
  }

  /// No cluster splits a scalar or is wider than two columns, glyphs are as wide as their scalars and stored in place.
  @Test func randomBytes() {
    var generator = SeededGenerator(seed: 3)
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x36F, 0x590...0x6FF, 0x900...0xDFF, 0x1100...0x11FF, 0x2000...0x206F, 0x3000...0x30FF,
      0xAC00...0xAC40, 0xFE00...0xFE2F, 0x1F1E6...0x1F1FF, 0x1F3F0...0x1F4FF, 0xE0000...0xE01FF, 0...0x10FFFF,
    ]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        let code = UInt32.random(in: generator.pick(ranges), using: &generator)
        text.unicodeScalars.append(generator.chance(20) ? "\u{200D}" : Unicode.Scalar(code) ?? "\u{FFFD}")
      }
      let bytes = Array(text.utf8)
      let found = glyphs(bytes)
      #expect(found.reduce(0) { $0 + $1.columns } == DisplayWidth.columns(of: text))
      for (glyph, columns) in found {
        #expect(columns <= 2 && glyph.utf8.count <= 15 && glyph.unicodeScalars.count <= 5)
        #expect(glyph.unicodeScalars.reduce(0) { $0 + DisplayWidth.columns(of: $1) } == columns)
      }
    }
  }
}
