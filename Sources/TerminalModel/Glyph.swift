/// What stands in one cell: the few bytes of a display cluster, kept in place.
///
/// A value of two words without a reference, so that a grid is one flat stretch of memory: to fill, copy and compare it
/// costs no counting of references. ``DisplayCluster`` gives no glyph that does not fit.
package struct Glyph: Hashable, Sendable {
  /// The most bytes of UTF-8 that fit.
  package static let capacity = 15

  /// The first eight bytes, the first of them lowest; bytes that are not used are 0.
  package private(set) var low: UInt64 = 0
  /// The other bytes likewise, and how many there are in the topmost.
  package private(set) var high: UInt64 = 0

  /// Nothing: the second half of a wide glyph.
  package static let none = Glyph()
  /// A blank.
  package static let blank = Glyph(ascii: 0x20)
  /// What stands for what cannot be shown.
  package static let replacement = Glyph("\u{FFFD}")

  private init() {}

  /// A character of printable ASCII.
  @inline(__always)
  init(ascii byte: UInt8) {
    low = UInt64(byte)
    high = 1 << 56
  }

  /// A scalar beyond ASCII.
  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    let code = UInt64(scalar.value)
    func tail(_ shift: UInt64) -> UInt64 { 0x80 | code >> shift & 0x3F }
    if code < 0x800 {
      low = (0xC0 | code >> 6) | tail(0) << 8
      high = 2 << 56
    } else if code < 0x10000 {
      low = (0xE0 | code >> 12) | tail(6) << 8 | tail(0) << 16
      high = 3 << 56
    } else {
      low = (0xF0 | code >> 18) | tail(12) << 8 | tail(6) << 16 | tail(0) << 24
      high = 4 << 56
    }
  }

  /// The scalars of `text`, as far as they fit.
  package init(_ text: String) {
    for scalar in text.unicodeScalars where !append(scalar) { return }
  }

  /// Adds a scalar.
  ///
  /// - Returns: whether it fits.
  mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    guard count + bytes.count <= Self.capacity else { return false }
    for byte in bytes {
      if count < 8 { low |= UInt64(byte) << (8 * count) } else { high |= UInt64(byte) << (8 * (count - 8)) }
      high += 1 << 56
    }
    return true
  }

  /// Number of bytes.
  package var count: Int { Int(high >> 56) }

  /// The byte at `index`, which is less than ``count``.
  @inline(__always)
  package func byte(at index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: index < 8 ? low >> (8 * index) : high >> (8 * (index - 8)))
  }

  /// The bytes.
  package var utf8: some Sequence<UInt8> { (0..<count).lazy.map { byte(at: $0) } }

  /// The glyph as a string.
  package var string: String { String(decoding: Array(utf8), as: UTF8.self) }
}

extension Glyph: ExpressibleByStringLiteral {
  /// The scalars of a literal, as far as they fit.
  package init(stringLiteral text: String) { self.init(text) }
}
