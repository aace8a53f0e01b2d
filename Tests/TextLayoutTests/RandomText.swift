import TestSupport

/// Seeded random texts in which the rules of line breaking have much to do.
enum RandomText {
  /// Prose and punctuation in ASCII, with addresses, options and line ends.
  static let ascii =
    ["a", "b", "to", "the", "Quire", "word", "internationalisation", "7", "1984", "3.14", "$5", "99%", "-5"]
    + [" ", " ", " ", " ", " ", "  ", "   ", "\n", "\n\n", ". ", ", ", "; ", ": ", "? ", "! ", " - ", " -- "]
    + Array("-/?&=%.,:;!'\"()[]{}<>|\\~^_`@#$+*").map(String.init)
    + ["https://example.org/a/b?x=1&y=2#c", "://", "--format", "-f", "/usr/bin", "(see", "x)", "\"so\"", "e.g.", "a/b"]

  /// What the tables of other scripts, clusters and invalid bytes can do to a line.
  static let mixed =
    ascii
    + ["слово", "Привет", "«", "»", " «", "» ", "“", "”", "„", "—", " — ", "–", "…", "\u{A0}", "\u{AD}", "\u{2011}"]
    + ["漢", "字", "かな", "ッ", "ー", "。", "「", "」", "、", "（", "）", "한국", "ᄀ", "ᅡ", "ᆨ", "\u{3000}", "ﾊﾟ"]
    + ["e\u{301}", "\u{301}", "a\u{300}\u{301}\u{302}\u{303}\u{304}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}"]
    + ["👍", "👍🏽", "👩‍👩‍👧", "❤️", "1️⃣", "🇺🇸", "🇺", "🇺🇸🇺🇦", "🏽", "क्षि", "कि", "ন্ত", "กำ", "ไทย", "ကို", "\u{600}1"]
    + [
      "שלום", "א-ב", "\u{200F}", "مرحبا", "\u{85}", "\u{2028}", "\u{2029}", "\r\n", "\r", "\t", "\u{B}", "\u{C}",
      "\u{1}",
    ]
    + ["◌\u{1B44}", "\u{1B13}\u{1B44}", "\u{11F02}\u{11F26}", "₴5", "№", "°C", "⸺", "\u{FFFC}", "\u{1F8FF}"]

  /// A text of `count` pieces, and now and then a byte that is not UTF-8.
  static func bytes(of pieces: [String], count: Int, invalid: Int = 0, using generator: inout SeededGenerator)
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      bytes += Array(generator.pick(pieces).utf8)
      if generator.chance(invalid) { bytes.append(generator.pick([0xFF, 0x80, 0xC3, 0xE2, 0xF0, 0xED])) }
    }
    return bytes
  }
}
