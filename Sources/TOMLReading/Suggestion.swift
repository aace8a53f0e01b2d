/// What somebody may have meant who wrote a word that means nothing.
package enum Suggestion {
  /// The candidate that `word` is nearest to: at most a third of its letters wrong, missing, added or swapped with their
  /// neighbour, and no more than three.
  ///
  /// - Complexity: O(length of `word` × length of all candidates)
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= 64 else { return nil }
    let letters = Array(word.lowercased().unicodeScalars)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(letters, Array(candidate.lowercased().unicodeScalars))
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    guard let best, best.distance <= min(3, max(1, letters.count / 3)) else { return nil }
    return best.word
  }

  /// The optimal string alignment distance (Damerau, Communications of the ACM 7(3), 1964).
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...other.count)]
    for (index, letter) in one.enumerated() {
      var row = [index + 1]
      for (column, otherLetter) in other.enumerated() {
        var least = min(rows[index][column + 1] + 1, row[column] + 1)
        least = min(least, rows[index][column] + (letter == otherLetter ? 0 : 1))
        if index > 0, column > 0, letter == other[column - 1], one[index - 1] == otherLetter {
          least = min(least, rows[index - 1][column - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }
}
