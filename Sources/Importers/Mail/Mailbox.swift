/// Who wrote a message: the first mailbox of a From field.
///
/// RFC 5322, 3.4: `Name <address>`; RFC 1036, 2.1.1: `address (Name)`; a bare address.
struct Mailbox {
  /// The name; without one, the address.
  var name: String?

  init(_ bytes: MailBytes, _ range: Range<Int>) {
    let range = bytes.trimmed(range.limited(to: HeaderText.longest))
    let parts = Parts(bytes, range)
    name =
      parts.name.flatMap { HeaderText.text(bytes, $0) }.map(Self.unquoted)
      ?? parts.address.flatMap {
        HeaderText.text(bytes, $0)
      }
    if name?.isEmpty ?? false { name = parts.address.flatMap { HeaderText.text(bytes, $0) } }
  }

  /// Where the name stands; without one, the address.
  static func nameRange(_ bytes: MailBytes, _ range: Range<Int>) -> Range<Int>? {
    let parts = Parts(bytes, bytes.trimmed(range.limited(to: HeaderText.longest)))
    return parts.name ?? parts.address
  }

  /// Whether a name can be shown as it is.
  static func isPlainName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    !name.isEmpty && HeaderText.isPlain(name) && !hasQuotes(name)
  }

  /// Whether there are quotation marks of either kind in a name, or backslashes.
  private static func hasQuotes(_ name: some Sequence<UInt8>) -> Bool {
    name.contains { $0 == 0x22 || $0 == 0x5c || $0 == 0x27 }
  }

  /// A name without the quotation marks around it and the backslashes in it.
  static func unquoted(_ name: String) -> String {
    guard hasQuotes(name.utf8) else { return name }
    var out: [UInt8] = []
    var isEscaped = false
    for byte in name.utf8 {
      if !isEscaped, byte == 0x22 || byte == 0x5c {
        isEscaped = byte == 0x5c
        continue
      }
      isEscaped = false
      out.append(byte)
    }
    if out.count > 2, out.first == 0x27, out.last == 0x27 { out = Array(out.dropFirst().dropLast()) }
    return TextSanitizer.field(out)
  }

  /// Where name and address stand.
  private struct Parts {
    var name: Range<Int>?
    var address: Range<Int>?

    init(_ bytes: MailBytes, _ range: Range<Int>) {
      var index = range.lowerBound
      var isQuoted = false
      var comment: (start: Int, depth: Int)?
      var remark: Range<Int>?
      var end = range.upperBound
      scan: while index < range.upperBound {
        let byte = bytes[index]
        if byte == 0x5c {
          index += 2
          continue
        }
        if isQuoted {
          if byte == 0x22 { isQuoted = false }
        } else if let open = comment {
          if byte == 0x28 { comment?.depth += 1 }
          if byte == 0x29 {
            comment?.depth -= 1
            if open.depth == 1 {
              remark = open.start..<index
              comment = nil
            }
          }
        } else {
          switch byte {
          case 0x22: isQuoted = true
          case 0x28: comment = (index + 1, 1)
          case 0x3c:
            let close = bytes.first(0x3e, in: index..<range.upperBound)
            address = bytes.trimmed(min(index + 1, close)..<close)
            let before = bytes.trimmed(range.lowerBound..<index)
            if !before.isEmpty { name = before }
            break scan
          case 0x2c:
            end = index
            break scan
          default: break
          }
        }
        index += 1
      }
      if address == nil {
        let bare = bytes.trimmed(range.lowerBound..<min(end, remark.map { $0.lowerBound - 1 } ?? end))
        address = bare.isEmpty ? nil : bare
      }
      if name == nil, let remark, !bytes.isBlank(remark) { name = bytes.trimmed(remark) }
    }
  }
}
