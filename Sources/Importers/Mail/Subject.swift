/// The subject of a message without what replies and lists add to it: RFC 5256, 2.1.
///
/// Beside `Re:` and `Fwd:` the words of other languages are known.
enum Subject {
  private static let prefixes: [ShortWord] = [
    "re", "fwd", "fw", "aw", "antw", "antwort", "wg", "sv", "vs", "vb", "tr", "rv", "res", "rif", "ref", "odp", "pd",
    "ynt", "ilt", "enc", "vl",
  ]

  /// The bytes of a subject's base.
  ///
  /// - Complexity: O(n)
  static func base(_ bytes: MailBytes, _ range: Range<Int>) -> Range<Int> {
    var range = bytes.trimmed(range)
    while true {
      let before = range
      if let start = afterReply(bytes, range) { range = bytes.trimmed(start..<range.upperBound) }
      if let start = afterBlob(bytes, range), !bytes.isBlank(start..<range.upperBound) {
        range = bytes.trimmed(start..<range.upperBound)
      }
      if range.count > 5, bytes.matches("(fwd)", at: range.upperBound - 5, before: range.upperBound) {
        range = bytes.trimmed(range.lowerBound..<range.upperBound - 5)
      }
      if range.count > 6, bytes.matches("[fwd:", at: range.lowerBound, before: range.upperBound),
        bytes[range.upperBound - 1] == 0x5d
      {
        range = bytes.trimmed(range.lowerBound + 5..<range.upperBound - 1)
      }
      if range == before { return range }
    }
  }

  /// Whether a subject says that the message is a reply or a forwarded one.
  static func isReply(_ bytes: MailBytes, _ range: Range<Int>) -> Bool {
    let range = bytes.trimmed(range)
    return afterReply(bytes, (afterBlob(bytes, range) ?? range.lowerBound)..<range.upperBound) != nil
  }

  /// A hash of a subject's base, white space and the case of ASCII letters left aside; 0 for an empty one.
  static func hash(_ bytes: MailBytes, _ range: Range<Int>) -> UInt64 {
    let base = base(bytes, range)
    guard !base.isEmpty else { return 0 }
    // FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes[base] where !byte.isMailSpace { hash = (hash ^ UInt64(byte.lowercased)) &* 0x100_0000_01b3 }
    return hash
  }

  /// Where what follows `Re:`, `Re[2]:`, `AW: ` begins.
  private static func afterReply(_ bytes: MailBytes, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index].isMailSpace { index += 1 }
    let start = index
    while index < range.upperBound, index < start + ShortWord.longest, bytes[index].isASCIILetter { index += 1 }
    guard let word = ShortWord(bytes, start..<index), prefixes.contains(word) else { return nil }
    if let end = afterBlob(bytes, index..<range.upperBound) { index = end }
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    return index < range.upperBound && bytes[index] == 0x3a ? index + 1 : nil
  }

  /// Where what follows `[…]` begins.
  private static func afterBlob(_ bytes: MailBytes, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, bytes[range.lowerBound] == 0x5b else { return nil }
    var index = range.lowerBound + 1
    while index < range.upperBound, bytes[index] != 0x5b, bytes[index] != 0x5d { index += 1 }
    guard index < range.upperBound, bytes[index] == 0x5d else { return nil }
    index += 1
    while index < range.upperBound, bytes[index].isMailSpace { index += 1 }
    return index
  }
}
