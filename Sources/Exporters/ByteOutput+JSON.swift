extension ByteOutput {
  /// Adds a JSON string (RFC 8259, section 7), quotation marks included.
  ///
  /// Only what must be escaped is: `"`, `\` and the characters below U+0020.
  mutating func writeString(_ bytes: Span<UInt8>) {
    write("\"")
    var clean = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      if clean < index { write(bytes.extracting(clean..<index)) }
      writeEscape(byte)
      clean = index + 1
    }
    if clean < bytes.count { write(bytes.extracting(clean..<bytes.count)) }
    write("\"")
  }

  /// Adds a JSON string.
  mutating func writeString(_ string: String) { writeString(string.utf8.span) }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write("\\\"")
    case UInt8(ascii: "\\"): write("\\\\")
    case 0x08: write("\\b")
    case 0x09: write("\\t")
    case 0x0a: write("\\n")
    case 0x0c: write("\\f")
    case 0x0d: write("\\r")
    default:
      write("\\u00")
      let digits = String(byte, radix: 16)
      if digits.utf8.count == 1 { write("0") }
      write(digits)
    }
  }
}
