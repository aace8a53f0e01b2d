import Glibc
import HTMLParsing

/// Bytes of a mail archive or of a message's text, lent for as long as the reading takes.
///
/// Every access is checked against the bounds.
struct MailBytes {
  private let buffer: UnsafeBufferPointer<UInt8>

  /// The bytes of `buffer`, which have to outlive this.
  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  /// The number of bytes.
  var count: Int { buffer.count }

  /// The byte at `offset`.
  subscript(offset: Int) -> UInt8 {
    precondition(UInt(bitPattern: offset) < UInt(bitPattern: buffer.count), "an offset is within the bytes")
    return buffer[offset]
  }

  /// The bytes of `range`, with their offsets as indices.
  subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count, "a range is within the bytes")
    return buffer[range]
  }

  /// The bytes of `range`, counted from 0.
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[range]) }

  /// The first `byte` in `range`; the range's end without one.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int {
    guard !range.isEmpty, let base = part(range).baseAddress, let found = memchr(base, Int32(byte), range.count) else {
      return range.upperBound
    }
    return range.lowerBound + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
  }

  /// The end of the line that `offset` stands in, its line feed left out.
  func lineEnd(from offset: Int, before end: Int) -> Int { first(0x0a, in: offset..<end) }

  /// The beginning of the line after the one that `offset` stands in.
  func nextLine(after offset: Int, before end: Int) -> Int { min(end, lineEnd(from: offset, before: end) + 1) }

  /// Whether the ASCII letters of `word`, given in lower case, stand at `offset` in either case.
  func matches(_ word: StaticString, at offset: Int, before end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, end - offset >= count, end <= buffer.count, let base = buffer.baseAddress else { return false }
    let text = UnsafeRawPointer(base + offset)
    let letters = UnsafeRawPointer(word.utf8Start)
    var index = 0
    while index + 8 <= count {
      let eight = text.loadUnaligned(fromByteOffset: index, as: UInt64.self).lowercasedLetters
      guard eight == letters.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
      index += 8
    }
    while index < count {
      let letter = text.load(fromByteOffset: index, as: UInt8.self).lowercased
      guard letter == letters.load(fromByteOffset: index, as: UInt8.self) else { return false }
      index += 1
    }
    return true
  }

  /// Whether exactly `bytes` stand at `offset`.
  func isEqual(_ bytes: [UInt8], at offset: Int, before end: Int) -> Bool {
    end - offset >= bytes.count && self[offset..<offset + bytes.count].elementsEqual(bytes)
  }

  /// Whether the same bytes stand in both ranges.
  func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    part(first).holdsSameBytes(as: part(second))
  }

  /// Behind the first place at `start` or after it where `sign` stands.
  func end(ofFirst sign: [UInt8], from start: Int) -> Int? {
    sign.withUnsafeBufferPointer { part(start..<count).end(ofFirst: $0) }.map { start + $0 }
  }

  /// `range` without the white space at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isMailSpace { start += 1 }
    while end > start, self[end - 1].isMailSpace { end -= 1 }
    return start..<end
  }

  /// Whether `range` holds nothing but white space.
  func isBlank(_ range: Range<Int>) -> Bool { trimmed(range).isEmpty }
}

extension UInt64 {
  /// Eight bytes with the ASCII letters among them in lower case.
  fileprivate var lowercasedLetters: UInt64 {
    let low = self & 0x7f7f_7f7f_7f7f_7f7f
    // Each sum sets the highest bit of its byte: from `A` on, and behind `Z`.
    let isLetter = (low &+ 0x3f3f_3f3f_3f3f_3f3f) & ~(low &+ 0x2525_2525_2525_2525) & ~self & 0x8080_8080_8080_8080
    return self | isLetter >> 2
  }
}

extension UInt8 {
  /// The lower case of an ASCII letter; any other byte itself.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether it is a space, tab, carriage return or line feed.
  var isMailSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0a || self == 0x0d }

  /// Whether it is an ASCII digit.
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether it is an ASCII letter.
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether it is an ASCII capital.
  var isASCIICapital: Bool { self &- 0x41 < 26 }
}
