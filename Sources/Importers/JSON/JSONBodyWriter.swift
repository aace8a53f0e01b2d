import DocumentModel
import HTMLParsing

/// Writes the words of contributions, whatever they are written in.
struct JSONBodyWriter {
  /// What words are written in.
  enum Format {
    case html, escapedHTML, markdown, text, unknown
  }

  /// The words of contributions that are written next.
  private var bodies: [(format: Format, words: JSONNode)?] = []
  /// Where the HTML of each stands in the tree; `nil` of what is written in something else.
  private var roots: [HTMLNode?] = []
  private var tree = HTMLFragmentParser(in: "div").finish()
  private var writer: HTMLBlockWriter

  init() { writer = HTMLBlockWriter(tree) }

  /// So many are read together at most, and no more once they have so many bytes.
  private static let (mostBodies, mostBytes) = (64, 1 << 20)

  /// Reads the words of contributions that are written next, the HTML among them into one tree.
  ///
  /// - Parameter nodes: the contributions, in order; `nil` for one that is missing.
  /// - Returns: how many of them were read: at least one, where there is one.
  /// - Complexity: O(length)
  mutating func read(_ nodes: some Sequence<JSONNode?>, _ reader: RecordReader) -> Int {
    bodies.removeAll(keepingCapacity: true)
    roots.removeAll(keepingCapacity: true)
    var parser = HTMLFragmentParser(in: "div")
    var isHTML: [Bool] = []
    var count = 0
    for node in nodes {
      let body = node.flatMap(reader.body)
      bodies.append(body)
      isHTML.append(body.map { Self.parse($0.words, of: reader.tape, as: $0.format, with: &parser) } ?? false)
      count += body.map { reader.tape.scalar($0.words).count } ?? 0
      if bodies.count == Self.mostBodies || count >= Self.mostBytes { break }
    }
    tree = parser.finish()
    var fragments = tree.children(of: .document).makeIterator()
    for isFragment in isHTML { roots.append(isFragment ? fragments.next() : nil) }
    return bodies.count
  }

  /// Parses words, if they are HTML.
  private static func parse(
    _ words: JSONNode,
    of tape: JSONTape,
    as format: Format,
    with parser: inout HTMLFragmentParser
  ) -> Bool {
    tape.withText(words) { text in
      switch format {
      case .escapedHTML where isEscaped(text):
        Self.text(ofEscaped: text).withUnsafeBufferPointer { parser.parse($0) }
      case .html, .escapedHTML: parser.parse(text)
      case .unknown where hasTags(text): parser.parse(text)
      case .unknown, .markdown, .text: return false
      }
      return true
    }
  }

  /// The words of one of those that were read.
  func words(_ number: Int) -> JSONNode? { bodies[number]?.words }

  /// Writes the words of one of those that were read into the node that is open.
  ///
  /// - Parameter base: where they stand on the web; relative links are resolved against it.
  /// - Complexity: O(length)
  mutating func write(
    _ number: Int,
    of tape: JSONTape,
    as setting: HTMLBlockWriter.Setting,
    base: () -> String?,
    to builder: inout DocumentBuilder
  ) {
    guard let (format, words) = bodies[number] else { return }
    let address = Self.hasLinks(tape.scalar(words)) ? base() : nil
    if let root = roots[number] {
      writer.turn(to: root, of: tree, base: address)
      writer.write([root], to: &builder, as: setting)
    } else {
      tape.withText(words) { text in
        if format == .text {
          writeText(text, to: &builder)
        } else {
          MarkdownBody.write(text, base: address, to: &builder, as: setting)
        }
      }
    }
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
