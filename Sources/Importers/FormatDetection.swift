import HTMLParsing

/// What kind of source bytes are.
package enum SourceFormat: String, Hashable, Sendable, CaseIterable {
  /// Nothing, or nothing but white space.
  case empty
  /// Not text.
  case binary
  /// Text without a structure that says what it is.
  case plainText
  case html
  /// A page with what it shows, in one file.
  case webArchive = "a web archive"
  case json
  /// A mail, a mailbox or a Usenet article.
  case mail
  /// RSS or Atom.
  case feed
  case markdown
}

/// Tells formats apart: by content, and by name where the content says nothing.
package enum FormatDetection {
  /// How much of the source is looked at, in bytes.
  package static let window = 4096

  /// The format of `bytes`, which come from a file or address called `name`.
  ///
  /// - Parameter mediaType: what its server says, in small letters; counts for more than the name.
  /// - Complexity: O(1); white space at the beginning is looked through to its end.
  package static func format(of bytes: Span<UInt8>, name: String?, mediaType: String? = nil) -> SourceFormat {
    let named = mediaType.flatMap(byMediaType) ?? byName(name?.lowercased() ?? "")
    return bytes.withUnsafeBufferPointer { format(of: $0, named: named) }
  }

  private static func format(of bytes: UnsafeBufferPointer<UInt8>, named: SourceFormat?) -> SourceFormat {
    let isUTF16 = bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
    if isUTF16 {
      guard bytes.count > 2 else { return .empty }
      let start = UnsafeBufferPointer(rebasing: bytes.prefix(2 * window))
      return HTMLEncoding(guessedFrom: start).decoded(start).withUnsafeBufferPointer { format(of: $0, named: named) }
    }
    let begin = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    guard let first = bytes[begin...].firstIndex(where: { $0 != 0x20 && !(0x09...0x0d).contains($0) }) else {
      return .empty
    }
    let head = bytes[first..<min(bytes.count, first + window)]
    if isBinary(bytes[begin..<min(bytes.count, max(first, begin) + window)]) { return .binary }
    let start = String(decoding: head, as: UTF8.self).lowercased()
    // Texts in Markdown begin with elements of HTML as well.
    if named == .markdown, !["<!doctype", "<html"].contains(where: start.hasPrefix) { return .markdown }
    if WebArchive.recognizes(UnsafeBufferPointer(rebasing: head)) { return .webArchive }
    if MailImporter.recognizes(UnsafeBufferPointer(rebasing: head)) { return .mail }
    if let root = XMLProlog.root(of: UnsafeBufferPointer(rebasing: head)), isFeed(root, start) { return .feed }
    if let format = byContent(start) ?? named { return format }
    return MarkdownSigns.areIn(UnsafeBufferPointer(rebasing: head)) ? .markdown : .plainText
  }

  /// Whether a document in XML whose first element is `root` is a feed, or an export of a discussion.
  private static func isFeed(_ root: String, _ start: String) -> Bool {
    switch root {
    case "rss", "feed", "disqus": true
    case "entry": start.contains("http://www.w3.org/2005/atom")
    // RDF says much else as well.
    case "rdf": ["purl.org/rss/", "purl.org/net/rss", "netscape.com/"].contains(where: start.contains)
    default: false
    }
  }

  private static func byContent(_ start: String) -> SourceFormat? {
    if start.hasPrefix("<") {
      if start.hasPrefix("<!doctype html")
        || ["<html", "<head", "<body", "<div", "<article", "<p>"].contains(where: start.contains)
      {
        return .html
      }
    }
    if start.hasPrefix("{") || start.hasPrefix("[") {
      let rest = start.dropFirst().drop { $0.isWhitespace }
      if let next = rest.first,
        next == "\"" || next == "{" || next == "[" && start.hasPrefix("[") || next == "}" || next == "]"
      {
        // `[harry] said` and `{{template}}` are text: JSON goes on with a key, an element or the end.
        if next != "\"" || rest.dropFirst().contains("\"") { return rest.hasPrefix("{{") ? nil : .json }
      }
    }
    return nil
  }

  /// What a media type says (IANA's registry); many servers call everything `text/plain` that they do not know.
  private static func byMediaType(_ type: String) -> SourceFormat? {
    switch type {
    case "text/html", "application/xhtml+xml": .html
    case "application/rss+xml", "application/atom+xml": .feed
    case "text/markdown": .markdown
    case "message/rfc822", "application/mbox": .mail
    case "multipart/related": .webArchive
    default: type == "application/json" || type.hasSuffix("+json") ? .json : nil
    }
  }

  private static func byName(_ name: String) -> SourceFormat? {
    let path = name.prefix { $0 != "?" && $0 != "#" }
    guard let dot = path.lastIndex(of: "."), let format = extensions[String(path[path.index(after: dot)...])] else {
      return nil
    }
    return format
  }

  private static let extensions: [String: SourceFormat] = [
    "html": .html, "htm": .html, "xhtml": .html, "mhtml": .webArchive, "mht": .webArchive, "json": .json, "mbox": .mail, "eml": .mail, "rss": .feed,
    "atom": .feed,
    "md": .markdown, "markdown": .markdown, "mdown": .markdown, "mkd": .markdown,
  ]

  /// Whether a sample holds more of what text never holds than damage would explain.
  ///
  /// Damaged text with some NULs in it is still read as text; a program, a picture or an archive is not.
  private static func isBinary(_ sample: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let magics: [[UInt8]] = [
      [0x7f, 0x45, 0x4c, 0x46], [0x89, 0x50, 0x4e, 0x47], [0x50, 0x4b, 0x03, 0x04], [0x1f, 0x8b],
      [0x25, 0x50, 0x44, 0x46],
      [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x42, 0x5a, 0x68], [0xfd, 0x37, 0x7a, 0x58, 0x5a],
      [0x28, 0xb5, 0x2f, 0xfd],
    ]
    if magics.contains(where: { sample.starts(with: $0) }) { return true }
    var odd = 0
    for byte in sample where byte < 0x09 || (0x0e..<0x1b).contains(byte) || (0x1c..<0x20).contains(byte) { odd += 1 }
    return odd * 20 > sample.count
  }
}
