/// The numbers of a document's comments by their ids.
package struct CommentNumbers: Sendable {
  private let table: CommentTable
  /// Numbers in an open table; ``free`` where there is none.
  private var slots: [UInt32]

  private static let free = UInt32.max

  /// The numbers of these comments, four to eight bytes each.
  ///
  /// - Complexity: O(n), without a string for any of them
  package init(_ comments: CommentList) {
    table = comments.table
    var capacity = 64
    while capacity < table.count * 2 { capacity *= 2 }
    slots = Array(repeating: Self.free, count: capacity)
    for number in 0..<table.count {
      var slot = Self.slot(of: table.identifierHash(of: number), in: slots.count)
      // No id stands twice.
      while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }

  /// The number of the comment with an id.
  ///
  /// - Complexity: O(length of the id)
  package subscript(id: String) -> Int? {
    var slot = Self.slot(of: CommentTable.identifierHash(of: id), in: slots.count)
    while slots[slot] != Self.free {
      if table.id(of: Int(slots[slot])) == id { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func slot(of hash: UInt64, in count: Int) -> Int { Int(truncatingIfNeeded: hash) & (count - 1) }
}
