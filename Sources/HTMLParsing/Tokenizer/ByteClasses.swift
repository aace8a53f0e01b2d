/// What the standard calls characters, as the bytes they are in UTF-8.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let formFeed: UInt8 = 0x0c
  static let carriageReturn: UInt8 = 0x0d
  static let space = UInt8(ascii: " ")
  static let exclamation = UInt8(ascii: "!")
  static let quote = UInt8(ascii: "\"")
  static let ampersand = UInt8(ascii: "&")
  static let apostrophe = UInt8(ascii: "'")
  static let dash = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let semicolon = UInt8(ascii: ";")
  static let lessThan = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greaterThan = UInt8(ascii: ">")
  static let leftBracket = UInt8(ascii: "[")
  static let rightBracket = UInt8(ascii: "]")

  /// Tab, line feed, form feed or space; carriage returns are gone before.
  @inline(__always) var isHTMLSpace: Bool { self == .space || self == .lineFeed || self == .tab || self == .formFeed }

  @inline(__always) var isUppercase: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }

  @inline(__always) var isLetter: Bool {
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  @inline(__always) var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  @inline(__always) var lowercased: UInt8 { isUppercase ? self | 0x20 : self }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt32? {
    if isDigit { return UInt32(self - UInt8(ascii: "0")) }
    let lower = self | 0x20
    guard lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") else { return nil }
    return UInt32(lower - UInt8(ascii: "a")) + 10
  }
}

extension GrowingBuffer<UInt8> {
  /// Adds bytes with `A`…`Z` in lower case.
  @inline(__always) mutating func append(lowercasing bytes: UnsafeBufferPointer<UInt8>) {
    let start = count
    append(contentsOf: bytes)
    for index in start..<count where base[index].isUppercase { base[index] |= 0x20 }
  }

  /// The first eight bytes, zero where there are fewer.
  @inline(__always) var firstWord: UInt64 {
    // There is always room for eight bytes, whatever is in it.
    let word = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
    return count >= 8 ? word : word & (1 << UInt64(count * 8) &- 1)
  }

  /// Adds U+FFFD, which stands for what cannot.
  mutating func appendReplacementCharacter() {
    append(0xef)
    append(0xbf)
    append(0xbd)
  }

  /// Adds a scalar as UTF-8.
  mutating func append(scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar)! { append(byte) }
  }

  /// Adds ASCII text.
  mutating func append(_ text: StaticString) { text.withUTF8Buffer { append(contentsOf: $0) } }
}
