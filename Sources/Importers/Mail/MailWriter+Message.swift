import DocumentModel
import HTMLParsing

extension MailWriter {
  /// Writes the blocks of a message.
  mutating func writeMessage(_ head: MessageHead, before end: Int) {
    let type = type(of: head)
    let encoding =
      head.contentTransferEncoding.isPresent
      ? TransferEncoding(bytes, head.range(head.contentTransferEncoding)) : .none
    if type.isText, !type.isHTML, !head.contentDisposition.isPresent {
      writeText(head.bodyStart..<end, type, encoding)
      return
    }
    let parts = MessageParts(bytes, head, type: type, before: end)
    if parts.isCurtailed { note(.nesting) }
    writeParts(parts.parts)
  }

  private mutating func writeParts(_ parts: [MessageParts.Part]) {
    // Of alternatives one is written: after `at`, what comes next is `next`.
    var jumps: [(at: Int, next: Int)] = []
    var index = 0
    while true {
      while let jump = jumps.last, jump.at <= index {
        index = max(index, jump.next)
        jumps.removeLast()
      }
      guard index < parts.count else { return }
      let part = parts[index]
      switch part.kind {
      case .multipart(let isAlternative):
        index += 1
        if isAlternative, let best = best(of: parts, in: index..<part.end) {
          jumps.append((parts[best].end, part.end))
          index = best
        }
      case .message(let head):
        writeHead(head)
        index += 1
      case .leaf:
        writeLeaf(part)
        index += 1
      }
    }
  }

  /// The alternative to show: the last that has plain text, else the last that has HTML, else the last.
  private func best(of parts: [MessageParts.Part], in range: Range<Int>) -> Int? {
    var best: (index: Int, rank: Int)?
    var index = range.lowerBound
    while index < range.upperBound {
      let end = max(index + 1, parts[index].end)
      let inside = parts[index..<min(end, range.upperBound)]
      let isPlain = inside.contains { isLeaf($0) && $0.type.isText && !$0.type.isHTML && !bytes.isBlank($0.bytes) }
      let rank = isPlain ? 2 : inside.contains { isLeaf($0) && $0.type.isHTML } ? 1 : 0
      if rank >= best?.rank ?? 0, !inside.allSatisfy({ isLeaf($0) && bytes.isBlank($0.bytes) }) { best = (index, rank) }
      index = end
    }
    return best?.index
  }

  private func isLeaf(_ part: MessageParts.Part) -> Bool {
    if case .leaf = part.kind { true } else { false }
  }

  /// Writes who sent a message within a message, when, and about what.
  private mutating func writeHead(_ head: MessageHead) {
    let fields = [
      HeaderText.text(bytes, head.range(head.subject)),
      Mailbox(bytes, head.range(head.from)).name,
      HeaderText.text(bytes, head.range(head.date)),
    ]
    let words = fields.compactMap(\.self).joined(separator: " · ")
    if !words.isEmpty { builder.leaf(.paragraph, words) }
  }

  private mutating func writeLeaf(_ part: MessageParts.Part) {
    let isShown = part.type.isText && !part.isAttached
    if isShown {
      if let name = part.type.fileName { writeAttachment(name, part) }
      if part.type.isHTML {
        writeHTML(part.bytes, part.type, part.encoding)
      } else {
        writeText(part.bytes, part.type, part.encoding)
      }
      return
    }
    // A signature to be checked by programs says nothing to readers.
    guard !part.type.name.hasSuffix("-signature"), !bytes.isBlank(part.bytes) || part.type.fileName != nil else {
      return
    }
    writeAttachment(part.type.fileName, part)
  }

  /// Names an attachment in a line.
  private mutating func writeAttachment(_ name: String?, _ part: MessageParts.Part) {
    let kind = part.type.name.hasPrefix("image/") ? "image" : "attachment"
    var size = part.bytes.count
    if part.encoding == .base64 { size = size / 4 * 3 }
    let facts = [name, part.type.name, ByteCount.text(size)].compactMap(\.self).joined(separator: ", ")
    builder.leaf(.paragraph, "[\(kind): \(TextSanitizer.line(facts) ?? "")]")
  }

  /// Writes a part in HTML.
  private mutating func writeHTML(_ range: Range<Int>, _ type: ContentType, _ encoding: TransferEncoding) {
    let raw = bytes.part(range)
    let decoded = encoding == .none ? nil : encoding.decode(raw)
    var converted: [UInt8] = []
    if let charset = type.charset, type.namesCharset {
      if let decoded {
        decoded.withUnsafeBufferPointer { charset.append($0, to: &converted) }
      } else {
        charset.append(raw, to: &converted)
      }
    }
    // Without a charset in the head the page itself may name one.
    let tree =
      type.namesCharset
      ? HTMLParser.parse(converted, transportLabel: "utf-8")
      : decoded.map { HTMLParser.parse($0) } ?? HTMLParser.parse(Array(raw))
    var writer = HTMLBlockWriter(tree)
    writer.write([.document], to: &builder, as: .comment)
  }

  /// Writes a part that is text.
  private mutating func writeText(_ range: Range<Int>, _ type: ContentType, _ encoding: TransferEncoding) {
    var style = BodyLineReader.Style(isFlowed: type.isFlowed, deletesSpace: type.deletesSpace)
    style.unescapesFrom = unescapesFrom && encoding == .none
    let raw = bytes.part(range)
    let isClean = type.charset == .utf8 ? CleanText.end(in: raw) == raw.count : raw.isCleanASCII
    if encoding == .none, isClean {
      writeBody(MailBytes(raw), style)
      return
    }
    if type.charset == nil { note(.charset) }
    var converted: [UInt8] = []
    let charset = type.charset ?? .utf8
    if encoding == .none {
      charset.append(raw, to: &converted)
    } else {
      encoding.decode(raw).withUnsafeBufferPointer { charset.append($0, to: &converted) }
    }
    let safe = TextSanitizer.sanitize(converted.span).bytes
    safe.withUnsafeBufferPointer { writeBody(MailBytes($0), style) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are ASCII without control characters, so that they mean the same in any charset.
  fileprivate var isCleanASCII: Bool { CleanText.end(in: self) == count && allSatisfy { $0 < 0x80 } }
}
