// Going from node to node.
extension HTMLTree {
  /// What the node is. O(1).
  @inlinable package func kind(of node: HTMLNode) -> Kind { records[node.offset].label.kind }

  /// The name of an element or doctype, `.none` of anything else. O(1).
  @inlinable package func name(of node: HTMLNode) -> HTMLName { records[node.offset].label.name }

  /// Where the name of an element comes from. O(1).
  @inlinable package func namespace(of node: HTMLNode) -> Namespace { records[node.offset].label.namespace }

  /// Whether the node is an element of HTML with that name. O(1).
  @inlinable package func isElement(_ node: HTMLNode, _ name: HTMLName) -> Bool {
    records[node.offset].label == NodeLabel(.element, name: name)
  }

  /// The node it stands in; `nil` of the document. O(1).
  @inlinable package func parent(of node: HTMLNode) -> HTMLNode? {
    let parent = records[node.offset].parent
    return parent < 0 ? nil : HTMLNode(Int(parent))
  }

  /// The node behind the last one below `node`. O(1).
  @inlinable package func subtreeEnd(of node: HTMLNode) -> HTMLNode { HTMLNode(Int(records[node.offset].subtreeEnd)) }

  /// The first node in it. O(1).
  @inlinable package func firstChild(of node: HTMLNode) -> HTMLNode? {
    node.next < subtreeEnd(of: node) ? node.next : nil
  }

  /// The node behind it in its parent. O(1).
  @inlinable package func nextSibling(of node: HTMLNode) -> HTMLNode? {
    guard let parent = parent(of: node) else { return nil }
    let next = subtreeEnd(of: node)
    return next < subtreeEnd(of: parent) ? next : nil
  }

  /// All nodes, in preorder.
  @inlinable package var nodes: HTMLNodeRange { HTMLNodeRange(0..<count) }

  /// The nodes below it, in preorder.
  @inlinable package func descendants(of node: HTMLNode) -> HTMLNodeRange {
    HTMLNodeRange(node.offset + 1..<subtreeEnd(of: node).offset)
  }

  /// The elements of HTML with that name below it, in preorder.
  @inlinable package func descendants(of node: HTMLNode, named name: HTMLName) -> some Sequence<HTMLNode> {
    descendants(of: node).lazy.filter { self.isElement($0, name) }
  }

  /// The nodes directly in it, in order. O(1) a step.
  @inlinable package func children(of node: HTMLNode) -> some Sequence<HTMLNode> {
    sequence(state: firstChild(of: node)) { next in
      defer { next = next.flatMap { self.nextSibling(of: $0) } }
      return next
    }
  }

  /// The nodes it stands in, innermost first; at most ``depthLimit``.
  @inlinable package func ancestors(of node: HTMLNode) -> some Sequence<HTMLNode> {
    sequence(state: parent(of: node)) { next in
      defer { next = next.flatMap { self.parent(of: $0) } }
      return next
    }
  }
}
