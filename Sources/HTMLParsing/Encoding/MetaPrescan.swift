/// Looks for what a page says about its encoding before it can be parsed (HTML standard, section 13.2.3.2).
struct MetaPrescan {
  /// How many bytes of a page are looked at.
  static let limit = 1024

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// The encoding that a piece of a page declares.
  static func encoding(in bytes: UnsafeBufferPointer<UInt8>) -> HTMLEncoding? {
    var prescan = MetaPrescan(bytes: bytes)
    return prescan.run()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func run() -> HTMLEncoding? {
    while position < bytes.count {
      if bytes[position] != .lessThan {
        position += 1
      } else if starts(with: "<!--") {
        // The dashes of `<!-->` are both ends.
        position += 2
        skip(through: "-->")
      } else if starts(with: "<meta"), position + 5 < bytes.count, isTagBreak(bytes[position + 5]) {
        position += 5
        if let encoding = meta() { return encoding }
      } else if position + 1 < bytes.count {
        tag()
      } else {
        position += 1
      }
    }
    return nil
  }

  /// What begins with `<` and is no `meta`.
  private mutating func tag() {
    let next = bytes[position + 1]
    if next.isLetter || next == .slash && position + 2 < bytes.count && bytes[position + 2].isLetter {
      while position < bytes.count, !bytes[position].isHTMLSpace, bytes[position] != .greaterThan { position += 1 }
      while attribute() != nil {}
      position += 1
    } else if next == .exclamation || next == .slash || next == UInt8(ascii: "?") {
      skip(through: ">")
    } else {
      position += 1
    }
  }

  private mutating func meta() -> HTMLEncoding? {
    var seen: Set<String> = []
    var isPragma = false
    var needsPragma: Bool?
    var charset: HTMLEncoding?
    while let attribute = attribute() {
      let (name, value) = (text(attribute.name), text(attribute.value))
      guard seen.insert(name).inserted else { continue }
      switch name {
      case "http-equiv": if value == "content-type" { isPragma = true }
      case "content":
        if charset == nil, let found = Self.encoding(inContent: value) {
          charset = found
          needsPragma = true
        }
      case "charset":
        charset = HTMLEncoding(label: value.utf8)
        needsPragma = false
      default: break
      }
    }
    position += 1
    guard let needsPragma, !needsPragma || isPragma, let charset else { return nil }
    return Self.readable(charset)
  }

  /// A page that can be read to here is not in what it says (13.2.3.2, steps for `meta`).
  static func readable(_ encoding: HTMLEncoding) -> HTMLEncoding {
    if encoding == .utf16LE || encoding == .utf16BE { return .utf8 }
    return encoding == .userDefined ? .windows1252 : encoding
  }

  /// The encoding named in the value of a `content` (the algorithm for extracting an encoding from a `meta`, 2.5.4).
  static func encoding(inContent value: String) -> HTMLEncoding? {
    let bytes = Array(value.utf8)
    var rest = bytes[...]
    let word = Array("charset".utf8)
    while rest.count >= word.count {
      guard rest.starts(with: word) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(word.count).drop(while: \.isHTMLSpace)
      guard rest.first == .equals else { continue }
      rest = rest.dropFirst().drop(while: \.isHTMLSpace)
      guard let quote = rest.first else { return nil }
      if quote == .quote || quote == .apostrophe {
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: quote) else { return nil }
        return HTMLEncoding(label: rest[..<end])
      }
      return HTMLEncoding(label: rest.prefix { !$0.isHTMLSpace && $0 != .semicolon })
    }
    return nil
  }

  /// The next attribute of the tag ("get an attribute", 13.2.3.2): where its name and its value stand.
  private mutating func attribute() -> (name: Range<Int>, value: Range<Int>)? {
    while position < bytes.count, isTagBreak(bytes[position]) { position += 1 }
    guard position < bytes.count, bytes[position] != .greaterThan else { return nil }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .equals && position > start || isTagBreak(byte) || byte == .greaterThan { break }
      position += 1
    }
    let name = start..<position
    skipSpace()
    guard position < bytes.count else { return nil }
    guard bytes[position] == .equals else { return (name, position..<position) }
    position += 1
    skipSpace()
    guard position < bytes.count else { return nil }
    let quote = bytes[position]
    let isQuoted = quote == .quote || quote == .apostrophe
    if isQuoted { position += 1 }
    let valueStart = position
    while position < bytes.count {
      let byte = bytes[position]
      if isQuoted ? byte == quote : isSpace(byte) || byte == .greaterThan { break }
      position += 1
    }
    // What is cut off says nothing.
    guard position < bytes.count else { return nil }
    let value = valueStart..<position
    if isQuoted { position += 1 }
    return (name, value)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map(\.lowercased), as: UTF8.self)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte.isHTMLSpace || byte == .carriageReturn }

  private func isTagBreak(_ byte: UInt8) -> Bool { isSpace(byte) || byte == .slash }

  private mutating func skipSpace() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  private func starts(with text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      (0..<text.count).allSatisfy { bytes[position + $0].lowercased == text[$0] }
    }
  }

  private mutating func skip(through text: StaticString) {
    while position < bytes.count, !starts(with: text) { position += 1 }
    position = min(bytes.count, position + text.utf8CodeUnitCount)
  }
}
