import DocumentModel
import TextLayout

/// A block as it is known again when its source is read again: by its comment, or by its words.
package struct StableBlock: Hashable, Sendable {
  /// The block of the discussion's head.
  private static let discussion = -1

  /// The comment that the block is or stands in; `nil` for the article's.
  package var comment: UInt64?
  /// How many nodes it stands after its comment, or after the document.
  package var ordinal: Int
  /// What a block of the article says, see ``DocumentModel/Document/stableHash(of:)``; 0 for others.
  package var hash: UInt64

  /// A block that is known by these.
  package init(comment: UInt64?, ordinal: Int, hash: UInt64) {
    self.comment = comment
    self.ordinal = ordinal
    self.hash = hash
  }

  /// What `node` is known by.
  ///
  /// - Complexity: O(log n + length)
  package init(_ node: NodeIndex, in document: Document) {
    self.init(comment: nil, ordinal: 0, hash: 0)
    if document[node] == .discussion {
      ordinal = Self.discussion
    } else if let comment = document.enclosingComment(of: node), let index = document[comment].commentIndex {
      self.comment = document.stableKey(ofComment: index)
      ordinal = node.offset - comment.offset
    } else if node != .document {
      ordinal = node.offset
      hash = document.stableHash(of: node)
    }
  }

  /// How many blocks on either side of where it stood a block of the article is looked for.
  private static let reach = 256

  /// The node that it is in `document`, where `comment` finds comments; `nil` where it is gone.
  package func node(in document: Document, comment find: (UInt64) -> NodeIndex?) -> NodeIndex? {
    if let comment {
      guard let found = find(comment) else { return nil }
      return min(NodeIndex(found.offset + max(0, ordinal)), document.ownEnd(ofComment: found).previous)
    }
    if ordinal == Self.discussion { return document.discussion }
    guard ordinal > 0 else { return .document }
    let end = document.discussion?.offset ?? document.count
    for distance in 0...Self.reach {
      for candidate in Set([ordinal + distance, ordinal - distance]) where (1..<end).contains(candidate) {
        let node = NodeIndex(candidate)
        if document.stableHash(of: node) == hash { return node }
      }
    }
    return nil
  }
}

/// A view as it is found again when the source is read again.
package struct StablePlace: Hashable, Sendable {
  /// ``share`` of the end.
  package static let whole = 1_000_000

  /// The block of the current line.
  package var block: StableBlock
  /// See ``TextLayout/Anchor/offset``.
  package var offset: Int
  /// The row of the screen that it stood on.
  package var row: Int
  /// How much of the text stands before it, in millionths: where to look when the block is gone.
  package var share: Int

  /// A place that is known by these.
  package init(block: StableBlock, offset: Int, row: Int, share: Int) {
    self.block = block
    self.offset = offset
    self.row = row
    self.share = share
  }

  /// What a view is known by.
  package init(_ view: Viewport, in document: Document) {
    block = StableBlock(view.anchor.node, in: document)
    offset = view.anchor.offset
    row = view.row
    let own = document.textRange(of: view.anchor.node)
    let byte = own.lowerBound + min(own.count, max(0, offset))
    share = document.text.isEmpty ? 0 : byte * Self.whole / document.text.count
  }

  /// The view that it is in `document`, where `comment` finds comments.
  ///
  /// - Parameter isWhole: whether the document is: then what is gone is not to come, and a place near it will do.
  package func view(in document: Document, isWhole: Bool, comment: (UInt64) -> NodeIndex?) -> Viewport? {
    if let node = block.node(in: document, comment: comment) {
      return Viewport(anchor: Anchor(node, offset: offset), row: row)
    }
    guard isWhole else { return nil }
    let byte = min(document.text.count, Int(Double(max(0, share)) / Double(Self.whole) * Double(document.text.count)))
    let node = document.node(containingByte: byte)
    return Viewport(anchor: Anchor(node, offset: max(0, byte - document.textStart(of: node))), row: row)
  }
}
