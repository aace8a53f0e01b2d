import DocumentModel
import HTMLParsing

/// Writes the words of contributions, whatever they are written in.
struct JSONBodyWriter {
  /// What words are written in.
  enum Format {
    case html, escapedHTML, markdown, text, unknown
  }

  /// What writes HTML, once there was some.
  private var writer: HTMLBlockWriter?

  /// Writes words into the node that is open.
  ///
  /// - Parameter base: where they stand on the web; relative links are resolved against it.
  /// - Complexity: O(length)
  mutating func write(
    _ words: UnsafeBufferPointer<UInt8>,
    as format: Format,
    base: String?,
    setting: HTMLBlockWriter.Setting,
    to builder: inout DocumentBuilder
  ) {
    switch format {
    case .html, .escapedHTML:
      write(Self.tree(of: words, as: format), base: base, setting: setting, to: &builder)
    case .markdown: MarkdownBody.write(words, base: base, to: &builder, as: setting)
    case .text: writeText(words, to: &builder)
    case .unknown:
      write(words, as: Self.hasTags(words) ? .html : .markdown, base: base, setting: setting, to: &builder)
    }
  }

  /// Writes HTML that has been parsed.
  mutating func write(
    _ tree: HTMLTree,
    base: String?,
    setting: HTMLBlockWriter.Setting,
    to builder: inout DocumentBuilder
  ) {
    if writer == nil { writer = HTMLBlockWriter(tree, base: base) } else { writer?.turn(to: tree, base: base) }
    writer?.write([.document], to: &builder, as: setting)
  }

  /// The tree of a contribution's words, where they are in HTML.
  static func tree(of node: JSONNode, _ reader: RecordReader) -> HTMLTree? {
    guard let (format, words) = reader.body(of: node), format == .html || format == .escapedHTML else { return nil }
    return reader.tape.withText(words) { tree(of: $0, as: format) }
  }

  private static func tree(of words: UnsafeBufferPointer<UInt8>, as format: Format) -> HTMLTree {
    var parser = HTMLParser(fragmentIn: "div")
    if format == .escapedHTML, isEscaped(words) {
      parser.feed(text(ofEscaped: words))
    } else {
      parser.feed(words)
    }
    return parser.finish()
  }

  /// Writes text: blank lines separate its paragraphs, lines stay as they are.
  private func writeText(_ words: UnsafeBufferPointer<UInt8>, to builder: inout DocumentBuilder) {
    let clean = TextSanitizer.sanitize(words.span).bytes
    let lines = clean.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for paragraph in lines.split(whereSeparator: { $0.allSatisfy { $0 == 0x20 } }) {
      builder.open(.paragraph)
      for (index, line) in paragraph.enumerated() {
        if index > 0 { builder.text(byte: UInt8(ascii: "\n")) }
        builder.text(line)
      }
      builder.close()
    }
  }

  /// The text of a line of HTML without tags: character references are replaced.
  static func text(ofEscaped line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard line.contains(UInt8(ascii: "&")) else { return Array(line) }
    var parser = HTMLParser(fragmentIn: "title")
    parser.feed(line)
    return parser.finish().text
  }

  private static func isEscaped(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    words.drop { $0 <= 0x20 }.starts(with: "&lt;".utf8)
  }

  /// Whether there may be links or pictures in it.
  static func hasLinks(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = words[...]
    while let sign = rest.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "(") }) {
      let before = words[..<sign]
      if words[sign] == UInt8(ascii: "(") || before.hasSuffix("href") || before.hasSuffix("src") { return true }
      rest = words[(sign + 1)...]
    }
    return false
  }

  /// Whether there is an end tag, a paragraph or a line break in it.
  private static func hasTags(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 2 < words.count {
      if words[index] == UInt8(ascii: "<") {
        let next = words[index + 1] | 0x20
        let after = words[index + 2] | 0x20
        if words[index + 1] == UInt8(ascii: "/"), (0x61...0x7a).contains(after) { return true }
        if next == UInt8(ascii: "p"), words[index + 2] == UInt8(ascii: ">") { return true }
        if next == UInt8(ascii: "b"), after == UInt8(ascii: "r") { return true }
      }
      index += 1
    }
    return false
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func hasSuffix(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
