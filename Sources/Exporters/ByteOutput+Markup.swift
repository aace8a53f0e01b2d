extension ByteOutput {
  /// Adds text as the text of an HTML element, or with `inAttribute` as an attribute's value between quotation marks.
  ///
  /// Control characters, which HTML forbids and terminals obey, are written as pictures of themselves.
  mutating func writeHTML(_ bytes: Span<UInt8>, inAttribute: Bool = false) {
    writeReplacing(in: bytes) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): inAttribute ? "&quot;" : nil
      default: nil
      }
    }
  }

  /// Adds text likewise.
  mutating func writeHTML(_ text: String, inAttribute: Bool = false) {
    writeHTML(text.utf8.span, inAttribute: inAttribute)
  }

  /// Adds text; pictures stand for control characters, line feeds and tabs aside.
  mutating func writeVisible(_ bytes: Span<UInt8>) { writeReplacing(in: bytes) { _ in nil } }

  /// Adds text with each byte replaced that `replacement` has something for. Bytes of characters beyond ASCII are not asked.
  private mutating func writeReplacing(in bytes: Span<UInt8>, by replacement: (UInt8) -> StaticString?) {
    var clean = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var length = 1
      var picture: String?
      var text: StaticString?
      if byte < 0x20, byte != 0x0A, byte != 0x09 {
        picture = Unicode.Scalar(0x2400 + UInt32(byte)).map { String($0) }
      } else if byte == 0x7F {
        picture = "\u{2421}"
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 {
        // U+0080 to U+009F are controls as well, and have no pictures.
        (picture, length) = ("\u{FFFD}", 2)
      } else if byte < 0x7F {
        text = replacement(byte)
      }
      if picture != nil || text != nil {
        if clean < index { write(bytes.extracting(clean..<index)) }
        if let picture { write(picture) }
        if let text { write(text) }
        clean = index + length
      }
      index += length
    }
    if clean < bytes.count { write(bytes.extracting(clean..<bytes.count)) }
  }
}
