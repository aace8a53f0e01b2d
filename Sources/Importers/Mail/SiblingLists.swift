/// A forest under construction: nodes are added below others, or at the top, each after its siblings.
struct SiblingLists {
  private var roots: [Int] = []
  private var isRoot: [Bool]
  private var firstChildren: [Int32]
  private var lastChildren: [Int32]
  private var nextSiblings: [Int32]

  /// A forest of nodes below `count`, none of which is in it yet.
  init(count: Int) {
    isRoot = Array(repeating: false, count: count)
    firstChildren = Array(repeating: -1, count: count)
    lastChildren = firstChildren
    nextSiblings = firstChildren
  }

  /// Puts `node` at the top, unless it is there.
  mutating func addRoot(_ node: Int) {
    guard !isRoot[node] else { return }
    isRoot[node] = true
    roots.append(node)
  }

  /// Puts `node`, which is nowhere yet, below `parent`.
  mutating func add(_ node: Int, below parent: Int) {
    if firstChildren[parent] < 0 {
      firstChildren[parent] = Int32(node)
    } else {
      nextSiblings[Int(lastChildren[parent])] = Int32(node)
    }
    lastChildren[parent] = Int32(node)
  }

  /// All nodes with their depths, each before what stands below it.
  ///
  /// - Complexity: O(n)
  func preorder() -> [(node: Int, depth: Int)] {
    var result: [(node: Int, depth: Int)] = []
    var stack: [(node: Int, depth: Int)] = []
    for root in roots {
      stack.append((root, 0))
      while let (node, depth) = stack.popLast() {
        result.append((node, depth))
        if depth > 0, nextSiblings[node] >= 0 { stack.append((Int(nextSiblings[node]), depth)) }
        if firstChildren[node] >= 0 { stack.append((Int(firstChildren[node]), depth + 1)) }
      }
    }
    return result
  }
}
