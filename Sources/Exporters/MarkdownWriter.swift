import DocumentModel
import StatementLinking

/// Writes one document as Markdown: what is known of it, its blocks, the addresses of its links.
///
/// What stands left of a line is kept as bytes: `> ` for a quotation, blanks for an entry of a list. An entry's own marker
/// waits for the first line in it.
struct MarkdownWriter {
  /// A node that is open, and what its contents have to their left.
  struct Frame {
    enum Kind {
      case comment
      case quotation(statement: Int)
      case list(List)
      case entry
    }

    struct List {
      var isOrdered: Bool
      /// Of the two markers that a list may have; lists that follow each other take turns, or they would be one.
      var usesSecondMarker: Bool
      /// Whether no blank lines stand between entries.
      var isTight: Bool
      /// Entries written.
      var entries = 0
    }

    var end: NodeIndex
    var kind: Kind
    /// Bytes of the prefix that belong to what is around it.
    var prefixCount: Int
  }

  /// Blocks deeper than what so many bytes to the left of a line can say stand where there is still room for them.
  private static let maximumPrefix = 120

  let document: Document
  let links: StatementLinks
  var output: ByteOutput
  var inline: InlineRuns
  var frames: [Frame] = []
  /// What stands left of every line.
  private var prefix: [UInt8] = []
  /// What stands left of the next line only, where a marker waits for it.
  private var firstPrefix: [UInt8]?
  /// Whether a block stands before in what is open.
  private(set) var hasBlock = false
  /// Whether the last list, when nothing followed it yet, used the second marker.
  var markerBefore: Bool?
  /// The first link that has no number yet, and the number it gets.
  var nextLink = (span: 0, number: 1)
  /// Comments that something links to, by index.
  private(set) var targets: Set<Int> = []

  /// A writer of `document` to `output`; `links` are those of its statements.
  init(_ document: Document, links: StatementLinks, output: ByteOutput) {
    self.document = document
    self.links = links
    self.output = output
    inline = InlineRuns(document)
  }

  /// Writes all or a part.
  mutating func write(_ part: TextExporter.Part) {
    let discussion = document.discussion ?? document.endNode
    if part != .article { noteTargets() }
    let firstSpan = part == .comments ? span(atOrAfter: discussion) : 0
    nextLink.span = firstSpan
    if part != .comments {
      writeMetadata()
      writeBlocks(from: .document, upTo: discussion)
    }
    if part != .article, discussion < document.endNode {
      begin()
      output.write("## Discussion: ")
      output.write(Document.count(document.comments.count, "comment", "comments"))
      output.write("\n")
      writeBlocks(from: discussion, upTo: document.endNode)
    }
    writeAddresses(from: firstSpan, upTo: part == .article ? span(atOrAfter: discussion) : document.spans.count)
    output.flush()
  }

  private func span(atOrAfter node: NodeIndex) -> Int {
    node < document.endNode ? document.firstSpan(atOrAfter: document.textStart(of: node)) : document.spans.count
  }

  private mutating func noteTargets() {
    for passage in links.sources {
      guard let passage, let comment = document.enclosingComment(of: passage.node) else { continue }
      if let index = document[comment].commentIndex { targets.insert(index) }
    }
  }

  /// Front matter, and the title as a heading where it would be the only one of its level.
  private mutating func writeMetadata() {
    let metadata = document.metadata
    let facts = [
      ("title", metadata.title), ("author", metadata.byline), ("site", metadata.site),
      ("date", metadata.published?.iso8601), ("url", metadata.address), ("lang", metadata.language),
    ].filter { $0.1 != nil }
    guard !facts.isEmpty else { return }
    output.write("---\n")
    for (key, value) in facts {
      output.write(key)
      output.write(": ")
      // What JSON escapes in a string is what YAML escapes in one.
      output.writeString(value ?? "")
      output.write("\n")
    }
    output.write("---\n")
    hasBlock = true
    let discussion = document.discussion ?? document.endNode
    let hasTopHeading = document.nodes.prefix(discussion.offset).contains { document[$0] == .heading(level: 1) }
    guard let title = metadata.title, !hasTopHeading else { return }
    begin()
    output.write("# ")
    writeEscaped(title, in: .heading)
    output.write("\n")
  }
}

// MARK: Lines

extension MarkdownWriter {
  /// Begins the first line of a block, after a blank line where one is needed.
  mutating func begin(isTight: Bool = false) {
    separate(isTight: isTight)
    output.write(firstPrefix ?? prefix)
    firstPrefix = nil
    hasBlock = true
    markerBefore = nil
  }

  /// Begins another line of the same block.
  mutating func beginLine() { output.write(prefix) }

  /// Begins another line of the same block that nothing stands on.
  mutating func writeEmptyLine() {
    writeTrimmed(prefix)
    output.write("\n")
  }

  /// Opens a node whose contents have `marker` before their first line and `indent` before the others.
  mutating func enter(_ frame: Frame.Kind, upTo end: NodeIndex, marker: String, indent: String, isTight: Bool = false) {
    let hasRoom = prefix.count < Self.maximumPrefix
    separate(isTight: isTight && hasRoom)
    frames.append(Frame(end: end, kind: frame, prefixCount: prefix.count))
    markerBefore = nil
    guard hasRoom else {
      // What was separated from what is before it need not be again.
      hasBlock = false
      return
    }
    firstPrefix = (firstPrefix ?? prefix) + marker.utf8
    prefix += indent.utf8
    hasBlock = false
  }

  /// Opens a list; its entries bring their own markers.
  mutating func enterList(_ list: Frame.List, upTo end: NodeIndex) {
    frames.append(Frame(end: end, kind: .list(list), prefixCount: prefix.count))
  }

  /// Closes the innermost open node.
  mutating func leave() {
    guard let frame = frames.last else { return }
    if case .quotation(let statement) = frame.kind { writeAttribution(ofStatement: statement) }
    frames.removeLast()
    if case .list(let list) = frame.kind {
      markerBefore = list.usesSecondMarker
      return
    }
    if let waiting = firstPrefix, prefix.count > frame.prefixCount {
      writeTrimmed(waiting)
      output.write("\n")
      firstPrefix = nil
    }
    prefix.removeLast(prefix.count - frame.prefixCount)
    hasBlock = true
    markerBefore = nil
  }

  private mutating func separate(isTight: Bool) {
    guard hasBlock, !isTight else { return }
    writeEmptyLine()
  }

  private mutating func writeTrimmed(_ line: [UInt8]) {
    let end = line.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
    output.write(Array(line[..<end]))
  }
}
