import HTMLParsing

/// The elements of a page that are one contribution each, and which nodes belong to which: a node belongs to the
/// innermost.
struct RecordSet {
  let page: ThreadPage
  /// In the order of the page; one may stand in another.
  let nodes: [HTMLNode]
  /// The record each stands in, if any.
  let containers: [Int?]
  private let isRecord: [Bool]
  /// Whether what stands behind a record, in the same element, belongs to it.
  let runsOn: Bool

  /// - Complexity: O(size of the tree)
  init(_ nodes: [HTMLNode], of page: ThreadPage, runsOn: Bool = false) {
    self.page = page
    self.runsOn = runsOn
    var isRecord = [Bool](repeating: false, count: page.tree.count)
    for node in nodes { isRecord[node.offset] = true }
    self.isRecord = isRecord
    self.nodes = page.tree.nodes.filter { isRecord[$0.offset] }
    var containers: [Int?] = []
    var open: [Int] = []
    for (index, node) in self.nodes.enumerated() {
      while let last = open.last, page.tree.subtreeEnd(of: self.nodes[last]) <= node { open.removeLast() }
      containers.append(open.last)
      open.append(index)
    }
    self.containers = containers
  }

  /// Whether the node is the element of a record.
  func contains(_ node: HTMLNode) -> Bool { isRecord[node.offset] }

  /// Behind the last node of a record.
  func end(of record: Int) -> HTMLNode {
    let end = page.tree.subtreeEnd(of: nodes[record])
    guard runsOn, let parent = page.tree.parent(of: nodes[record]) else { return end }
    let last = page.tree.subtreeEnd(of: parent)
    return record + 1 < nodes.count ? min(last, nodes[record + 1]) : last
  }

  /// What of a record is its own, without the records within; and those records.
  ///
  /// - Complexity: O(nodes of its own); over all records that is the size of the page
  func own(_ record: Int) -> (elements: OwnElements, inner: [HTMLNode]) {
    let tree = page.tree
    var elements = OwnElements([nodes[record]], in: tree)
    var inner: [HTMLNode] = []
    let end = end(of: record)
    var next = nodes[record].next
    while next < end {
      if isRecord[next.offset] {
        inner.append(next)
        next = tree.subtreeEnd(of: next)
        continue
      }
      if tree.kind(of: next) == .element { elements.append(next, in: tree) }
      next = next.next
    }
    return (elements, inner)
  }
}
