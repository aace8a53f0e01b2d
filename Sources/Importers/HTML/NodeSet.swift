import HTMLParsing

/// A set of nodes of one tree: a bit a node.
struct NodeSet {
  private var words: [UInt64]

  /// The empty set of nodes of `tree`.
  init(of tree: HTMLTree) { words = [UInt64](repeating: 0, count: tree.count / 64 + 1) }

  /// Whether the node is in it. O(1).
  func contains(_ node: HTMLNode) -> Bool { words[node.offset >> 6] & 1 << UInt64(node.offset & 63) != 0 }

  /// Adds a node. O(1).
  mutating func insert(_ node: HTMLNode) { words[node.offset >> 6] |= 1 << UInt64(node.offset & 63) }

  /// Adds nodes.
  mutating func formUnion(_ nodes: some Sequence<HTMLNode>) { for node in nodes { insert(node) } }
}
