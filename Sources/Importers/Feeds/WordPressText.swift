/// What WordPress keeps of what people write: HTML without the tags of paragraphs. It adds them where a text is shown
/// (`wpautop`); so does this.
enum WordPressText {
  /// Tags that paragraphs do not stand around.
  private static let blocks = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr",
    "td", "th", "pre", "blockquote", "figure", "figcaption", "hr", "section", "article", "aside", "header", "footer",
    "address", "form", "details", "summary", "iframe", "object", "video", "audio", "script", "style", "!--",
  ]

  /// The HTML of `text`.
  ///
  /// - Complexity: O(n)
  static func html(_ text: [UInt8]) -> [UInt8] {
    // What the block editor writes has all its tags.
    if text.starts(with: "<!-- wp:".utf8) { return text }
    var html: [UInt8] = []
    html.reserveCapacity(text.count + text.count / 16)
    var wasBlank = true
    var isInParagraph = false
    var isPreformatted = false
    for var line in text.split(separator: 0x0a, omittingEmptySubsequences: false) {
      if line.last == 0x0d { line.removeLast() }
      let isBlank = line.allSatisfy(InlineText.isSpace)
      let beginsBlock = blocks.contains { begins(line, with: $0) }
      if isPreformatted || beginsBlock {
        isInParagraph = false
        html.append(0x0a)
      } else if !isBlank {
        html.append(contentsOf: (wasBlank || !isInParagraph ? "\n<p>" : "<br>\n").utf8)
        isInParagraph = true
      }
      html.append(contentsOf: line)
      if contains("<pre", in: line) { isPreformatted = true }
      if contains("</pre", in: line) { isPreformatted = false }
      wasBlank = isBlank
    }
    return html
  }

  private static func begins(_ line: ArraySlice<UInt8>, with name: String) -> Bool {
    let words = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard words.first == UInt8(ascii: "<") else { return false }
    let rest = words.dropFirst().first == UInt8(ascii: "/") ? words.dropFirst(2) : words.dropFirst()
    guard rest.count >= name.utf8.count, zip(rest, name.utf8).allSatisfy({ $0.lowercased == $1 }) else { return false }
    return rest.dropFirst(name.utf8.count).first.map { !$0.isASCIILetter && !$0.isDigit } ?? true
  }

  private static func contains(_ sign: String, in line: ArraySlice<UInt8>) -> Bool {
    line.indices.contains { line[$0] == UInt8(ascii: "<") && line[$0...].starts(with: sign.utf8) }
  }
}
