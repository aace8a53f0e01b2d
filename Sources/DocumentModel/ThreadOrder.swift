/// The reading order of contributions that say by number which other they answer.
///
/// Nothing is lost: a cycle is cut where it was entered first. Siblings keep the order in which they came.
package struct ThreadOrder {
  /// A contribution in its place.
  package struct Place: Hashable, Sendable {
    /// Its number.
    package var number: Int
    /// How many contributions stand above it.
    package var depth: Int
  }

  /// All contributions in reading order, each before its replies.
  package private(set) var places: [Place] = []
  /// Those that answered themselves in a circle and were put at the top level.
  package private(set) var cut: [Int] = []

  /// - Parameters:
  ///   - parents: by number, the number of the contribution that each answers; less than 0 at the top level.
  ///   - standIns: how many of the last only stand in for what is missing; each comes where its first reply came.
  /// - Complexity: O(n)
  package init(parents: [Int], standIns: Int = 0) {
    var parents = parents
    cutCycles(in: &parents)
    order(parents, standIns: standIns)
  }

  /// Makes the first member of every cycle a top-level contribution.
  private mutating func cutCycles(in parents: inout [Int]) {
    // 0: not seen; otherwise the number of the walk that saw it. A walk that meets its own number has found a cycle.
    var walk = [Int](repeating: 0, count: parents.count)
    for start in parents.indices where walk[start] == 0 {
      var node = start
      while node >= 0, walk[node] == 0 {
        walk[node] = start + 1
        node = parents[node]
      }
      guard node >= 0, walk[node] == start + 1 else { continue }
      var first = node
      var member = parents[node]
      while member != node {
        first = min(first, member)
        member = parents[member]
      }
      parents[first] = -1
      cut.append(first)
    }
  }

  /// Preorder, without recursion: children are chained in reverse so that a stack yields them in order.
  private mutating func order(_ parents: [Int], standIns: Int) {
    let own = parents.count - standIns
    var firstChild = [Int](repeating: -1, count: parents.count)
    var nextSibling = [Int](repeating: -1, count: parents.count)
    var roots: [Int] = []
    // Roots are taken in the order of the first contribution below them.
    var isPlaced = [Bool](repeating: false, count: parents.count)
    for index in 0..<own {
      var root = index
      if parents[index] >= own { root = parents[index] }
      if parents[root] < 0, !isPlaced[root] {
        isPlaced[root] = true
        roots.append(root)
      }
    }
    for index in parents.indices.reversed() where parents[index] >= 0 {
      nextSibling[index] = firstChild[parents[index]]
      firstChild[parents[index]] = index
    }
    places.reserveCapacity(parents.count)
    var stack: [Place] = []
    for root in roots {
      stack.append(Place(number: root, depth: 0))
      while let place = stack.popLast() {
        places.append(place)
        let (sibling, child) = (nextSibling[place.number], firstChild[place.number])
        if sibling >= 0 { stack.append(Place(number: sibling, depth: place.depth)) }
        if child >= 0 { stack.append(Place(number: child, depth: place.depth + 1)) }
      }
    }
  }
}
