import DocumentModel

/// Remembers what stands on the screen for nodes, at one state of the folds. A class, since asking changes nothing that can be seen.
///
/// A chain of replies can be as long as the document. Whoever climbs it looks at every node up to one that is known.
final class VisibilityCache {
  /// Of a chain above a visible node, so many are noted, and above those one in so many.
  static let interval = 64
  /// A later node takes the place of an earlier one with the same remainder.
  private static let capacity = 4096

  private var nodes: [NodeIndex] = []
  private var shown: [NodeIndex] = []

  /// What stands on the screen for `node`; `nil` where that is not known.
  func shown(for node: NodeIndex) -> NodeIndex? {
    let slot = node.offset % Self.capacity
    return slot < nodes.count && nodes[slot] == node ? shown[slot] : nil
  }

  /// Notes that `other` stands on the screen for `node`.
  func note(_ node: NodeIndex, isShownBy other: NodeIndex) {
    if nodes.isEmpty {
      // The end of the document is no node, so it is never asked for.
      nodes = Array(repeating: NodeIndex(-1), count: Self.capacity)
      shown = nodes
    }
    nodes[node.offset % Self.capacity] = node
    shown[node.offset % Self.capacity] = other
  }
}
