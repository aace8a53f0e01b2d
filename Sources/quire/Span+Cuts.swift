// Where a text of which more is to come can be cut.
extension Span where Element == UInt8 {
  /// The end of the last line that ends within the last `reach` of the first `count` bytes; where none does, of the last
  /// character.
  ///
  /// - Complexity: O(`reach`)
  func lineEnd(before count: Int, reach: Int) -> Int {
    var end = count
    while end > Swift.max(0, count - reach) {
      if self[end - 1] == 0x0a { return isUTF16 ? end & ~1 : end }
      end -= 1
    }
    return characterEnd(before: count)
  }

  /// The end of the last character whose bytes are all among the first `count`.
  func characterEnd(before count: Int) -> Int {
    if isUTF16 { return count & ~1 }
    var start = count
    while start > Swift.max(0, count - 4) {
      start -= 1
      let byte = self[start]
      if byte & 0xc0 == 0x80 { continue }
      let length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
      return start + length > count ? start : count
    }
    return count
  }

  /// Whether a byte order mark says that two bytes are the least that can be told apart.
  private var isUTF16: Bool {
    count >= 2 && (self[0] == 0xff && self[1] == 0xfe || self[0] == 0xfe && self[1] == 0xff)
  }
}
