/// One scalar as it stands in UTF-8 bytes.
@usableFromInline
package struct DecodedScalar: Sendable {
  /// The scalar, U+FFFD where the bytes are not UTF-8.
  @usableFromInline package let scalar: Unicode.Scalar
  /// The bytes it takes, 1…4.
  @usableFromInline package let length: Int

  @inlinable @inline(__always)
  init(_ code: UInt32, length: Int) {
    scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    self.length = length
  }
}

/// Reading UTF-8 bytes that may be anything.
///
/// This and what ``ClusterScanner`` is made of is inlinable: line wrapping in another module calls it for every scalar,
/// and takes twice as long where it cannot be inlined.
@usableFromInline
package enum UTF8Decoding {
  /// The scalar that starts at `offset`; `offset` < `end` ≤ `text.count`. Complexity: O(1).
  ///
  /// What is not UTF-8 is read as U+FFFD, one for each maximal subpart of a well-formed sequence (the Unicode core
  /// specification, section 3.9), as browsers and Swift's `String` do.
  @inlinable @inline(__always)
  package static func scalar(in text: Span<UInt8>, at offset: Int, end: Int) -> DecodedScalar {
    let first = text[offset]
    if first < 0x80 { return DecodedScalar(UInt32(first), length: 1) }
    // Most of what is not ASCII is well-formed and has two or three bytes.
    if offset + 2 < end {
      let second = text[offset + 1]
      let third = text[offset + 2]
      if first >= 0xC2, first < 0xE0, second & 0xC0 == 0x80 {
        return DecodedScalar(UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F), length: 2)
      }
      if first > 0xE0, first < 0xED, second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
        let code = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        return DecodedScalar(code, length: 3)
      }
    }
    return sequence(in: text, at: offset, end: end)
  }

  @inlinable
  static func sequence(in text: Span<UInt8>, at offset: Int, end: Int) -> DecodedScalar {
    let first = text[offset]
    let count: Int
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF: count = 3
    case 0xF0...0xF4: count = 4
    default: return DecodedScalar(0xFFFD, length: 1)
    }
    guard offset + 1 < end, isSecond(text[offset + 1], after: first) else { return DecodedScalar(0xFFFD, length: 1) }
    var code = (UInt32(first) & (0x7F >> UInt32(count))) << 6 | UInt32(text[offset + 1] & 0x3F)
    var length = 2
    while length < count {
      guard offset + length < end, text[offset + length] & 0xC0 == 0x80 else {
        return DecodedScalar(0xFFFD, length: length)
      }
      code = code << 6 | UInt32(text[offset + length] & 0x3F)
      length += 1
    }
    return DecodedScalar(code, length: length)
  }

  /// Whether `byte` may follow `first` (table 3-7 of the Unicode core specification): no overlong forms, no
  /// surrogates, nothing above U+10FFFF.
  @inlinable @inline(__always)
  static func isSecond(_ byte: UInt8, after first: UInt8) -> Bool {
    switch first {
    case 0xE0: return byte >= 0xA0 && byte <= 0xBF
    case 0xED: return byte >= 0x80 && byte <= 0x9F
    case 0xF0: return byte >= 0x90 && byte <= 0xBF
    case 0xF4: return byte >= 0x80 && byte <= 0x8F
    default: return byte & 0xC0 == 0x80
    }
  }

  /// The offset of the first byte at or after `start` that is not printable ASCII (0x20…0x7E), or `end`.
  ///
  /// `start` ≤ `end` ≤ `text.count`. Eight bytes a step: this is what makes English text cheap.
  @inline(__always)
  @inlinable
  package static func endOfPrintableASCII(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    let bytes = text.bytes
    while offset + 8 <= end {
      let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let tooHigh = word | ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x0101_0101_0101_0101)
      let highEnough = (word | 0x8080_8080_8080_8080) &- 0x2020_2020_2020_2020
      let others = (tooHigh | ~highEnough) & 0x8080_8080_8080_8080
      if others != 0 { return offset + others.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < end, text[offset] >= 0x20, text[offset] <= 0x7E { offset += 1 }
    return offset
  }
}
