/// The message ids in a field, in order: RFC 5322, 3.6.4, and what older programs wrote.
struct MessageIDs {
  /// Longer ones are no ids: RFC 5322, 2.1.1, allows no longer lines.
  static let longest = 998

  private let bytes: MailBytes
  private var index: Int
  private let end: Int

  init(_ bytes: MailBytes, _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The bytes of the next id, without its brackets.
  mutating func next() -> Range<Int>? {
    while index < end {
      let start = bytes.first(0x3c, in: index..<end) + 1
      guard start <= end else { break }
      index = start + usualLength(from: start)
      while index < end, !Self.isBad(bytes[index]), bytes[index] != 0x3e { index += 1 }
      guard index < end, bytes[index] == 0x3e else { continue }
      index += 1
      if index - 1 > start, index - 1 - start <= Self.longest { return start..<index - 1 }
    }
    index = end
    return nil
  }

  /// The length of an id as most are, found without a branch for each byte; 0 for any other.
  private func usualLength(from start: Int) -> Int {
    let reach = start..<min(end, start + 64)
    let bracket = bytes.first(0x3e, in: reach)
    guard bracket < reach.upperBound else { return 0 }
    let bad = bytes.part(start..<bracket).reduce(0 as UInt8) { $0 | (Self.isBad($1) ? 1 : 0) }
    return bad == 0 ? bracket - start : 0
  }

  /// Whether no id has this byte: white space, a bracket that opens, a control character.
  private static func isBad(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x3c || byte == 0x7f }

  /// Whether what stands in brackets is an id for certain: it has an `@` in it.
  static func isUsual(_ bytes: MailBytes, _ id: Range<Int>) -> Bool { bytes.first(0x40, in: id) < id.upperBound }

  /// The id of a message: what stands in brackets; without brackets, what is there.
  static func own(_ bytes: MailBytes, _ range: Range<Int>) -> Range<Int>? {
    var ids = MessageIDs(bytes, range)
    if let id = ids.next() { return id }
    var (start, end) = (range.lowerBound, range.lowerBound)
    while start < range.upperBound, bytes[start] == 0x3c || bytes[start] <= 0x20 { start += 1 }
    end = start
    while end < range.upperBound, bytes[end] > 0x20, bytes[end] != 0x3e { end += 1 }
    return end > start && end - start <= longest ? start..<end : nil
  }
}
