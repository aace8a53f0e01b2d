/// What stands before the first element of a document in XML.
enum XMLProlog {
  /// The name of the first element, in lower case, without a prefix; `nil` where other text stands before it.
  ///
  /// - Complexity: O(n)
  static func root(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = MailBytes(bytes)
    var index = 0
    while index < text.count {
      if text[index].isMailSpace {
        index += 1
      } else if text.matches("<!--", at: index, before: text.count) {
        guard let end = text.end(ofFirst: [0x2d, 0x2d, 0x3e], from: index + 4) else { return nil }
        index = end
      } else if text.matches("<?", at: index, before: text.count) {
        guard let end = text.end(ofFirst: [0x3f, 0x3e], from: index + 2) else { return nil }
        index = end
      } else if text.matches("<!doctype", at: index, before: text.count) {
        // Declarations stand in brackets.
        let close = text.first(0x3e, in: index..<text.count)
        let bracket = text.first(0x5b, in: index..<close)
        guard bracket < close else {
          index = close + 1
          continue
        }
        guard let end = text.end(ofFirst: [0x5d, 0x3e], from: bracket) else { return nil }
        index = end
      } else {
        return name(at: index, in: text)
      }
    }
    return nil
  }

  private static func name(at index: Int, in text: MailBytes) -> String? {
    guard text[index] == UInt8(ascii: "<") else { return nil }
    let end = min(text.count, index + 64)
    let name = text[index + 1..<end].prefix { $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: ":") }
    let local = name.split(separator: UInt8(ascii: ":")).last ?? name
    return local.isEmpty ? nil : String(decoding: local.map(\.lowercased), as: UTF8.self)
  }
}
