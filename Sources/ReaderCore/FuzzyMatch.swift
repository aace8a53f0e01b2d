/// How well typed letters fit a text: `fgs` fits `The fog signal`, `signl` does, `sat` does not.
///
/// A word that was typed fits where it stands; or else where its letters stand in this order, each beside the one before,
/// a little after it in the same word, or at the beginning of a later word. The first begins a word.
package enum FuzzyMatch {
  /// Letters of a word that may be passed over at once.
  private static let widestGap = 3

  /// How well a word fits: 0 not at all, 3 best.
  ///
  /// - Parameter text: letters, words apart by a 0, one before the first.
  /// - Complexity: O(length of both)
  package static func score(_ word: [UInt32], in text: [UInt32]) -> Int {
    guard let first = word.first else { return 3 }
    var score = 0
    var start = 0
    while start + word.count <= text.count {
      if text[start] == first, text[start..<start + word.count].elementsEqual(word) {
        let beginsWord = start == 0 || text[start - 1] == 0
        if beginsWord { return 3 }
        score = 2
      }
      start += 1
    }
    return score > 0 ? score : word.count >= 2 && isScattered(word, in: text) ? 1 : 0
  }

  /// Whether the letters of `word` stand in order, as is said above.
  private static func isScattered(_ word: [UInt32], in text: [UInt32]) -> Bool {
    // Where the letters up to the one before can end; whether any of them ends before.
    var ends = [Bool](repeating: false, count: text.count)
    for (number, letter) in word.enumerated() {
      var next = [Bool](repeating: false, count: text.count)
      var hasEarlier = false
      var sinceEnd = widestGap + 1
      var isAny = false
      for place in text.indices {
        let beginsWord = place == 0 || text[place - 1] == 0
        if text[place] == 0 { sinceEnd = widestGap + 1 }
        if text[place] == letter {
          let fits = number == 0 ? beginsWord : sinceEnd <= widestGap || beginsWord && hasEarlier
          if fits {
            next[place] = true
            isAny = true
          }
        }
        sinceEnd += 1
        if ends[place] {
          hasEarlier = true
          sinceEnd = 0
        }
      }
      guard isAny else { return false }
      ends = next
    }
    return true
  }
}
