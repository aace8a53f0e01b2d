/// Tells letters and digits from the rest and takes away their case.
///
/// The standard library answers for one scalar in about 100 ns; its answers are kept by pages of 256 scalars, made when
/// first needed.
package struct LetterFolding {
  /// Where the page of each 256 scalars begins in `letters`; 0 for one that is not made yet.
  private var pages = [Int32](repeating: 0, count: 0x11_0000 >> 8)
  /// The page of ASCII and Latin-1, then others as they were needed.
  private var letters = Self.latin

  private static let latin = page(0)

  /// Knows ASCII and Latin-1, and learns other letters as they come.
  package init() {}

  /// As ``letter(of:)``, worked out: most letters are of this kind.
  @inline(__always)
  static func letter(ofASCII byte: UInt8) -> UInt32 {
    let lower = byte | 0x20
    if lower &- 0x61 < 26 { return UInt32(lower) }
    return byte &- 0x30 < 10 ? UInt32(byte) : 0
  }

  /// The lower-case form of a letter, mark or digit; 0 for anything else.
  package mutating func letter(of scalar: UInt32) -> UInt32 {
    if scalar < 256 { return letters[Int(scalar)] }
    let number = Int(scalar >> 8)
    guard number < pages.count else { return 0 }
    if pages[number] == 0 {
      pages[number] = Int32(letters.count)
      letters += Self.page(number)
    }
    return letters[Int(pages[number]) + Int(scalar & 0xff)]
  }

  /// Whether a letter belongs to a script that puts no spaces between words, so that each counts as a word.
  static func standsAlone(_ letter: UInt32) -> Bool {
    guard letter >= 0x0e00 else { return false }
    switch letter {
    // Thai and Lao, Myanmar, Khmer, and all from the CJK radicals on.
    case 0x0e00...0x0eff, 0x1000...0x109f, 0x1780...0x17ff, 0x2e80...: return true
    default: return false
    }
  }

  private static func page(_ number: Int) -> [UInt32] {
    (0..<256).map { fold(UInt32(number << 8 | $0)) }
  }

  private static func fold(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value), isLetter(scalar) else { return 0 }
    // The final sigma is the same letter.
    if value == 0x3c2 { return 0x3c3 }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      // Variation selectors are marks, but extractors drop them at will.
      return !scalar.properties.isDefaultIgnorableCodePoint
    default: return false
    }
  }
}
