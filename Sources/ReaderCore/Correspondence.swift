import DocumentModel

/// Where the nodes of a document stand in a later snapshot of the same source.
///
/// A comment is known by its id, a block of the article by its text. Node numbers mean nothing across snapshots: a
/// later one may have put nodes in between.
struct Correspondence {
  private let before: Document
  private let after: Document
  /// Comments of the later snapshot by id: made when one does not stand where it stood.
  private var numbers: CommentNumbers?

  /// How many blocks on either side of where it stood a block of the article is looked for.
  private static let reach = 256

  init(from before: Document, to after: Document) {
    self.before = before
    self.after = after
  }

  /// The node that shows what `node` showed; where that is gone, what stands where it stood.
  ///
  /// - Complexity: O(log n); O(n) once, when comments have changed their order.
  mutating func node(_ node: NodeIndex) -> NodeIndex { same(node) ?? min(node, after.endNode.previous) }

  /// The node that shows what `node` showed; `nil` where that is gone.
  ///
  /// - Complexity: that of ``node(_:)``
  mutating func same(_ node: NodeIndex) -> NodeIndex? {
    guard before.contains(node), node != .document else { return .document }
    if before[node] == .discussion { return after.discussion ?? after.endNode.previous }
    guard let comment = before.enclosingComment(of: node) else { return block(node) }
    return self.comment(comment).map { found in
      min(NodeIndex(found.offset + node.offset - comment.offset), after.ownEnd(ofComment: found).previous)
    }
  }

  /// The passage with the same words.
  mutating func passage(_ passage: Passage) -> Passage {
    let node = node(passage.node)
    let start = passage.bytes.lowerBound - before.textStart(of: passage.node) + after.textStart(of: node)
    return Passage(node: node, bytes: start..<max(start, min(start + passage.bytes.count, after.text.count)))
  }

  private mutating func comment(_ node: NodeIndex) -> NodeIndex? {
    guard let index = before[node].commentIndex else { return nil }
    let id = before.comments.id(of: index)
    if index < after.comments.count, after.comments.id(of: index) == id { return after.node(ofComment: index) }
    let numbers = numbers ?? CommentNumbers(after.comments)
    self.numbers = numbers
    if let found = numbers[id] { return after.node(ofComment: found) }
    // The last comment of a snapshot may have been cut short, and so have got another id.
    return index + 1 == before.comments.count && index < after.comments.count ? after.node(ofComment: index) : nil
  }

  private func block(_ node: NodeIndex) -> NodeIndex? {
    let end = after.discussion?.offset ?? after.count
    for distance in 0...Self.reach {
      for candidate in [node.offset + distance, node.offset - distance] where (1..<end).contains(candidate) {
        if isSame(NodeIndex(candidate), as: node) { return NodeIndex(candidate) }
      }
    }
    return nil
  }

  /// Whether a block is the same, or goes on where the last one of the snapshot before ended.
  private func isSame(_ candidate: NodeIndex, as node: NodeIndex) -> Bool {
    guard after[candidate] == before[node] else { return false }
    let old = before.textRange(of: node)
    let new = after.textRange(of: candidate)
    let isLast = before.subtreeEnd(of: node) == before.endNode
    guard isLast ? new.count >= old.count : new.count == old.count else { return false }
    return after.text[new].starts(with: before.text[old])
  }
}
