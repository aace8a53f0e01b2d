import DocumentModel

/// A place in a document that holds at any width: how every position is remembered.
package struct Anchor: Hashable, Sendable {
  /// The node.
  package var node: NodeIndex
  /// Bytes into the node's own text, or into the words of its head; ``peek`` and more for lines of a source that is
  /// shown below it; ``blank`` for the blank row below it.
  package var offset: Int

  /// The offset of the blank row below a node: past every byte it can have.
  package static let blank = Int(UInt32.max)

  /// The offset of the first line of a source shown below a node: past every byte it can have.
  static let peek = Int(Int32.max)

  /// The place `offset` bytes into `node`; its beginning when left out.
  package init(_ node: NodeIndex, offset: Int = 0) {
    self.node = node
    self.offset = offset
  }

  /// The first line of the document.
  package static let top = Anchor(.document)
}

/// A line of laid-out text: the `index`th line of a piece of a node, at one width and one state of the folds.
package struct LinePosition: Hashable, Comparable, Sendable {
  /// The node the line belongs to.
  package var node: NodeIndex
  /// Which piece of the node's text, from 0: only very long texts have more than one.
  package var piece: Int
  /// Which of the piece's lines, from 0; the blank row below the node comes last in its last piece.
  package var index: Int

  /// The line `index` of a piece of `node`.
  package init(node: NodeIndex, piece: Int = 0, index: Int) {
    self.node = node
    self.piece = piece
    self.index = index
  }

  package static func < (left: LinePosition, right: LinePosition) -> Bool {
    (left.node, left.piece, left.index) < (right.node, right.piece, right.index)
  }
}
