/// The quotation marks of many languages.
enum QuotationMarks {
  /// Whether all of `range` stands in one pair of quotation marks.
  ///
  /// - Complexity: O(length) for text that begins with a mark, else O(1)
  static func encloses(_ range: Range<Int>, of text: SourceText) -> Bool {
    guard range.count >= 4, let (open, length) = scalar(at: range.lowerBound, in: text) else { return false }
    let closers: [UInt32]
    switch open {
    case 0x22: closers = [0x22]
    // “ ” and „ ” and „ “, “ „; « » and » «; ‹ ›; 「 」『 』; ‚ ‘ and ‘ ’.
    case 0x201c: closers = [0x201d, 0x201e]
    case 0x201e: closers = [0x201c, 0x201d]
    case 0x201d: closers = [0x201d]
    case 0xab: closers = [0xbb]
    case 0xbb: closers = [0xab, 0xbb]
    case 0x2039: closers = [0x203a]
    case 0x300c: closers = [0x300d]
    case 0x300e: closers = [0x300f]
    case 0x2018: closers = [0x2019]
    case 0x201a: closers = [0x2018, 0x2019]
    default: return false
    }
    // The first mark that closes is the last sign of all.
    var index = range.lowerBound + length
    var depth = 1
    while index < range.upperBound {
      guard let (sign, length) = scalar(at: index, in: text) else {
        index += 1
        continue
      }
      if sign == open, !closers.contains(open) { depth += 1 }
      if closers.contains(sign), !isApostrophe(sign, at: index, length: length, in: text, before: range.upperBound) {
        depth -= 1
        if depth == 0 { return isEnd(from: index + length, to: range.upperBound, of: text) }
      }
      index += length
    }
    return false
  }

  /// A closing single mark between letters is an apostrophe.
  private static func isApostrophe(_ sign: UInt32, at index: Int, length: Int, in text: SourceText, before end: Int)
    -> Bool
  {
    sign == 0x2019 && index + length < end && FoldedLetter(at: index + length, before: end, in: text) != nil
  }

  /// A full stop may follow the closing mark.
  private static func isEnd(from index: Int, to end: Int, of text: SourceText) -> Bool {
    index == end || index + 1 == end && text[index] == 0x2e
  }

  private static func scalar(at index: Int, in text: SourceText) -> (sign: UInt32, length: Int)? {
    let byte = text[index]
    if byte < 0x80 { return (UInt32(byte), 1) }
    if byte == 0xc2, index + 1 < text.count { return (UInt32(text[index + 1]), 2) }
    if byte & 0xf0 == 0xe0, index + 2 < text.count {
      return (UInt32(byte & 0x0f) << 12 | UInt32(text[index + 1] & 0x3f) << 6 | UInt32(text[index + 2] & 0x3f), 3)
    }
    return nil
  }
}
