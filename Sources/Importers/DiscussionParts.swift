import DocumentModel

/// Divides a discussion among several that write it at the same time.
enum DiscussionParts {
  /// Fewer contributions are not worth a thread of their own.
  private static let fewestEntries = 500

  /// As many parts as there can be work at the same time, at least one; each but the first begins at the top level.
  ///
  /// - Complexity: O(longest thread) for each part
  static func divide<Entry>(
    _ entries: ArraySlice<Entry>,
    isTopLevel: (Entry) -> Bool
  ) -> [ArraySlice<Entry>] {
    let count = max(1, min(Concurrency.width, entries.count / fewestEntries))
    var starts = [entries.startIndex]
    for part in 1..<count {
      let start = entries[(entries.startIndex + entries.count * part / count)...].firstIndex(where: isTopLevel)
      if let start, start > starts[starts.count - 1] { starts.append(start) }
    }
    return zip(starts, starts.dropFirst() + [entries.endIndex]).map { entries[$0..<$1] }
  }
}
