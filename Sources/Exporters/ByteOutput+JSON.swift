extension ByteOutput {
  /// Adds a JSON string (RFC 8259, section 7), quotation marks included.
  ///
  /// Only what must be escaped is: `"`, `\` and the characters below U+0020.
  ///
  /// - Throws: what the sink throws.
  mutating func writeString(_ bytes: some RandomAccessCollection<UInt8>) throws(Failure) {
    try write("\"")
    var clean = bytes.startIndex
    var index = clean
    while index != bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        if clean != index { try write(bytes[clean..<index]) }
        try writeEscape(byte)
        clean = bytes.index(after: index)
      }
      bytes.formIndex(after: &index)
    }
    if clean != index { try write(bytes[clean..<index]) }
    try write("\"")
  }

  /// Adds a JSON string.
  ///
  /// - Throws: what the sink throws.
  mutating func writeString(_ string: String) throws(Failure) { try writeString(ArraySlice(string.utf8)) }

  private mutating func writeEscape(_ byte: UInt8) throws(Failure) {
    switch byte {
    case UInt8(ascii: "\""): try write("\\\"")
    case UInt8(ascii: "\\"): try write("\\\\")
    case 0x08: try write("\\b")
    case 0x09: try write("\\t")
    case 0x0a: try write("\\n")
    case 0x0c: try write("\\f")
    case 0x0d: try write("\\r")
    default:
      try write("\\u00")
      let digits = String(byte, radix: 16)
      if digits.utf8.count == 1 { try write("0") }
      try write(digits.utf8)
    }
  }
}
