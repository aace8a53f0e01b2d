import Glibc

/// Words that are sought as they were typed, in either case or in theirs.
///
/// Sought is the byte of them that is the rarest in running text, by `memchr`, which reads more than ten bytes a
/// nanosecond; whatever stands around it is compared only then.
struct LiteralPattern: Hashable, Sendable {
  /// The words, UTF-8.
  private let bytes: [UInt8]
  /// The same in the other case: as long, character by character. Characters that have none, or one of another length,
  /// stand here as they do there.
  private let others: [UInt8]
  /// Where each character ends.
  private let ends: [Int]
  /// The byte that is sought.
  private let pivot: Int

  /// The words `text`, which is not empty.
  init(_ text: String, ignoringCase: Bool) {
    var (bytes, others, ends): ([UInt8], [UInt8], [Int]) = ([], [], [])
    for scalar in text.unicodeScalars {
      let own = Array(String(scalar).utf8)
      let other = ignoringCase ? Array(String(scalar.inOtherCase).utf8) : own
      bytes += own
      others += other.count == own.count ? other : own
      ends.append(bytes.count)
    }
    self.bytes = bytes
    self.others = others
    self.ends = ends
    pivot = bytes.indices.max { Self.rarity(of: bytes[$0]) < Self.rarity(of: bytes[$1]) } ?? 0
  }

  /// Where the words stand first in `text[range]`.
  ///
  /// - Complexity: O(length of `range`)
  func first(in text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard !bytes.isEmpty, range.count >= bytes.count else { return nil }
    return text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return nil }
      let end = range.upperBound - bytes.count + pivot + 1
      func place(of byte: UInt8, from start: Int) -> Int {
        guard start < end, let found = memchr(base + start, Int32(byte), end - start) else { return .max }
        return UnsafeRawPointer(base).distance(to: found)
      }
      let (byte, other) = (bytes[pivot], others[pivot])
      var next = place(of: byte, from: range.lowerBound + pivot)
      var nextOther = byte == other ? Int.max : place(of: other, from: range.lowerBound + pivot)
      while true {
        let found = min(next, nextOther)
        guard found < .max else { return nil }
        if isMatch(base + (found - pivot)) { return found - pivot..<found - pivot + bytes.count }
        if found == next { next = place(of: byte, from: found + 1) } else { nextOther = place(of: other, from: found + 1) }
      }
    }
  }

  /// Whether the words stand at `text`, which has as many bytes.
  private func isMatch(_ text: UnsafePointer<UInt8>) -> Bool {
    if memcmp(text, bytes, bytes.count) == 0 { return true }
    guard bytes != others else { return false }
    var start = 0
    for end in ends {
      // A character has to be all of it one or the other.
      guard (start..<end).allSatisfy({ text[$0] == bytes[$0] }) || (start..<end).allSatisfy({ text[$0] == others[$0] })
      else { return false }
      start = end
    }
    return true
  }

  /// From the most frequent byte of English text on; whatever is not in here is rarer.
  private static let frequent = Array(" etaoinsrhldcumfpgwybv,.k'-ITSAxjqz".utf8)

  private static func rarity(of byte: UInt8) -> Int {
    if let index = frequent.firstIndex(of: byte) { return index }
    // First bytes of characters say which script it is, and so hardly anything.
    return byte >= 0xC0 ? 0 : byte >= 0x80 ? 8 : frequent.count
  }
}

extension Unicode.Scalar {
  /// The same letter in lower case if it is in upper case, and the reverse; itself where it has no such form of one
  /// scalar.
  var inOtherCase: Unicode.Scalar {
    if isASCII {
      let isLetter = (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
      return isLetter ? Unicode.Scalar(UInt8(value) ^ 0x20) : self
    }
    for mapping in [properties.lowercaseMapping, properties.uppercaseMapping] where mapping.unicodeScalars.count == 1 {
      if let other = mapping.unicodeScalars.first, other != self { return other }
    }
    return self
  }
}
