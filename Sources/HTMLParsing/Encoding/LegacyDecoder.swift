import Glibc

/// Makes UTF-8 of a legacy encoding, as the Encoding standard decodes it, with the tables of the C library.
struct LegacyDecoder: ~Copyable {
  /// How many bytes are decoded at once.
  static let blockSize = 1 << 14

  /// The UTF-8 decoded last.
  private var output = GrowingBuffer<UInt8>(capacity: 1 << 15)
  /// For each byte its character, where each is one.
  private var characters: [Unicode.Scalar] = []
  private var converter: iconv_t?
  /// Bytes of a character that is not complete yet.
  private var partial: [UInt8] = []
  /// How many bytes are stepped over when they mean nothing.
  private let unitSize: Int

  /// A decoder of an encoding that is not UTF-8.
  init(_ encoding: HTMLEncoding) {
    unitSize = encoding == .utf16LE || encoding == .utf16BE ? 2 : 1
    if encoding.isSingleByte {
      characters = Self.characters(of: encoding)
    } else {
      converter = Self.open(encoding)
      // Without the library's table, bytes are taken for what they are most often.
      if converter == nil, encoding != .replacement { characters = Self.characters(of: .windows1252) }
    }
  }

  deinit {
    if let converter { iconv_close(converter) }
  }

  /// The UTF-8 of the next bytes; valid until the next call.
  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    output.removeAll()
    if !characters.isEmpty {
      for byte in bytes {
        if byte < 0x80 { output.append(byte) } else { output.append(scalar: characters[Int(byte)]) }
      }
    } else if converter != nil {
      if partial.isEmpty {
        partial = Array(bytes[convert(bytes)...])
      } else {
        let joined = partial + bytes
        let end = joined.withUnsafeBufferPointer { convert($0) }
        partial = Array(joined[end...])
      }
    } else if !bytes.isEmpty, !isReplaced {
      isReplaced = true
      output.appendReplacementCharacter()
    }
    return output.elements
  }
  /// Whether the one character that stands for all was written.
  private var isReplaced = false

  /// What is left when there are no more bytes.
  mutating func finish() -> UnsafeBufferPointer<UInt8> {
    output.removeAll()
    if !partial.isEmpty { output.appendReplacementCharacter() }
    partial = []
    return output.elements
  }

  /// Converts bytes and gives the place of the first that belongs to a character that is not complete.
  private mutating func convert(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let converter, let start = bytes.baseAddress else { return bytes.count }
    var position = 0
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { room in
      while position < bytes.count {
        var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: start + position)
          .assumingMemoryBound(to: CChar.self)
        var inputLeft = bytes.count - position
        var outputStart = room.baseAddress
        var outputLeft = room.count
        let result = iconv(converter, &input, &inputLeft, &outputStart, &outputLeft)
        let failure = result == Int.max || result == -1 ? errno : 0
        UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: room[..<(room.count - outputLeft)]))
          .withMemoryRebound(to: UInt8.self) { output.append(contentsOf: $0) }
        position = bytes.count - inputLeft
        if failure == EINVAL { return position }
        if failure == EILSEQ {
          output.appendReplacementCharacter()
          position = min(bytes.count, position + unitSize)
        }
      }
      return position
    }
  }

  private static func open(_ encoding: HTMLEncoding) -> iconv_t? {
    // `iconv_open` gives -1 for what it does not know.
    guard let converter = iconv_open("UTF-8", encoding.libraryName), Int(bitPattern: converter) != -1 else {
      return nil
    }
    return converter
  }

  /// The 256 characters of an encoding, U+FFFD where it has none. Bytes from 0x80 to 0x9F that the library has no
  /// character for are control characters (the standard's indexes).
  private static func characters(of encoding: HTMLEncoding) -> [Unicode.Scalar] {
    var characters = (0..<256).map { Unicode.Scalar(UInt8($0)) }
    if encoding == .userDefined {
      for byte in 0x80..<0x100 { characters[byte] = Unicode.Scalar(UInt16(0xf700 + byte)) ?? "\u{fffd}" }
      return characters
    }
    guard let converter = open(encoding) else { return characters }
    defer { iconv_close(converter) }
    for byte in 0x80..<0x100 {
      characters[byte] = character(UInt8(byte), converter) ?? (byte < 0xa0 ? characters[byte] : "\u{fffd}")
    }
    switch encoding.name {
    case "KOI8-U": (characters[0xae], characters[0xbe]) = ("\u{45e}", "\u{40e}")
    case "x-mac-cyrillic": characters[0xff] = "\u{20ac}"
    case "macintosh": characters[0xdb] = "\u{20ac}"
    default: break
    }
    return characters
  }

  private static func character(_ byte: UInt8, _ converter: iconv_t) -> Unicode.Scalar? {
    var source = [CChar(bitPattern: byte)]
    var target = [CChar](repeating: 0, count: 8)
    let count = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (input, inputLeft) = (source.baseAddress, 1)
        var (output, outputLeft) = (target.baseAddress, target.count)
        _ = iconv(converter, &input, &inputLeft, &output, &outputLeft)
        // Some characters are written when it is sure that nothing combines with them.
        _ = iconv(converter, nil, nil, &output, &outputLeft)
        return inputLeft == 0 ? target.count - outputLeft : 0
      }
    }
    return String(decoding: target.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self).unicodeScalars.first
  }
}
