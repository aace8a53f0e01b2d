import DocumentModel

/// Collects the records of a feed or an export while it is read: its entries, posts and threads, and its own head.
///
/// Told of elements and text in the order of the document, by ``XMLReader`` or ``DamagedXML``.
struct FeedCollector {
  /// Elements that are records.
  private static let records: Set<String> = ["item", "atom:entry", "dsq:thread", "dsq:post"]
  /// Elements whose contents are text for people: elements in it are HTML.
  private static let texts: Set<String> = [
    "description", "content:encoded", "excerpt:encoded", "title", "atom:title", "atom:summary", "atom:content",
    "atom:subtitle", "dsq:message", "wp:comment_content", "media:description", "itunes:summary",
  ]
  /// HTML elements without an end tag (HTML standard, 13.1.2).
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// The entries read whole.
  private(set) var entries: [FeedEntry] = []
  /// What of the feed is none, by kind, and how often.
  private(set) var leftOut: [String: Int] = [:]
  /// The entry that is open; else what stands outside of all.
  private var record = XMLRecord()
  /// What stands outside of all entries, while one is open.
  private var parked = XMLRecord()

  private struct Frame {
    /// The node of the record; -1 for an element that is HTML in a text.
    var node: Int
    var name: String
  }

  private var open: [Frame] = []
  /// How many elements are open around the entry that is.
  private var recordDepth: Int?
  /// How many of the open elements, the innermost, are HTML in a text.
  private var markupDepth = 0

  /// What stands outside of all entries, all of which have ended.
  var head: XMLRecord { record }

  /// An element begins, called as ``XMLName`` has it.
  mutating func start(_ name: String, _ attributes: [XMLAttribute]) {
    // A post of Disqus names its thread by an element of the same name.
    let isRecord = Self.records.contains(name) && (recordDepth == nil || name != "dsq:thread")
    if isRecord {
      // One that is not closed ends where the next begins, as does a text.
      let depth = recordDepth ?? open.count - markupDepth
      while open.count > depth { end() }
    } else if !isRecord, markupDepth > 0 || isMarkup(name) {
      return startMarkup(name, attributes)
    }
    var node = XMLRecord.Node(name: name, parent: open.last?.node ?? -1, attributes: attributes)
    node.base = open.last.flatMap { record.nodes[$0.node].base }
    if let own = node["xml:base"].map(WebAddress.init) { node.base = node.base?.resolving(own) ?? own }
    if isRecord {
      node.parent = -1
      recordDepth = open.count
      parked = record
      record = XMLRecord()
    }
    open.append(Frame(node: record.nodes.count, name: name))
    record.append(node)
  }

  /// The element begun last that is open ends.
  mutating func end() {
    guard let frame = open.popLast() else { return }
    if markupDepth > 0 {
      markupDepth -= 1
      if !Self.void.contains(frame.name) { append("</\(frame.name)>") }
    } else if open.count == recordDepth {
      finishRecord()
    }
  }

  /// Text of the element begun last that is open; may come in pieces.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let node = textNode else { return }
    if record.nodes[node].isMarkup {
      record.append(FeedText.escaped(bytes), toTextOf: node)
    } else {
      record.append(bytes, toTextOf: node)
    }
  }

  /// Ends what is open: there is no more.
  mutating func finish() { while !open.isEmpty { end() } }

  private mutating func finishRecord() {
    let finished = record
    record = parked
    parked = XMLRecord()
    recordDepth = nil
    if let kind = FeedEntry.kindLeftOut(finished) {
      leftOut[kind, default: 0] += 1
    } else {
      entries += FeedEntry.entries(of: finished)
    }
  }

  // MARK: HTML in texts

  /// The node that text belongs to: of the innermost element that is none of HTML.
  private var textNode: Int? {
    let place = open.count - 1 - markupDepth
    return place >= 0 ? open[place].node : nil
  }

  /// Whether an element begins HTML in the text that is open.
  private func isMarkup(_ name: String) -> Bool {
    guard let node = textNode else { return false }
    return Self.texts.contains(record.nodes[node].name) || recordDepth != nil && name.hasPrefix("xhtml:")
  }

  private mutating func startMarkup(_ name: String, _ attributes: [XMLAttribute]) {
    guard let node = textNode else { return }
    record.beginMarkup(in: node)
    let local = name.split(separator: ":").last.map(String.init) ?? name
    open.append(Frame(node: -1, name: local))
    markupDepth += 1
    append("<\(local)")
    for attribute in attributes where !attribute.name.contains(":") {
      append(" \(attribute.name)=\"")
      record.append(FeedText.escaped(attribute.value.utf8), toTextOf: node)
      append("\"")
    }
    append(">")
  }

  private mutating func append(_ words: String) {
    if let node = textNode { record.append(words.utf8, toTextOf: node) }
  }
}
