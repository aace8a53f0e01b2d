/// HTML within Markdown, kept from hiding what follows it.
///
/// A tag that is not closed, a comment without an end, a `<script>` nobody ends would take all the rest of the text with
/// them; such are shown as they are written (as GitHub does by the extension "Disallowed Raw HTML", for fewer elements).
struct RawMarkup {
  /// Elements whose contents are not shown, or not as text: they have to end where they begin.
  private static let hiding: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext", "template",
    "select", "button", "datalist", "canvas", "svg", "video", "audio", "object", "applet", "map", "meter", "progress",
    "head", "frameset",
  ]
  /// After as many tags without an end the rest is text.
  private static let maximumBroken = 100

  private let bytes: [UInt8]
  /// By element, where the last end tag is.
  private var lastEnds: [String: Int] = [:]
  private var lastCommentEnd: Int?
  private var lastTagEnd: Int?
  private var broken = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Adds `raw` to `html`, with `&lt;` for what begins something that does not end in it.
  ///
  /// - Complexity: O(n)
  static func append(_ raw: [UInt8], to html: inout [UInt8]) {
    var markup = RawMarkup(raw)
    var index = 0
    while index < raw.count {
      guard raw[index] == UInt8(ascii: "<") else {
        html.append(raw[index])
        index += 1
        continue
      }
      let end = markup.end(ofMarkupAt: index) ?? index
      if end == index {
        html.append(contentsOf: "&lt;".utf8)
        index += 1
      } else {
        html.append(contentsOf: raw[index..<end])
        index = end
      }
    }
  }

  /// Where the tag or comment at `index` ends; `nil` where it does not, or hides what comes after it.
  private mutating func end(ofMarkupAt index: Int) -> Int? {
    guard index + 1 < bytes.count, broken < Self.maximumBroken else { return nil }
    if bytes[index...].starts(with: "<!--".utf8) {
      guard lastPlace(of: "-->", known: &lastCommentEnd) > index else { return nil }
      var end = index + 4
      // `<!-->` is a comment, without anything in it.
      end = max(index + 2, end - 2)
      while !bytes[end...].starts(with: "-->".utf8) { end += 1 }
      return end + 3
    }
    guard lastPlace(of: ">", known: &lastTagEnd) > index else { return nil }
    let second = bytes[index + 1]
    let isEndTag = second == UInt8(ascii: "/")
    let nameStart = index + (isEndTag ? 2 : 1)
    guard nameStart < bytes.count, bytes[nameStart].isASCIILetter else {
      let isMarkup = isEndTag || second == UInt8(ascii: "!") || second == UInt8(ascii: "?")
      return isMarkup ? bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } : nil
    }
    guard let end = endOfTag(from: nameStart) else {
      broken += 1
      return nil
    }
    let name = String(decoding: bytes[nameStart...].prefix { $0.isASCIILetter }.map(\.lowercased), as: UTF8.self)
    guard !isEndTag, Self.hiding.contains(name) else { return end }
    return lastEnd(of: name) >= end ? end : nil
  }

  /// Where a tag ends whose name begins at `start`: after the first `>` that stands in no quoted value.
  private func endOfTag(from start: Int) -> Int? {
    var index = start
    var quote: UInt8?
    var isValue = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        isValue = false
      } else if byte == UInt8(ascii: "=") {
        isValue = true
      } else if !byte.isMailSpace {
        isValue = false
      }
    }
    return nil
  }

  private mutating func lastEnd(of name: String) -> Int {
    if let known = lastEnds[name] { return known }
    let tag = Array("</\(name)".utf8)
    var place = bytes.count - tag.count
    while place >= 0, !zip(bytes[place...], tag).allSatisfy({ $0.lowercased == $1 }) { place -= 1 }
    lastEnds[name] = place
    return place
  }

  private func lastPlace(of sign: String, known: inout Int?) -> Int {
    if let known { return known }
    let sign = Array(sign.utf8)
    var place = bytes.count - sign.count
    while place >= 0, !bytes[place...].starts(with: sign) { place -= 1 }
    known = place
    return place
  }
}
