import DocumentModel

/// Makes hostile bytes safe to show, search and copy, without losing what can be read.
///
/// What leaves it is valid UTF-8 whose lines end in `\n` and which holds no other control character: a terminal can
/// be handed any part
/// of it. Byte order marks decide between UTF-8 and UTF-16; other charsets are converted before.
package enum TextSanitizer {
  /// Columns between two tab stops.
  package static let tabWidth = 8

  /// The text of `bytes`, safe.
  ///
  /// - A byte order mark is left out; UTF-16 in either order is decoded when marked.
  /// - CR LF, lone CR, VT, FF, NEL, LS and PS become `\n`; tabs become spaces up to the next stop.
  /// - Other control characters become visible: C0 and DEL as U+2400 … U+2421, C1 as U+FFFD.
  /// - Each ill-formed sequence becomes one U+FFFD (Unicode 17.0, 3.9, "U+FFFD Substitution of Maximal Subparts").
  /// - Bidi embeddings, overrides and isolates are left out: wrapped lines and the frame around them are shown a row
  ///   at a time, where
  ///   an open one would reorder what is not its own. Directional marks stay.
  ///
  /// - Complexity: O(n); text that needs no change is copied in runs.
  package static func sanitize(_ bytes: Span<UInt8>) -> SanitizedText {
    bytes.withUnsafeBufferPointer { buffer in
      if buffer.starts(with: [0xff, 0xfe]) { return sanitize(utf16: buffer, isBigEndian: false) }
      if buffer.starts(with: [0xfe, 0xff]) { return sanitize(utf16: buffer, isBigEndian: true) }
      let start = buffer.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
      return sanitize(utf8: buffer, from: start)
    }
  }

  /// Whether ``sanitize(_:)`` would give `bytes` as they are, a byte order mark of UTF-8 aside; how long that is.
  static func lengthOfMark(ofClean bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    return CleanText.end(in: bytes, from: start) == bytes.count ? start : nil
  }

  /// A text of one line, for names and titles: runs of white space become one space, bidi controls and invisible
  /// marks are left out.
  ///
  /// - Parameter bytes: text that ``sanitize(_:)`` has made.
  package static func field(_ bytes: some Sequence<UInt8>) -> String {
    // Most names are plain.
    let plain = bytes.withContiguousStorageIfAvailable { plainField($0) }
    if let plain, let plain { return plain }
    var result: [UInt8] = []
    var isSpacePending = false
    var iterator = bytes.makeIterator()
    var queue: [UInt8] = []
    while let byte = queue.popLast() ?? iterator.next() {
      if byte == 0x20 || byte == 0x0a {
        isSpacePending = !result.isEmpty
        continue
      }
      if byte == 0xc2 || byte == 0xd8 || byte == 0xe2 || byte == 0xe3 || byte == 0xef {
        var scalar = [byte]
        for _ in 0..<(byte < 0xe0 ? 1 : 2) {
          if let next = iterator.next() { scalar.append(next) }
        }
        if isSpace(scalar) {
          isSpacePending = !result.isEmpty
          continue
        }
        if isInvisible(scalar) { continue }
        if isSpacePending { result.append(0x20) }
        isSpacePending = false
        result.append(contentsOf: scalar)
        continue
      }
      if isSpacePending { result.append(0x20) }
      isSpacePending = false
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// As ``field(_:)`` of whatever ``sanitize(_:)`` makes of `bytes`, where that is `bytes` as they are; else `nil`.
  static func plainField(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    bytes.isEmpty || isPlain(bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Whether bytes are printable ASCII, at least one, and nowhere more space than between words.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0x20
    for byte in bytes {
      guard byte >= 0x20, byte < 0x7f, byte | before > 0x20 else { return false }
      before = byte
    }
    return before > 0x20
  }

  private static func isSpace(_ scalar: [UInt8]) -> Bool {
    switch (scalar[0], scalar.dropFirst().first, scalar.last) {
    case (0xc2, 0xa0, _), (0xe3, 0x80, 0x80): true
    case (0xe2, 0x80, let last?): last <= 0x8a || last == 0xaf
    case (0xe2, 0x81, 0x9f): true
    default: false
    }
  }

  private static func isInvisible(_ scalar: [UInt8]) -> Bool {
    switch (scalar[0], scalar.dropFirst().first, scalar.last) {
    case (0xc2, 0xad, _), (0xd8, 0x9c, _), (0xef, 0xbb, 0xbf): true
    case (0xe2, 0x80, let last?):
      (0x8b...0x8f).contains(last) && last != 0x8d && last != 0x8c || (0xaa...0xae).contains(last)
    case (0xe2, 0x81, let last?): last == 0xa0 || (0xa6...0xa9).contains(last)
    default: false
    }
  }
}

/// What ``TextSanitizer`` makes of bytes.
package struct SanitizedText: Sendable {
  /// Valid UTF-8 with `\n` as its only control character.
  package var bytes: [UInt8]
  /// What had to be changed, one diagnostic a kind, at the place of the first.
  package var diagnostics: [Diagnostic]
}
