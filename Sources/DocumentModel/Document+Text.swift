// Texts are slices of one buffer. A node with text of its own adds that text and one `\n`; a cell of a table adds a `\t` in its
// place, and its row a `\n` after the last.
extension Document {
  /// The bytes of the node's own text, its closing `\n` left out; empty for a node without text.
  ///
  /// - Complexity: O(1)
  package func textRange(of node: NodeIndex) -> Range<Int> {
    let start = textStart(of: node)
    let end = Int(contents.textEnds[node.offset])
    guard !contents.blocks.hasTables else { return withoutTerminators(start..<end) }
    return start..<max(start, end - 1)
  }

  /// Whether the node has text of its own.
  package func hasText(_ node: NodeIndex) -> Bool {
    guard !contents.blocks.hasTables else { return !textRange(of: node).isEmpty }
    return Int(contents.textEnds[node.offset]) > textStart(of: node)
  }

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

  /// The bytes of the node's text and of all nodes below it, without the last `\n` or what ends the cell it stands in.
  ///
  /// - Complexity: O(1); in a document with tables, O(blocks around the node)
  package func words(of node: NodeIndex) -> Range<Int> {
    let bytes = subtreeTextRange(of: node)
    if let parent = parent(of: node), outermostRow(around: parent) != nil { return withoutTerminators(bytes) }
    return bytes.lowerBound..<max(bytes.lowerBound, bytes.upperBound - 1)
  }

  /// The outermost row of a table that `node` is or stands in.
  ///
  /// - Complexity: O(1) in a document without tables, else O(blocks around the node)
  package func outermostRow(around node: NodeIndex) -> NodeIndex? {
    guard contents.blocks.hasTables else { return nil }
    var row: NodeIndex?
    for ancestor in ancestors(ofAndIncluding: node) {
      let element = contents.elements[ancestor.offset]
      if element == .tableRow { row = ancestor }
      if element.isComment || element == .section { break }
    }
    return row
  }

  /// `bytes` without what ends them: `\n`, or the `\t` and `\n` of the cells and rows that end there.
  private func withoutTerminators(_ bytes: Range<Int>) -> Range<Int> {
    let (start, text) = (bytes.lowerBound, contents.text)
    var end = bytes.upperBound
    while end > start {
      if text[end - 1] == UInt8(ascii: "\t") {
        end -= 1
      } else if end > 1, text[end - 1] == UInt8(ascii: "\n"), text[end - 2] == UInt8(ascii: "\t") {
        // The tab may be an earlier node's, whose text was the last in the cell.
        end = max(start, end - 2)
      } else {
        break
      }
    }
    return start..<(end < bytes.upperBound ? end : max(start, end - 1))
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
    NodeIndex(min(contents.textEnds.partition { Int($0) <= offset }, count - 1))
  }

  /// The spans that touch `bytes`, in order.
  ///
  /// - Complexity: O(log n + number of spans up to the end of `bytes` that begin within its node)
  package func spans(touching bytes: Range<Int>, from start: Int) -> ArraySlice<TextSpan> {
    let first = firstSpan(atOrAfter: start)
    var end = first
    while end < spans.count, spans[end].bytes.lowerBound < bytes.upperBound { end += 1 }
    return spans[first..<end]
  }

  /// The first span that begins at `byte` of the text or later; the number of spans when there is none.
  ///
  /// - Complexity: O(log n)
  package func firstSpan(atOrAfter byte: Int) -> Int { spans.partition { $0.bytes.lowerBound < byte } }
}
