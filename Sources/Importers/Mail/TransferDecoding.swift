/// How bytes of a part are written as characters that every mail system passes on: RFC 2045, 6.
enum TransferEncoding {
  case none, quotedPrintable, base64

  /// The encoding that a Content-Transfer-Encoding names; what is not known is taken as none.
  init(_ bytes: MailBytes, _ range: Range<Int>) {
    let (start, end) = (range.lowerBound, range.upperBound)
    if bytes.matches("quoted-printable", at: start, before: end) {
      self = .quotedPrintable
    } else if bytes.matches("base64", at: start, before: end) {
      self = .base64
    } else {
      self = .none
    }
  }

  /// The bytes that `encoded` stands for; what cannot stand for any is passed over in base64, kept otherwise.
  func decode(_ encoded: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    switch self {
    case .none: Array(encoded)
    case .quotedPrintable: Self.decodeQuotedPrintable(encoded, isInHeader: false)
    case .base64: Self.decodeBase64(encoded)
    }
  }

  /// - Parameter isInHeader: whether `_` is a space: RFC 2047, 4.2.
  static func decodeQuotedPrintable(_ encoded: UnsafeBufferPointer<UInt8>, isInHeader: Bool) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(encoded.count)
    var index = 0
    while index < encoded.count {
      let byte = encoded[index]
      index += 1
      if byte == 0x5f, isInHeader {
        decoded.append(0x20)
        continue
      }
      guard byte == 0x3d else {
        decoded.append(byte)
        continue
      }
      if index + 1 < encoded.count, let high = encoded[index].hexadecimal, let low = encoded[index + 1].hexadecimal {
        decoded.append(high << 4 | low)
        index += 2
        continue
      }
      // `=` at the end of a line joins it to the next; white space may have been added behind.
      var next = index
      while next < encoded.count, encoded[next] == 0x20 || encoded[next] == 0x09 || encoded[next] == 0x0d { next += 1 }
      if next < encoded.count, encoded[next] == 0x0a {
        index = next + 1
      } else if next == encoded.count {
        index = next
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  static func decodeBase64(_ encoded: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(encoded.count / 4 * 3 + 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in encoded {
      let value = Self.values[Int(byte)]
      if value < 64 {
        bits = bits << 6 | UInt32(value)
        count += 1
        if count == 4 {
          decoded.append(UInt8(truncatingIfNeeded: bits >> 16))
          decoded.append(UInt8(truncatingIfNeeded: bits >> 8))
          decoded.append(UInt8(truncatingIfNeeded: bits))
          count = 0
        }
      } else if byte == 0x3d, count > 0 {
        Self.flush(bits, count, into: &decoded)
        count = 0
      }
    }
    Self.flush(bits, count, into: &decoded)
    return decoded
  }

  /// The bytes of an incomplete group of `count` characters.
  private static func flush(_ bits: UInt32, _ count: Int, into decoded: inout [UInt8]) {
    if count == 3 {
      decoded.append(UInt8(truncatingIfNeeded: bits >> 10))
      decoded.append(UInt8(truncatingIfNeeded: bits >> 2))
    } else if count == 2 {
      decoded.append(UInt8(truncatingIfNeeded: bits >> 4))
    }
  }

  /// What each byte stands for in base64; 64 for one that stands for nothing.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, letter) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
      values[Int(letter)] = UInt8(value)
    }
    return values
  }()
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimal: UInt8? {
    if isDigit { return self - 0x30 }
    let letter = self | 0x20
    return (0x61...0x66).contains(letter) ? letter - 0x61 + 10 : nil
  }
}
