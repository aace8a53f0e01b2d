/// The number of a node in its document: its position in preorder, from 0 (the document itself).
///
/// A type of its own, so that a node cannot be mistaken for a row, a line or a byte offset. A number means something within one
/// snapshot of a document only; what has to outlive it goes by comment id, or by block ordinal and hash.
package struct NodeIndex: Hashable, Comparable, Sendable {
  /// Position in preorder.
  package let position: Int32

  /// The node at `position` in preorder.
  package init(_ position: Int) { self.position = Int32(truncatingIfNeeded: position) }

  /// The document node, root of every tree.
  package static let document = NodeIndex(0)

  /// Position in preorder, to index arrays with.
  package var offset: Int { Int(position) }

  /// The node that follows in preorder, whether or not it exists.
  package var next: NodeIndex { NodeIndex(offset + 1) }

  /// The node that precedes in preorder, whether or not it exists.
  package var previous: NodeIndex { NodeIndex(offset - 1) }

  package static func < (left: NodeIndex, right: NodeIndex) -> Bool { left.position < right.position }
}
