import DocumentModel

/// The comments that were not there on the last visit.
package struct NewComments: Hashable, Sendable {
  /// Their nodes, in reading order.
  package let nodes: [NodeIndex]

  /// The comments of `nodes`, which are in reading order.
  package init(_ nodes: [NodeIndex] = []) { self.nodes = nodes }

  /// How many there are.
  package var count: Int { nodes.count }

  /// Whether a comment is one of them.
  ///
  /// - Complexity: O(log n)
  package func contains(_ node: NodeIndex) -> Bool {
    next(after: node.previous) == node
  }

  /// The first after `node`.
  ///
  /// - Complexity: O(log n)
  package func next(after node: NodeIndex) -> NodeIndex? {
    let index = nodes.partition { $0 <= node }
    return index < nodes.count ? nodes[index] : nil
  }

  /// The last before `node`.
  ///
  /// - Complexity: O(log n)
  package func last(before node: NodeIndex) -> NodeIndex? {
    let index = nodes.partition { $0 < node }
    return index > 0 ? nodes[index - 1] : nil
  }

  /// How many stand below `node`.
  ///
  /// - Complexity: O(log n)
  func count(below node: NodeIndex, in document: Document) -> Int {
    if nodes.isEmpty { return 0 }
    let end = document.subtreeEnd(of: node)
    return nodes.partition { $0 < end } - nodes.partition { $0 <= node }
  }
}
