import LargePages

extension HTMLEncoding {
  /// The UTF-8 of `bytes`, as the Encoding standard decodes them; ill-formed UTF-8 is left as it is.
  ///
  /// - Complexity: O(n), and what it takes to open the C library's table
  package func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard self != .utf8 else { return Array(bytes) }
    var decoder = LegacyDecoder(self)
    var text: [UInt8] = []
    text.reserveLargeCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + LegacyDecoder.blockSize)
      text.append(contentsOf: decoder.decode(UnsafeBufferPointer(rebasing: bytes[start..<end])))
      start = end
    }
    text.append(contentsOf: decoder.finish())
    return text
  }

  /// The encoding of a text that does not say it: by a byte order mark, or a guess by its first bytes beyond ASCII.
  ///
  /// - Complexity: O(n) up to those, and what 64 KB take
  package init(guessedFrom bytes: UnsafeBufferPointer<UInt8>) {
    if let marked = EncodingSniffer.mark(in: bytes)?.encoding {
      self = marked
      return
    }
    let start = bytes.firstIndex { $0 >= 0x80 || $0 == 0x1b } ?? bytes.count
    let end = min(bytes.count, start + EncodingGuess.sampleSize)
    self = EncodingGuess.encoding(of: UnsafeBufferPointer(rebasing: bytes[start..<end]), isWhole: end == bytes.count)
  }

  /// The encoding of a document in XML: by a byte order mark, its declaration, or a guess where it says UTF-8 or nothing
  /// and is not (XML 1.0, appendix F).
  ///
  /// - Complexity: as ``init(guessedFrom:)``
  package init(ofXML bytes: UnsafeBufferPointer<UInt8>) {
    let declared = EncodingSniffer.mark(in: bytes)?.encoding ?? EncodingSniffer.xmlEncoding(in: bytes)
    if let declared, declared != .utf8 { self = declared } else { self.init(guessedFrom: bytes) }
  }
}
