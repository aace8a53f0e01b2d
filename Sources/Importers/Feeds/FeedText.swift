import DocumentModel
import HTMLParsing

/// A text of a feed or export, and what it is in.
struct FeedText {
  /// What a text is in.
  enum Kind {
    /// HTML, or plain text where nothing in it can be HTML: what RSS leaves open.
    case open
    case html
    case plain
    /// HTML in which blank lines divide paragraphs and line ends are line breaks, as WordPress keeps what people write.
    case lines
  }

  var bytes: [UInt8]
  var kind: Kind
  /// What references in it are relative to, as far as the document says.
  var base: WebAddress?

  /// Whether there is nothing to be seen.
  var isBlank: Bool { bytes.allSatisfy(InlineText.isSpace) }

  /// The text in HTML.
  ///
  /// - Complexity: O(n)
  var html: [UInt8] {
    switch kind {
    case .html: bytes
    case .open: Self.isMarkup(bytes) ? bytes : Self.paragraphs(of: bytes)
    case .plain: Self.paragraphs(of: bytes)
    case .lines: WordPressText.html(bytes)
    }
  }

  /// The text of one line; `nil` where nothing is left of it.
  var line: String? {
    if kind == .plain || kind == .open && !Self.isMarkup(bytes) {
      return TextSanitizer.line(String(decoding: bytes, as: UTF8.self))
    }
    let tree = self.tree
    return TextSanitizer.line(tree.string(of: .document))
  }

  /// The tree of its HTML, as the children of the document.
  var tree: HTMLTree {
    var parser = HTMLParser(fragmentIn: "div")
    parser.feed(html)
    return parser.finish()
  }

  /// `bytes` with references for what HTML would take for its own.
  static func escaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.underestimatedCount)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): text.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): text.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: "\""): text.append(contentsOf: "&quot;".utf8)
      default: text.append(byte)
      }
    }
    return text
  }

  /// Plain text: a paragraph for all that stands between blank lines.
  private static func paragraphs(of bytes: [UInt8]) -> [UInt8] {
    var html: [UInt8] = []
    var wasBlank = true
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy(InlineText.isSpace)
      if !isBlank {
        html.append(contentsOf: wasBlank ? "<p>".utf8 : "\n".utf8)
        html += escaped(line)
      }
      wasBlank = isBlank
    }
    return html
  }

  /// Whether there is a tag of a known element in it, or a reference.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index + 2 < bytes.count {
      let (byte, next) = (bytes[index], bytes[index + 1])
      index += 1
      if byte == UInt8(ascii: "&") {
        let end = bytes[index...].prefix(32).firstIndex(of: UInt8(ascii: ";")) ?? index
        if end > index + 1,
          next == UInt8(ascii: "#") || bytes[index..<end].allSatisfy({ $0.isASCIILetter || $0.isDigit })
        {
          return true
        }
      } else if byte == UInt8(ascii: "<") {
        let start = next == UInt8(ascii: "/") ? index + 1 : index
        let name = bytes[start...].prefix(12).prefix { $0.isASCIILetter || $0.isDigit }.map(\.lowercased)
        if elements.contains(String(decoding: name, as: UTF8.self)) { return true }
      }
    }
    return false
  }

  /// Elements that texts in feeds have.
  private static let elements: Set<String> = [
    "a", "abbr", "article", "aside", "b", "blockquote", "br", "center", "cite", "code", "dd", "del", "div", "dl", "dt",
    "em", "embed", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img",
    "ins",
    "kbd", "li", "mark", "object", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strike", "strong",
    "sub", "summary", "sup", "table", "tbody", "td", "th", "tr", "tt", "u", "ul", "video", "audio", "details",
  ]
}
