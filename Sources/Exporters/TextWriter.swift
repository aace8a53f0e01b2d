import DocumentModel
import TerminalModel
import TextLayout
import Themes

/// Writes the lines of a layout as bytes, many of them in parts at the same time.
struct TextWriter {
  private let layout: DocumentLayout
  private let theme: Theme?
  private let hasColors: Bool
  /// The nodes whose lines are written.
  private let nodes: Range<NodeIndex>

  /// The nodes of a part, about.
  private let partSize: Int
  /// So many parts for each processor are laid out before the first of them is forgotten, as long as their text has no
  /// more bytes than that.
  private static let (share, mostBytes) = (4, 1 << 23)
  /// A part that is laid out by itself is written in pieces of so many bytes.
  private static let pieceSize = 1 << 16

  init(_ layout: DocumentLayout, part: TextExporter.Part, theme: Theme?, hasColors: Bool, partSize: Int = 2048) {
    self.layout = layout
    self.partSize = partSize
    self.theme = theme
    self.hasColors = hasColors
    let document = layout.document
    let discussion = document.discussion ?? document.endNode
    nodes =
      switch part {
      case .everything: .document..<document.endNode
      case .article: .document..<discussion
      case .comments: discussion..<document.endNode
      }
  }

  /// Lines that are written together.
  private struct Part {
    /// Where they begin.
    var first: LinePosition
    /// The node whose lines, and all after them, are none of them.
    var end: NodeIndex
    /// How many bytes of text they have.
    var textCount = 0
    var lines: LineBytes?
  }

  /// Gives the lines in order, in pieces, each with whether it ends with a blank line.
  ///
  /// - Complexity: O(length of the text)
  func write<Failure: Error>(
    into sink: (_ bytes: Span<UInt8>, _ endsBlank: Bool) throws(Failure) -> Void
  ) throws(Failure) {
    var failure: Failure?
    var rest = parts()[...]
    while !rest.isEmpty, failure == nil {
      var (count, bytes) = (0, 0)
      repeat {
        bytes += rest[rest.startIndex + count].textCount
        count += 1
      } while count < min(rest.count, Concurrency.pieceCount(share: Self.share)) && bytes < Self.mostBytes
      var batch = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      if count == 1 {
        var lines = try layOut(batch[0]) { (lines) throws(Failure) in
          if lines.bytes.count >= Self.pieceSize { try lines.give(to: sink) }
        }
        try lines.give(to: sink)
        continue
      }
      Concurrency.perform(
        on: &batch,
        { $1.lines = layOut($1) { (_) throws(Never) in } },
        inOrder: { _, part in
          do throws(Failure) { try part.lines?.give(to: sink) } catch { failure = error }
          part.lines = nil
          return failure == nil
        }
      )
    }
    if let failure { throw failure }
  }

  /// Parts of the document, each but the first from a block on that lines can begin with.
  private func parts() -> [Part] {
    let document = layout.document
    // The head of a discussion is always there.
    let first = nodes.lowerBound == .document ? layout.firstLine : LinePosition(node: nodes.lowerBound, index: 0)
    guard !nodes.isEmpty, let first else { return [] }
    var starts = [first]
    for offset in stride(from: nodes.lowerBound.offset, to: nodes.upperBound.offset, by: partSize).dropFirst() {
      guard let start = layout.partStart(at: NodeIndex(offset)), nodes.contains(start.node),
        starts[starts.count - 1].node < start.node
      else { continue }
      starts.append(start)
    }
    func textStart(_ node: NodeIndex) -> Int {
      node < document.endNode ? document.textRange(of: node).lowerBound : document.text.count
    }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].node : nodes.upperBound
      let textCount = textStart(end) - textStart(starts[index].node)
      return Part(first: starts[index], end: end, textCount: textCount)
    }
  }

  /// The lines of a part; `look` sees them after each, and may give away those there are.
  private func layOut<Failure: Error>(
    _ part: Part,
    _ look: (inout LineBytes) throws(Failure) -> Void
  ) throws(Failure) -> LineBytes {
    // A layout remembers what it has laid out, and is for one thread alone.
    let layout = layout.forgetful
    var lines = LineBytes(text: layout.document.text, theme: theme, hasColors: hasColors)
    var next: LinePosition? = part.first
    while let line = next, line.node < part.end {
      lines.add(layout.content(of: line), isBlank: layout.isBlankRow(line))
      next = layout.line(after: line)
      try look(&lines)
    }
    return lines
  }
}

/// Lines as bytes.
private struct LineBytes {
  private let text: [UInt8]
  private let theme: Theme?
  private let hasColors: Bool
  private(set) var bytes: [UInt8] = []
  /// Whether the last of them is blank.
  private var endsBlank = false
  private var sequences: [Role: String] = [:]

  init(text: [UInt8], theme: Theme?, hasColors: Bool) {
    self.text = text
    self.theme = theme
    self.hasColors = hasColors
  }

  /// Gives the lines away, if there are any, and begins with others.
  mutating func give<Failure: Error>(
    to sink: (_ bytes: Span<UInt8>, _ endsBlank: Bool) throws(Failure) -> Void
  ) throws(Failure) {
    guard !bytes.isEmpty else { return }
    try sink(bytes.span, endsBlank)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func add(_ line: LayoutLine, isBlank: Bool) {
    endsBlank = isBlank
    let start = bytes.count
    for run in line.runs {
      let sequence = sequence(for: run.role)
      if !sequence.isEmpty { bytes += sequence.utf8 }
      switch run.content {
      case .document(let range):
        let text = text
        add(text.span, range)
      case .literal(let words): add(words.utf8.span, 0..<words.utf8.count)
      }
      if !sequence.isEmpty { bytes += ANSISequence.reset.utf8 }
    }
    if theme == nil {
      while bytes.count > start, bytes[bytes.count - 1] == UInt8(ascii: " ") { bytes.removeLast() }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds text; control characters, which a terminal would obey, are written as the screen shows them.
  private mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) {
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
