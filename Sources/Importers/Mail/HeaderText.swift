/// The words of a header field: unfolded, encoded words decoded, safe to show.
enum HeaderText {
  /// No field is read further than this, in bytes.
  static let longest = 1 << 16

  /// The text of `range`, one line; `nil` when there is none.
  static func text(_ bytes: MailBytes, _ range: Range<Int>) -> String? {
    let range = bytes.trimmed(range.limited(to: longest))
    guard !range.isEmpty else { return nil }
    // Most fields are plain. What counts is the copy, for other programs may write to the file.
    var copy = String(decoding: bytes.part(range), as: UTF8.self)
    if copy.withUTF8(isPlain) { return copy }
    let field = safe(decoded(bytes, range))
    return field.isEmpty ? nil : field
  }

  /// Decoded words as one line without control characters.
  static func safe(_ decoded: [UInt8]) -> String {
    TextSanitizer.field(TextSanitizer.sanitize(decoded.span).bytes)
  }

  /// Whether a field is ASCII, without encoded words, and has single spaces only.
  static func isPlain(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0
    for byte in field {
      if byte < 0x20 || byte >= 0x7f || byte == 0x3d || byte == 0x20 && before == 0x20 { return false }
      before = byte
    }
    return true
  }

  /// The bytes of a field in UTF-8, encoded words decoded (RFC 2047).
  ///
  /// Words that belong together are joined before their characters are decoded: some programs divide characters.
  static func decoded(_ bytes: MailBytes, _ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    // Bytes of encoded words of one charset that wait to be decoded, and where the last of them ended.
    var pending: (charset: MailCharset, bytes: [UInt8], end: Int)?
    func flush() {
      if let waiting = pending { waiting.bytes.withUnsafeBufferPointer { waiting.charset.append($0, to: &out) } }
      pending = nil
    }
    var plain = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      index = bytes.first(0x3d, in: index..<range.upperBound)
      guard let end = EncodedWord.end(bytes, at: index, before: range.upperBound) else {
        index = min(range.upperBound, index + 1)
        continue
      }
      // Where one does not end, none after it does.
      guard end <= range.upperBound else { break }
      let word = EncodedWord(bytes, index..<end)
      // White space between two encoded words is not there.
      if let waiting = pending, waiting.charset == word.charset, bytes.isBlank(waiting.end..<index) {
        pending?.bytes += word.bytes
        pending?.end = end
      } else {
        let isAdjacent = pending.map { bytes.isBlank($0.end..<index) } ?? false
        flush()
        if !isAdjacent { bytes.part(plain..<index).withMailCharset(into: &out) }
        pending = (word.charset, word.bytes, end)
      }
      index = end
      plain = end
    }
    flush()
    bytes.part(plain..<range.upperBound).withMailCharset(into: &out)
    return out
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Adds bytes that no charset is given for to a text in UTF-8.
  fileprivate func withMailCharset(into text: inout [UInt8]) { MailCharset.utf8.append(self, to: &text) }
}

extension Range<Int> {
  /// The first `count` of it.
  func limited(to count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
}

/// `=?charset?encoding?text?=`: RFC 2047, 2; with a language after the charset: RFC 2231, 5.
private struct EncodedWord {
  var charset: MailCharset
  var bytes: [UInt8]

  /// Where an encoded word that begins at `start` ends; past `limit` when its end does not come; `nil` when none begins.
  static func end(_ bytes: MailBytes, at start: Int, before limit: Int) -> Int? {
    guard start + 1 < limit, bytes[start + 1] == 0x3f else { return nil }
    let mark = charsetEnd(bytes, start, limit)
    guard mark > start + 2, mark + 2 < limit, bytes[mark + 2] == 0x3f,
      bytes[mark + 1] | 0x20 == 0x62 || bytes[mark + 1] | 0x20 == 0x71
    else { return nil }
    var end = mark + 3
    while true {
      end = bytes.first(0x3f, in: end..<limit)
      guard end + 1 < limit else { return limit + 1 }
      if bytes[end + 1] == 0x3d { return end + 2 }
      end += 1
    }
  }

  /// The encoded word in `range`, of any length.
  init(_ bytes: MailBytes, _ range: Range<Int>) {
    let start = range.lowerBound + 2
    let mark = Self.charsetEnd(bytes, range.lowerBound, range.upperBound)
    let encoded = bytes.part(mark + 3..<range.upperBound - 2)
    self.bytes =
      bytes[mark + 1] | 0x20 == 0x62
      ? TransferEncoding.decodeBase64(encoded)
      : TransferEncoding.decodeQuotedPrintable(encoded, isInHeader: true)
    let nameEnd = bytes.first(0x2a, in: start..<mark)
    charset = MailCharset(named: String(decoding: bytes[start..<nameEnd], as: UTF8.self)) ?? .utf8
  }

  private static func charsetEnd(_ bytes: MailBytes, _ start: Int, _ limit: Int) -> Int {
    bytes.first(0x3f, in: start + 2..<min(limit, start + 80))
  }
}
