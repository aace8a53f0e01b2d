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

  /// Writes the lines of `layout`; below plain text, where its links lead.
  ///
  /// - Parameters:
  ///   - theme: gives the colours; plain text when `nil`.
  ///   - hasColors: whether colours are told, or only attributes such as bold.
  ///   - sink: takes UTF-8 in pieces of some 64 KB.
  /// - Complexity: O(length of the text)
  package static func export<Failure: Error>(
    _ layout: DocumentLayout,
    part: Part = .everything,
    theme: Theme? = nil,
    hasColors: Bool = true,
    into sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let discussion = layout.document.discussion ?? layout.document.endNode
    var line =
      part == .comments
      ? layout.nodeWithLines(after: discussion.previous).map { LinePosition(node: $0, index: 0) } : layout.firstLine
    if part == .comments, discussion == layout.document.endNode { line = nil }
    var writer = Writer(text: layout.document.text, theme: theme, hasColors: hasColors)
    var endsBlank = true
    while let position = line {
      if part == .article, position.node >= discussion { break }
      endsBlank = layout.isBlankRow(position)
      line = layout.line(after: position)
      writer.write(layout.content(of: position))
      if writer.bytes.count >= 1 << 16 {
        try sink(writer.bytes.span)
        writer.bytes.removeAll(keepingCapacity: true)
      }
    }
    if !writer.bytes.isEmpty { try sink(writer.bytes.span) }
    guard theme == nil else { return }
    let document = layout.document
    let article = document.articleTextRange
    let bytes: Range<Int> =
      switch part {
      case .everything: 0..<document.text.count
      case .article: article
      case .comments: article.upperBound..<document.text.count
      }
    var links = LinkList(of: layout)
    try links.write(bytes, afterBlankRow: endsBlank, into: sink)
  }
}

/// Lines to bytes.
private struct Writer {
  let text: [UInt8]
  let theme: Theme?
  let hasColors: Bool
  var bytes: [UInt8] = []
  private var sequences: [Role: String] = [:]

  init(text: [UInt8], theme: Theme?, hasColors: Bool) {
    self.text = text
    self.theme = theme
    self.hasColors = hasColors
  }

  mutating func write(_ line: LayoutLine) {
    let start = bytes.count
    for run in line.runs {
      let sequence = sequence(for: run.role)
      bytes += sequence.utf8
      switch run.content {
      case .document(let range):
        let text = text
        write(text.span, range)
      case .literal(let words):
        let words = Array(words.utf8)
        write(words.span, 0..<words.count)
      }
      if !sequence.isEmpty { bytes += ANSISequence.reset.utf8 }
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

  private mutating func sequence(for role: Role) -> String {
    guard let theme else { return "" }
    if let known = sequences[role] { return known }
    let sequence = ANSISequence.text(for: theme.style(of: role.scope), hasColors: hasColors)
    sequences[role] = sequence
    return sequence
  }
}
