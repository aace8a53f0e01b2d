/// The number of a node in its tree: its position in preorder, from 0 (the document).
@usableFromInline
package struct HTMLNode: Hashable, Comparable, Sendable {
  /// Position in preorder.
  @usableFromInline package let position: Int32

  /// The node at `position` in preorder.
  @inlinable package init(_ position: Int) { self.position = Int32(truncatingIfNeeded: position) }

  /// The root of every tree.
  @inlinable package static var document: HTMLNode { HTMLNode(0) }

  /// Position in preorder, to index arrays with.
  @inlinable package var offset: Int { Int(position) }

  /// The node that follows in preorder, whether or not it exists.
  @inlinable package var next: HTMLNode { HTMLNode(offset + 1) }

  @inlinable package static func < (left: HTMLNode, right: HTMLNode) -> Bool { left.position < right.position }
}

/// Nodes that follow each other in preorder, such as a subtree.
@usableFromInline
package struct HTMLNodeRange: RandomAccessCollection, Sendable {
  /// Positions of the nodes.
  @usableFromInline package let positions: Range<Int>

  /// The nodes at `positions`.
  @inlinable package init(_ positions: Range<Int>) { self.positions = positions }

  /// The first position.
  @inlinable package var startIndex: Int { positions.lowerBound }
  /// Behind the last position.
  @inlinable package var endIndex: Int { positions.upperBound }
  /// The node at a position.
  @inlinable package subscript(position: Int) -> HTMLNode { HTMLNode(position) }
}
