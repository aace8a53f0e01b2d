import DocumentModel
import TerminalModel
import TextLayout
import Themes

/// Writes a document as it looks on the screen: as plain text, or with the colours of a theme as terminal sequences (ECMA-48).
package enum TextExporter {
  /// Which part of a document is written.
  package enum Part: Sendable {
    case everything
    /// The article without the discussion.
    case article
    /// The discussion without the article.
    case comments
  }

  /// Writes the lines of `layout`.
  ///
  /// - Parameters:
  ///   - theme: gives the colours; plain text when `nil`.
  ///   - sink: takes UTF-8 in pieces of some 64 KB.
  /// - Complexity: O(length of the text)
  package static func export<Failure: Error>(
    _ layout: DocumentLayout,
    part: Part = .everything,
    theme: Theme? = nil,
    into sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let discussion = layout.document.discussion ?? layout.document.endNode
    var line =
      part == .comments
      ? layout.nodeWithLines(after: discussion.previous).map { LinePosition(node: $0, index: 0) } : layout.firstLine
    if part == .comments, discussion == layout.document.endNode { line = nil }
    var writer = Writer(text: layout.document.text, theme: theme)
    while let position = line {
      if part == .article, position.node >= discussion { break }
      line = layout.line(after: position)
      writer.write(layout.content(of: position))
      if writer.bytes.count >= 1 << 16 {
        try sink(writer.bytes.span)
        writer.bytes.removeAll(keepingCapacity: true)
      }
    }
    if !writer.bytes.isEmpty { try sink(writer.bytes.span) }
  }
}

/// Lines to bytes.
private struct Writer {
  let text: [UInt8]
  let theme: Theme?
  var bytes: [UInt8] = []
  private var styles: [Role: Style] = [:]

  init(text: [UInt8], theme: Theme?) {
    self.text = text
    self.theme = theme
  }

  mutating func write(_ line: LayoutLine) {
    let start = bytes.count
    for run in line.runs {
      let style = style(of: run.role)
      if style != .plain { bytes += Self.sequence(for: style).utf8 }
      switch run.content {
      case .document(let range):
        let text = text
        write(text.span, range)
      case .literal(let words):
        let words = Array(words.utf8)
        write(words.span, 0..<words.count)
      }
      if style != .plain { bytes += "\u{1B}[0m".utf8 }
    }
    if theme == nil {
      while bytes.count > start, bytes[bytes.count - 1] == UInt8(ascii: " ") { bytes.removeLast() }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds text; control characters, which a terminal would obey, are written as the screen shows them.
  private mutating func write(_ text: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      let byte = text[offset]
      // U+0080 to U+009F are controls as well, and begin with C2.
      let isLong = byte == 0xC2 && offset + 1 < range.upperBound && text[offset + 1] < 0xA0
      guard byte < 0x20 || byte == 0x7F || isLong else {
        offset += 1
        continue
      }
      text.extracting(start..<offset).withUnsafeBufferPointer { bytes += $0 }
      let end = offset + (isLong ? 2 : 1)
      bytes += DisplayCluster(in: text, from: offset, to: end).glyph(in: text).utf8
      start = end
      offset = end
    }
    text.extracting(start..<offset).withUnsafeBufferPointer { bytes += $0 }
  }

  private mutating func style(of role: Role) -> Style {
    guard let theme else { return .plain }
    if let known = styles[role] { return known }
    let style = theme.style(of: role.scope)
    styles[role] = style
    return style
  }

  /// Select Graphic Rendition, ECMA-48 8.3.117, with the usual extensions for 256 and direct colours.
  private static func sequence(for style: Style) -> String {
    var codes: [String] = []
    let attributes: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reversed, "7"), (.crossedOut, "9"),
    ]
    for (attribute, code) in attributes where style.attributes.contains(attribute) { codes.append(code) }
    if let code = code(for: style.foreground, base: 30) { codes.append(code) }
    if let code = code(for: style.background, base: 40) { codes.append(code) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func code(for color: Color, base: Int) -> String? {
    switch color {
    case .standard: nil
    case .indexed(let index) where index < 8: "\(base + Int(index))"
    case .indexed(let index) where index < 16: "\(base + 52 + Int(index))"
    case .indexed(let index): "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
