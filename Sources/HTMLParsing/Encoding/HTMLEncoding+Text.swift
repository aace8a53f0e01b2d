extension HTMLEncoding {
  /// The UTF-8 of `bytes`, as the Encoding standard decodes them; ill-formed UTF-8 is left as it is.
  ///
  /// - Complexity: O(n), and what it takes to open the C library's table
  package func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard self != .utf8 else { return Array(bytes) }
    var decoder = LegacyDecoder(self)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + LegacyDecoder.blockSize)
      text.append(contentsOf: decoder.decode(UnsafeBufferPointer(rebasing: bytes[start..<end])))
      start = end
    }
    text.append(contentsOf: decoder.finish())
    return text
  }
}
