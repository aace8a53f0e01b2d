/// Puts contributions that name their parents, in whatever order they come, into reading order (``ThreadOrder``).
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
  ///
  /// - Parameter expectedCount: how many will be added. Room for them is made.
  package init(expectedCount: Int = 0) {
    ids.reserveCapacity(expectedCount)
    parentIDs.reserveCapacity(expectedCount)
    indices.reserveCapacity(expectedCount)
  }

  /// Adds a contribution; `parent` names the one it answers.
  ///
  /// - Complexity: O(1)
  package mutating func add(id: String, parent: String?) {
    var unique = id
    if let earlier = indices.updateValue(ids.count, forKey: id) {
      indices[id] = earlier
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
      indices[unique] = ids.count
    }
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
    let order = ThreadOrder(parents: parents, standIns: names.count - ids.count)
    for number in order.cut { diagnostics.append(Self.cycle(names[number])) }
    return order.places.map { place in
      let contribution = place.number < ids.count ? place.number : nil
      return Entry(contribution: contribution, id: names[place.number], depth: place.depth)
    }
  }

  /// That a contribution answers itself.
  package static func cycle(_ id: String) -> Diagnostic {
    Diagnostic(.warning, "the comment \(id) answers itself in a circle; it was put at the top level")
  }
}
