/// Puts contributions that name their parents, in whatever order they come, into reading order.
///
/// Nothing is lost: a contribution whose parent is not there gets a stand-in for it, a cycle is cut where it was entered first, and a
/// repeated id is told apart. Siblings keep the order in which they came.
package struct ThreadAssembler {
  /// A contribution in its place.
  package struct Entry: Hashable, Sendable {
    /// Which contribution, counted from 0 in the order they were added; `nil` for the stand-in of a missing one.
    package var contribution: Int?
    /// Its id: unique, so a repeated one carries `~2`, `~3` ….
    package var id: String
    /// How many contributions stand above it.
    package var depth: Int
  }

  private var ids: [String] = []
  private var parentIDs: [String?] = []
  private var indices: [String: Int] = [:]
  /// How often an id that stands more than once was met.
  private var repeats: [String: Int] = [:]
  private var repeatDiagnostics: [Diagnostic] = []

  /// What was noticed: repeated ids, and missing parents and cycles as of the last ``assemble()``.
  package private(set) var diagnostics: [Diagnostic] = []

  /// An assembler without contributions.
  package init() {}

  /// Adds a contribution; `parent` names the one it answers.
  ///
  /// - Complexity: O(1)
  package mutating func add(id: String, parent: String?) {
    var unique = id
    if indices[id] != nil {
      // Counting on from the last number keeps a source that gives all comments the same id from costing its square.
      var number = repeats[id] ?? 1
      repeat {
        number += 1
        unique = "\(id)~\(number)"
      } while indices[unique] != nil
      repeats[id] = number
      let message = "the comment id \(id) stands twice; the later one is called \(unique)"
      repeatDiagnostics.append(Diagnostic(.warning, message))
      diagnostics.append(Diagnostic(.warning, message))
    }
    indices[unique] = ids.count
    ids.append(unique)
    parentIDs.append(parent)
  }

  /// All contributions added so far, in reading order: each before its replies.
  ///
  /// - Complexity: O(n)
  package mutating func assemble() -> [Entry] {
    diagnostics = repeatDiagnostics
    // Contributions are 0 ..< ids.count; stand-ins for missing parents follow.
    var names = ids
    var parents = [Int](repeating: -1, count: ids.count)
    var standIns: [String: Int] = [:]
    for (index, parentID) in parentIDs.enumerated() {
      guard let parentID else { continue }
      if let parent = indices[parentID] ?? standIns[parentID] {
        parents[index] = parent
      } else {
        parents[index] = names.count
        standIns[parentID] = names.count
        names.append(parentID)
        parents.append(-1)
        diagnostics.append(
          Diagnostic(.warning, "the comment \(parentID) is missing but was answered; its place is kept")
        )
      }
    }
    cutCycles(in: &parents, names: names)
    return order(names: names, parents: parents)
  }

  /// Makes the first member of every cycle a top-level contribution.
  private mutating func cutCycles(in parents: inout [Int], names: [String]) {
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
      diagnostics.append(
        Diagnostic(.warning, "the comment \(names[first]) answers itself in a circle; it was put at the top level")
      )
    }
  }

  /// Preorder, without recursion: children are chained in reverse so that a stack yields them in order.
  private func order(names: [String], parents: [Int]) -> [Entry] {
    var firstChild = [Int](repeating: -1, count: names.count)
    var nextSibling = [Int](repeating: -1, count: names.count)
    var roots: [Int] = []
    // A stand-in comes where its first reply came, so roots are taken in the order of the first contribution below them.
    var isPlaced = [Bool](repeating: false, count: names.count)
    for index in ids.indices {
      var root = index
      if parents[index] >= ids.count { root = parents[index] }
      if parents[root] < 0, !isPlaced[root] {
        isPlaced[root] = true
        roots.append(root)
      }
    }
    for index in parents.indices.reversed() where parents[index] >= 0 {
      nextSibling[index] = firstChild[parents[index]]
      firstChild[parents[index]] = index
    }
    var entries: [Entry] = []
    entries.reserveCapacity(names.count)
    var stack: [(node: Int, depth: Int)] = []
    for root in roots {
      stack.append((root, 0))
      while let (node, depth) = stack.popLast() {
        entries.append(Entry(contribution: node < ids.count ? node : nil, id: names[node], depth: depth))
        if nextSibling[node] >= 0 { stack.append((nextSibling[node], depth)) }
        if firstChild[node] >= 0 { stack.append((firstChild[node], depth + 1)) }
      }
    }
    return entries
  }
}
