import DocumentModel
import TerminalModel

/// The lines that show the source of a statement below it: who and when, and the quoted words among those around them.
struct PeekLayout {
  /// Bytes shown of what stands before the quoted words, of them, and of what follows.
  private static let mostBytes = (before: 120, source: 480, after: 160)

  /// The statement.
  let statement: NodeIndex
  /// The node below whose text the lines stand: the last of the statement that is visible.
  let host: NodeIndex
  /// The lines, at least one, with what stands left of them.
  let lines: [[Run]]

  /// The source of `statement`; `nil` where it is not known or the statement is hidden.
  ///
  /// - Complexity: O(1)
  init?(of statement: NodeIndex, in layout: DocumentLayout) {
    let document = layout.document
    guard let index = document[statement].statementIndex, let source = layout.source(of: index) else { return nil }
    var host: NodeIndex?
    if layout.folds.isFolded(statement, in: document) {
      host = statement
    } else {
      host = layout.nodeWithLines(before: document.subtreeEnd(of: statement))
    }
    guard let host, document.isNode(host, within: statement) else { return nil }
    self.statement = statement
    self.host = host

    let symbols = layout.symbols
    let head = Self.head(of: source, in: layout)
    let around = document.textRange(of: source.node)
    let before = Self.end(of: document, around.lowerBound..<source.bytes.lowerBound, atMost: Self.mostBytes.before)
    let words = Self.words(of: document, source.bytes, atMost: Self.mostBytes.source, symbols)
    let last = document.node(containingByte: max(source.bytes.lowerBound, source.bytes.upperBound - 1))
    let rest = source.bytes.upperBound..<max(source.bytes.upperBound, document.textRange(of: last).upperBound)
    let after = Self.words(of: document, rest, atMost: Self.mostBytes.after, symbols)
    let isCut = before.lowerBound > around.lowerBound
    let lead = head + ": " + (isCut ? symbols.ellipsis : "") + document.string(in: before)
    let text = lead + symbols.sourceStart + words + symbols.sourceEnd + after
    let start = lead.utf8.count
    let end = start + symbols.sourceStart.utf8.count + words.utf8.count + symbols.sourceEnd.utf8.count

    let prefix = document.parent(of: statement).map(layout.prefix(of:)) ?? layout.prefix(of: statement)
    var bar = prefix.rest + [Run(symbols.peekBar + " ", role: .statementBar, columns: 2)]
    var width = layout.geometry.columns - prefix.columns - 2
    if width < 8 {
      bar = []
      width = layout.geometry.columns
    }
    let bytes = text.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    lines = LineWrapper.wrap(bytes.span, 0..<bytes.count, width: width).map { line in
      bar + Self.runs(of: line, source: start..<end, in: bytes, width: width)
    }
  }

  /// `harbourmaster, 3 March 14:02`, or what the article's words stand under.
  private static func head(of source: Passage, in layout: DocumentLayout) -> String {
    let document = layout.document
    guard let comment = document.enclosingComment(of: source.node).flatMap(document.comment(at:)) else {
      return "the article"
    }
    return [comment.name, HeadLine.moment(of: comment, in: document)].compactMap(\.self).joined(
      separator: ", "
    )
  }

  /// The last words of `bytes`.
  private static func end(of document: Document, _ bytes: Range<Int>, atMost count: Int) -> Range<Int> {
    guard bytes.count > count else { return bytes }
    var start = bytes.upperBound - count
    while start < bytes.upperBound, document.text[start] & 0xc0 == 0x80 { start += 1 }
    let space = document.text[start..<bytes.upperBound].firstIndex(of: UInt8(ascii: " "))
    return (space.map { $0 + 1 } ?? start)..<bytes.upperBound
  }

  /// As many of the first words of `bytes` as there is room for, an ellipsis after them where there are more.
  private static func words(of document: Document, _ bytes: Range<Int>, atMost count: Int, _ symbols: Symbols) -> String
  {
    guard bytes.count > count else { return document.string(in: bytes) }
    var end = bytes.lowerBound + count
    while end > bytes.lowerBound, document.text[end] & 0xc0 == 0x80 { end -= 1 }
    let space = document.text[bytes.lowerBound..<end].lastIndex(of: UInt8(ascii: " "))
    return document.string(in: bytes.lowerBound..<(space ?? end)) + symbols.ellipsis
  }

  /// The runs of a line: what is quoted apart from the rest.
  private static func runs(of line: WrappedLine, source: Range<Int>, in bytes: [UInt8], width: Int) -> [Run] {
    var runs: [Run] = []
    var columns = 0
    for (range, role) in [
      (line.start..<min(line.end, max(line.start, source.lowerBound)), Role.peek),
      (source.clamped(to: line.start..<line.end), .peekSource),
      (max(line.start, min(line.end, source.upperBound))..<line.end, .peek),
    ] where !range.isEmpty {
      let own = min(DisplayWidth.columns(of: bytes.span, range), width - columns)
      runs.append(Run(String(decoding: bytes[range], as: UTF8.self), role: role, columns: own))
      columns += own
    }
    return runs
  }
}
