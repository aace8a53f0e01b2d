/// Everything read from one source: an article and the discussion under it, as one flat tree.
///
/// An immutable snapshot. Node number = position in preorder; every walk is a loop over numbers, never recursion, so that a chain of
/// 100,000 replies costs what 100,000 comments cost. All text stands in one buffer, in reading order: searching and quoting are scans
/// and slices. Nothing of the view (folds, scrolling, highlights) is in here.
///
/// Copies share what they hold: a document is two references.
package struct Document: Sendable {
  /// What it holds.
  package let contents: DocumentContents
  private var facts: Facts

  private final class Facts: Sendable {
    let metadata: Metadata
    let diagnostics: [Diagnostic]

    init(_ metadata: Metadata, _ diagnostics: [Diagnostic]) {
      self.metadata = metadata
      self.diagnostics = diagnostics
    }
  }

  init(metadata: Metadata, diagnostics: [Diagnostic], contents: DocumentContents) {
    facts = Facts(metadata, diagnostics)
    self.contents = contents
  }

  /// What the source says about itself.
  package var metadata: Metadata {
    get { facts.metadata }
    set { facts = Facts(newValue, facts.diagnostics) }
  }

  /// What was noticed while reading.
  package var diagnostics: [Diagnostic] {
    get { facts.diagnostics }
    set { facts = Facts(facts.metadata, newValue) }
  }

  /// The text of all nodes, UTF-8, in reading order. A node with text of its own contributes that text and one `\n`.
  @inlinable package var text: [UInt8] { contents.text }
  /// What each node is.
  package var elements: ElementList { ElementList(contents) }
  /// The facts of all comments, in reading order.
  package var comments: CommentList { CommentList(contents) }
  /// The greatest depth that any comment has; `nil` without comments.
  package var greatestCommentDepth: Int? { contents.greatestCommentDepth }
  /// All statements, in reading order.
  package var statements: [Statement] { contents.statements }
  /// All spans, ordered by start.
  package var spans: [TextSpan] { contents.spans }

  /// Number of nodes, at least 1.
  package var count: Int { contents.elements.count }

  /// What the node is.
  package subscript(node: NodeIndex) -> Element { contents.elements[node.offset].element }

  /// Whether `node` is a node of this document.
  package func contains(_ node: NodeIndex) -> Bool { node.offset >= 0 && node.offset < count }
}

// MARK: Text

extension Document {
  /// The bytes of the node's own text, its closing `\n` left out; empty for a node without text.
  ///
  /// - Complexity: O(1)
  package func textRange(of node: NodeIndex) -> Range<Int> {
    let start = textStart(of: node)
    let end = Int(contents.textEnds[node.offset])
    return start..<max(start, end - 1)
  }

  /// Whether the node has text of its own.
  package func hasText(_ node: NodeIndex) -> Bool { Int(contents.textEnds[node.offset]) > textStart(of: node) }

  /// Where the text of the node and all below it begins in ``text``.
  ///
  /// - Complexity: O(1)
  package func textStart(of node: NodeIndex) -> Int {
    node.offset == 0 ? 0 : Int(contents.textEnds[node.offset - 1])
  }

  /// The bytes of the node's text and of all nodes below it, closing `\n` included.
  ///
  /// - Complexity: O(1)
  package func subtreeTextRange(of node: NodeIndex) -> Range<Int> {
    textStart(of: node)..<Int(contents.textEnds[subtreeEnd(of: node).offset - 1])
  }

  /// The plain text of a comment, its replies left out.
  ///
  /// - Complexity: O(number of its blocks)
  package func plainTextRange(ofComment node: NodeIndex) -> Range<Int> {
    let start = textStart(of: node)
    return start..<Int(contents.textEnds[ownEnd(ofComment: node).offset - 1])
  }

  /// The plain text of the article: everything before the discussion.
  package var articleTextRange: Range<Int> {
    guard let discussion else { return 0..<text.count }
    return 0..<textStart(of: discussion)
  }

  /// A slice of ``text`` as a string.
  package func string(in bytes: Range<Int>) -> String { String(decoding: text[bytes], as: UTF8.self) }

  /// The node whose own text contains the byte at `offset` of ``text``; the last one when `offset` is past the end.
  ///
  /// - Complexity: O(log n)
  package func node(containingByte offset: Int) -> NodeIndex {
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high) / 2
      if Int(contents.textEnds[middle]) > offset { high = middle } else { low = middle + 1 }
    }
    return NodeIndex(low)
  }

  /// The spans that touch `bytes`, in order.
  ///
  /// - Complexity: O(log n + number of spans up to the end of `bytes` that begin within its node)
  package func spans(touching bytes: Range<Int>, from start: Int) -> ArraySlice<TextSpan> {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].bytes.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < spans.count, spans[end].bytes.lowerBound < bytes.upperBound { end += 1 }
    return spans[low..<end]
  }
}
