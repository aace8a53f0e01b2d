import TerminalModel

/// Which way a text is read.
///
/// Rows are handed to the terminal in the order in which they are read; terminals that know right-to-left scripts (VTE, Konsole,
/// mlterm and others) put the letters of each row in their places, and others could only be told so by sequences that those would
/// take amiss. What a layout decides is at which edge a paragraph stands.
enum TextDirection {
  /// Further than this no letter is looked for, in bytes.
  private static let reach = 1024

  /// Whether the first letter of `text` is of a script that is read from right to left (UAX #9, rules P2 and P3, but that
  /// letters are told by the blocks they are in).
  ///
  /// - Complexity: O(bytes before the first letter), at most 1024
  static func isRightToLeft(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + reach)
    while offset < end {
      let byte = text[offset]
      if byte < 0x80 {
        if (byte | 0x20) >= UInt8(ascii: "a"), (byte | 0x20) <= UInt8(ascii: "z") { return false }
        offset += 1
        continue
      }
      let next = UTF8Decoding.scalar(in: text, at: offset, end: range.upperBound)
      if isRightToLeft(next.scalar) { return true }
      if next.scalar.properties.isAlphabetic { return false }
      offset += next.length
    }
    return false
  }

  /// Hebrew to Arabic Extended-A, their presentation forms, and the two areas beyond the first plane that are kept for such
  /// scripts; marks and digits in there say nothing.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF:
      switch scalar.properties.generalCategory {
      case .otherLetter, .uppercaseLetter, .lowercaseLetter, .modifierLetter, .letterNumber: return true
      default: return false
      }
    case 0x200F: return true
    default: return false
    }
  }
}
