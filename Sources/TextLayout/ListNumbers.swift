import DocumentModel

/// Numbers the entries of ordered lists, and remembers some of them: to know one, all before it have to be counted. A class, since
/// asking changes nothing that can be seen.
final class ListNumbers {
  /// A later entry takes the place of an earlier one with the same remainder.
  private static let capacity = 1024

  private var known: [(item: NodeIndex, number: Int)] = []

  /// The number of an entry in its list, from 1.
  ///
  /// - Complexity: O(entries up to one that was asked for lately)
  func number(of item: NodeIndex, in document: Document) -> Int {
    if known.isEmpty { known = Array(repeating: (NodeIndex(-1), 0), count: Self.capacity) }
    var number = 1
    var sibling = item
    while let previous = document.previousSibling(of: sibling) {
      let entry = known[previous.offset % Self.capacity]
      if entry.item == previous {
        number += entry.number
        break
      }
      number += 1
      sibling = previous
    }
    known[item.offset % Self.capacity] = (item, number)
    return number
  }
}
