import DocumentModel

extension Document {
  /// The first words of a node: of a section its heading's, of a comment its own, not those it quotes; at most so many bytes.
  ///
  /// - Complexity: O(1), at most 64 nodes are looked at
  package func openingWords(of node: NodeIndex, atMost count: Int) -> Range<Int> {
    let end = self[node].isComment ? ownEnd(ofComment: node) : subtreeEnd(of: node)
    // A container has words of its own only beside its blocks.
    var block = self[node].isFoldable || node == .document ? node.next : node
    var quoted: Range<Int>?
    var looked = 0
    while block < end, looked < 64 {
      looked += 1
      if block != node, self[block].statementIndex != nil {
        if quoted == nil { quoted = words(of: block) }
        block = subtreeEnd(of: block)
      } else if hasText(block) {
        return opening(textRange(of: block), atMost: count)
      } else {
        block = block.next
      }
    }
    return opening(quoted ?? 0..<0, atMost: count)
  }

  private func opening(_ bytes: Range<Int>, atMost count: Int) -> Range<Int> {
    // Code is indented.
    let start = text[bytes].firstIndex { $0 != 0x20 && $0 != 0x0a } ?? bytes.lowerBound
    guard bytes.upperBound - start > count else { return start..<bytes.upperBound }
    var end = start + count
    while end > start, text[end] & 0xc0 == 0x80 { end -= 1 }
    return start..<end
  }
}
