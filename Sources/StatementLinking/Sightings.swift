import DocumentModel

/// The comments in which a phrase was met so far, reading in order, each with the first place it stands at.
///
/// Only as much is kept as resolving needs: the comments that are ancestors of what is being read, and the first of
/// all.
struct Sightings {
  /// A place in a comment where a phrase stands.
  struct Sighting {
    /// The comment's number.
    var comment: Int
    /// The comment's node.
    var node: NodeIndex
    /// The words.
    var bytes: Range<Int>
  }

  /// What has been found.
  enum Finding {
    /// The words stand nowhere.
    case nowhere
    /// They stand in one place.
    case place(Range<Int>)
    /// They stand in several places, of which none has a better claim.
    case ambiguous
  }

  /// The first comment of all.
  private(set) var first: Sighting?
  /// How many comments.
  private(set) var count = 0
  /// Ancestors of what is being read, outermost first; may end with comments that have been left.
  private var open: [Sighting] = []
  private var last = -1
  /// Whether all others stand in the thread below the first; and whether all before the last did.
  private(set) var areAllBelowFirst = true
  private var wereAllBelowFirst = true

  /// Notes a place where the phrase stands; a second one in the same comment counts for nothing.
  ///
  /// - Complexity: O(1), amortised
  mutating func note(_ sighting: Sighting, in document: Document) {
    guard sighting.comment != last else { return }
    last = sighting.comment
    count += 1
    wereAllBelowFirst = areAllBelowFirst
    if let first {
      areAllBelowFirst = areAllBelowFirst && document.isNode(sighting.node, within: first.node)
    } else {
      first = sighting
    }
    leave(before: sighting.node, in: document)
    open.append(sighting)
  }

  /// The place in the nearest ancestor of the comment at `node`, whose number is `comment`.
  ///
  /// - Complexity: O(1), amortised
  mutating func nearestAncestor(of comment: Int, at node: NodeIndex, in document: Document) -> Finding {
    leave(before: node, in: document)
    for sighting in open.suffix(2).reversed() where sighting.comment != comment { return .place(sighting.bytes) }
    return .nowhere
  }

  /// The place in an earlier comment, to be asked when there is none in an ancestor.
  ///
  /// Where one comment has the words and all others stand in the thread below it, it is the one.
  func earlier(than comment: Int) -> Finding {
    // The comment itself is the last, when it has the words.
    let (count, areAllBelow) = last == comment ? (count - 1, wereAllBelowFirst) : (count, areAllBelowFirst)
    guard let first, count > 0 else { return .nowhere }
    return count == 1 || areAllBelow ? .place(first.bytes) : .ambiguous
  }

  /// The place in the only comment of all, when that is not `comment`.
  func only(except comment: Int) -> Finding {
    guard let first, first.comment != comment || count > 1 else { return .nowhere }
    return count == 1 ? .place(first.bytes) : .ambiguous
  }

  private mutating func leave(before node: NodeIndex, in document: Document) {
    while let sighting = open.last, document.subtreeEnd(of: sighting.node) <= node { open.removeLast() }
  }
}
