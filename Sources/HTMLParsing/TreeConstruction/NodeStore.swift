import LargePages

/// The tree while it is made: nodes linked to their relatives, so that they can be moved.
struct NodeStore: ~Copyable {
  /// A node. Links are positions in the store, -1 where there is nobody.
  struct Node: BitwiseCopyable {
    var label: NodeLabel
    var parent: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var nextSibling: Int32 = -1
    var previousSibling: Int32 = -1
    /// Bytes of the text, attributes of an element or doctype, bytes of `values` of a comment.
    var dataStart: UInt32 = 0
    var dataCount: UInt32 = 0
  }

  /// All nodes ever made, in the order they were made. The first is the document.
  private(set) var nodes: GrowingBuffer<Node>
  /// The bytes of all text nodes, in the order they were inserted.
  var text: [UInt8] = []
  /// Whether every node was put behind all nodes made before it, so that the order they were made in is preorder.
  private(set) var isInOrder = true

  /// A store with a document in it, and with room for a page of about that many bytes.
  init(expectedCount: Int) {
    // Most pages have a node for 32 bytes or more. What is not used of large memory is not there.
    nodes = GrowingBuffer(capacity: 64 + expectedCount / 32)
    nodes.append(Node(label: NodeLabel(.document)))
    text.reserveLargeCapacity(expectedCount)
  }

  /// Gives the nodes away; the store is empty then.
  mutating func takeNodes() -> GrowingBuffer<Node> {
    var taken = GrowingBuffer<Node>(capacity: 1)
    swap(&taken, &nodes)
    return taken
  }

  subscript(node: Int32) -> Node {
    get { nodes[Int(node)] }
    _modify { yield &nodes[Int(node)] }
  }

  /// Makes a node that stands nowhere yet.
  @inline(__always)
  mutating func make(_ label: NodeLabel, dataStart: UInt32 = 0, dataCount: UInt32 = 0) -> Int32 {
    let node = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(Node(label: label, dataStart: dataStart, dataCount: dataCount))
    return node
  }

  /// Puts a node that stands nowhere behind the children of another.
  @inline(__always)
  mutating func append(_ node: Int32, to parent: Int32) {
    let last = nodes[Int(parent)].lastChild
    nodes[Int(node)].parent = parent
    nodes[Int(node)].previousSibling = last
    if last < 0 { nodes[Int(parent)].firstChild = node } else { nodes[Int(last)].nextSibling = node }
    nodes[Int(parent)].lastChild = node
  }

  /// Puts a node that stands nowhere before `sibling`.
  mutating func insert(_ node: Int32, before sibling: Int32) {
    isInOrder = false
    let (parent, previous) = (self[sibling].parent, self[sibling].previousSibling)
    self[node].parent = parent
    self[node].previousSibling = previous
    self[node].nextSibling = sibling
    self[sibling].previousSibling = node
    if previous < 0 { self[parent].firstChild = node } else { self[previous].nextSibling = node }
  }

  /// Takes a node out of its parent, if it has one.
  mutating func remove(_ node: Int32) {
    let (parent, previous, next) = (self[node].parent, self[node].previousSibling, self[node].nextSibling)
    guard parent >= 0 else { return }
    isInOrder = false
    if previous < 0 { self[parent].firstChild = next } else { self[previous].nextSibling = next }
    if next < 0 { self[parent].lastChild = previous } else { self[next].previousSibling = previous }
    self[node].parent = -1
    self[node].previousSibling = -1
    self[node].nextSibling = -1
  }

  /// Gives all children of a node to one that has none.
  ///
  /// - Complexity: O(children)
  mutating func moveChildren(of node: Int32, to heir: Int32) {
    isInOrder = false
    var child = self[node].firstChild
    self[heir].firstChild = child
    self[heir].lastChild = self[node].lastChild
    self[node].firstChild = -1
    self[node].lastChild = -1
    while child >= 0 {
      self[child].parent = heir
      child = self[child].nextSibling
    }
  }

  /// Adds text at the end of `parent`, or before one of its children: to the text node that stands there, if one does.
  @inline(__always)
  mutating func insertText(_ bytes: UnsafeBufferPointer<UInt8>, in parent: Int32, before sibling: Int32) {
    let neighbour = sibling < 0 ? nodes[Int(parent)].lastChild : nodes[Int(sibling)].previousSibling
    let start = text.count
    text.append(contentsOf: bytes)
    var label = NodeLabel(.text)
    if neighbour >= 0, nodes[Int(neighbour)].label.kind == .text {
      if Int(nodes[Int(neighbour)].dataStart) + Int(nodes[Int(neighbour)].dataCount) == start {
        nodes[Int(neighbour)].dataCount += UInt32(truncatingIfNeeded: bytes.count)
        return
      }
      label.isContinuation = true
      isInOrder = false
    }
    let node = make(
      label,
      dataStart: UInt32(truncatingIfNeeded: start),
      dataCount: UInt32(truncatingIfNeeded: bytes.count)
    )
    if sibling < 0 { append(node, to: parent) } else { insert(node, before: sibling) }
  }
}
