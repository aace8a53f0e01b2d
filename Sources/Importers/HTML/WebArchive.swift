/// A page with what it shows, in one file as browsers save it: MHTML, RFC 2557.
struct WebArchive {
  /// The page, as it was on the web.
  let page: [UInt8]
  /// Where it stood.
  let address: String?
  /// What its transport said it was encoded in.
  let encodingLabel: String?

  /// Whether what a source begins with is such a file and no mail: those have an id.
  static func recognizes(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = MailBytes(buffer)
    let head = MessageHead(bytes, from: 0, before: bytes.count)
    return isArchive(head, in: bytes)
  }

  private static func isArchive(_ head: MessageHead, in bytes: MailBytes) -> Bool {
    guard head.contentType.isPresent, !head.messageID.isPresent, !head.fromLine.isPresent else { return false }
    let type = ContentType(bytes, head.range(head.contentType))
    return type.name == "multipart/related" && type.isMultipart
  }

  /// The page in `buffer`; `nil` when there is none: then it may be read as a mail.
  ///
  /// - Complexity: O(n)
  init?(_ buffer: UnsafeBufferPointer<UInt8>) {
    let bytes = MailBytes(buffer)
    let head = MessageHead(bytes, from: 0, before: bytes.count)
    guard Self.isArchive(head, in: bytes) else { return nil }
    let type = ContentType(bytes, head.range(head.contentType))
    let parts = MessageParts(bytes, head, type: type, before: bytes.count).parts
    guard let root = parts.first(where: { if case .leaf = $0.kind { $0.type.isHTML } else { false } }) else {
      return nil
    }
    page = root.encoding.decode(bytes.part(root.bytes))
    encodingLabel = root.type.charsetLabel
    let partHead = Self.headStart(of: root.bytes.lowerBound, in: bytes)..<root.bytes.lowerBound
    address =
      Self.field("snapshot-content-location", in: head.start..<head.bodyStart, of: bytes)
      ?? Self.field("content-location", in: partHead, of: bytes)
      ?? Self.field("content-location", in: head.start..<head.bodyStart, of: bytes)
  }

  /// Where the lines begin that stand directly before the contents of a part.
  private static func headStart(of contents: Int, in bytes: MailBytes) -> Int {
    var start = max(0, contents - 1)
    var newLines = 0
    // The blank line that ends the head is passed, the next one belongs to what is before it.
    while start > 0, newLines < 4096 {
      let isBlank = bytes[start - 1] == 0x0a && (bytes[start] == 0x0a || bytes[start] == 0x0d)
      if isBlank, start + 2 < contents { break }
      start -= 1
      newLines += 1
    }
    return start
  }

  /// The value of the first field of that name, in small letters, within lines that are not folded.
  private static func field(_ name: String, in range: Range<Int>, of bytes: MailBytes) -> String? {
    var line = range.lowerBound
    while line < range.upperBound {
      let end = bytes.lineEnd(from: line, before: range.upperBound)
      let text = String(decoding: bytes.part(line..<end).prefix(4096), as: UTF8.self)
      if let colon = text.firstIndex(of: ":"), text[..<colon].lowercased() == name {
        return TextSanitizer.line(String(text[text.index(after: colon)...]))
      }
      line = end + 1
    }
    return nil
  }
}
