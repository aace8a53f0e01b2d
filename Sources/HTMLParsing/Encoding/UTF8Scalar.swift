/// One scalar in UTF-8, or what cannot be one.
struct UTF8Scalar {
  /// How many bytes it has; of an ill-formed one, those that could have begun a scalar, at least 1.
  var count: Int
  var isWellFormed: Bool
  /// Whether the bytes end before it does.
  var isCutShort: Bool

  /// Looks at the bytes from `index` on (Unicode 17.0, table 3-7).
  @inline(__always)
  init(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xbf
    switch first {
    case 0..<0x80: length = 1
    case 0xc2...0xdf: length = 2
    case 0xe0...0xef:
      length = 3
      if first == 0xe0 { second = 0xa0...0xbf }
      if first == 0xed { second = 0x80...0x9f }
    case 0xf0...0xf4:
      length = 4
      if first == 0xf0 { second = 0x90...0xbf }
      if first == 0xf4 { second = 0x80...0x8f }
    default: length = 0
    }
    count = 1
    while count < length {
      guard index + count < bytes.count else {
        (isWellFormed, isCutShort) = (false, true)
        return
      }
      let range = count == 1 ? second : 0x80...0xbf
      guard range.contains(bytes[index + count]) else {
        (isWellFormed, isCutShort) = (false, false)
        return
      }
      count += 1
    }
    (isWellFormed, isCutShort) = (length > 0, false)
  }
}
