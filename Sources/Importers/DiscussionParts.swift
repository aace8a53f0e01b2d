import DocumentModel

/// Divides a discussion among several that read or write it at the same time.
enum DiscussionParts {
  /// Fewer contributions are not worth a thread of their own.
  private static let fewestEntries = 500

  /// How many parts of a discussion each processor gets.
  static let share = 6

  /// Parts of a discussion for work at the same time, at least one; each but the first begins at the top level.
  ///
  /// - Complexity: O(longest thread) for each part
  static func divide<Entry>(_ entries: ArraySlice<Entry>, isTopLevel: (Entry) -> Bool) -> [ArraySlice<Entry>] {
    divide(entries.indices, atLeast: fewestEntries, share: share) { entries[$0...].firstIndex(where: isTopLevel) }
      .map { entries[$0] }
  }

  /// Parts of a range for work at the same time, at least one, and of about the same length.
  ///
  /// - Parameters:
  ///   - length: shorter parts are not worth the division.
  ///   - share: how many parts each processor gets, see ``Concurrency/pieceCount(share:)``.
  ///   - start: gives where a part can begin, at a place or behind it; `nil` where none can.
  static func divide(
    _ range: Range<Int>,
    atLeast length: Int,
    share: Int,
    start: (Int) -> Int?
  ) -> [Range<Int>] {
    let count = max(1, min(Concurrency.pieceCount(share: share), range.count / length))
    var starts = [range.lowerBound]
    for part in 1..<count {
      let middle = range.lowerBound + range.count * part / count
      if middle <= starts[starts.count - 1] { continue }
      guard let start = start(middle), start < range.upperBound else { break }
      starts.append(start)
    }
    return zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
  }
}
