import HTMLParsing

/// The character encodings of mails, and their conversion to UTF-8.
enum MailCharset: Hashable {
  /// UTF-8, ASCII, or not said. What is not UTF-8 then is taken for windows-1252.
  case utf8
  /// ISO-8859-1 is a part of it, and mails that name that one use the whole (Encoding standard, 4.2).
  case windows1252
  case other(HTMLEncoding)

  /// The encoding with this name; `nil` for one that is not known.
  init?(named name: String) {
    switch name.lowercased() {
    case "us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit", "x-unknown", "": self = .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "windows-1252", "cp1252": self = .windows1252
    default:
      guard let encoding = HTMLEncoding(label: name.utf8) else { return nil }
      self = encoding == .utf8 ? .utf8 : encoding == .windows1252 ? .windows1252 : .other(encoding)
    }
  }

  /// Adds `bytes`, converted, to `text`.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    if self == .utf8, Self.isUTF8(bytes) {
      text.append(contentsOf: bytes)
      return
    }
    if case .other(let encoding) = self {
      text.append(contentsOf: encoding.decoded(bytes))
      return
    }
    text.reserveCapacity(text.count + bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let scalar = byte < 0xa0 ? Self.upperControls[Int(byte - 0x80)] : UInt16(byte)
      if scalar < 0x800 {
        text.append(0xc0 | UInt8(scalar >> 6))
      } else {
        text.append(0xe0 | UInt8(scalar >> 12))
        text.append(0x80 | UInt8(scalar >> 6 & 0x3f))
      }
      text.append(0x80 | UInt8(scalar & 0x3f))
    }
  }

  /// What windows-1252 has where ISO-8859-1 has control characters.
  private static let upperControls: [UInt16] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d,
    0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d,
    0x17e, 0x178,
  ]

  /// Whether `bytes` are UTF-8, but for a character cut short at their end.
  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      index += 1
      if first < 0x80 { continue }
      guard (0xc2...0xf4).contains(first) else { return false }
      for _ in 0..<(first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3) where index < bytes.count {
        guard bytes[index] & 0xc0 == 0x80 else { return false }
        index += 1
      }
    }
    return true
  }
}
