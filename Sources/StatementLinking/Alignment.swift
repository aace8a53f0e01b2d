/// Where a text comes closest to a pattern: the stretch that takes the fewest letters put in, left out or changed.
///
/// G. Myers, A fast bit-vector algorithm for approximate string matching based on dynamic programming, 1999,
/// <https://doi.org/10.1145/316542.316550>; in blocks as H. Hyyrö describes it, 2003.
struct Alignment {
  /// The letters of the text that the pattern comes closest to.
  var letters: Range<Int>
  /// How many letters of it or of the pattern have to be changed.
  var distance: Int

  /// The place in `text` that comes closest to `pattern`, the first of several; `nil` where none is as close as
  /// `mostDistance`, and for an empty pattern.
  ///
  /// - Complexity: ``steps(for:in:)``
  init?(of pattern: [UInt32], in text: ArraySlice<UInt32>, mostDistance: Int = .max) {
    guard !pattern.isEmpty, let end = Self.closestEnd(of: pattern, in: text), end.distance <= mostDistance else {
      return nil
    }
    // Read backwards, the pattern ends where it begins: no further away than it is long, with all that was put in.
    let last = text.startIndex + end.count
    let reversed = text[max(text.startIndex, last - pattern.count - end.distance)..<last].reversed()
    guard let start = Self.closestEnd(of: pattern.reversed(), in: reversed[...]) else { return nil }
    letters = last - start.count..<last
    distance = end.distance
  }

  /// In proportion to how long aligning a pattern with a text of so many letters takes.
  static func steps(for pattern: Int, in text: Int) -> Int { text * (pattern / 64 + 1) }

  /// After how many letters of `text` the pattern has been met with the fewest changes.
  private static func closestEnd(of pattern: [UInt32], in text: some Collection<UInt32>) -> (count: Int, distance: Int)?
  {
    let blocks = (pattern.count + 63) / 64
    // Where each letter stands in the pattern: a bit for each place, block after block. Letters that it lacks come first.
    var numbers = LetterNumbers()
    var places = [UInt64](repeating: 0, count: blocks)
    for (place, letter) in pattern.enumerated() {
      let number = numbers.number(of: letter)
      if number * blocks == places.count { places += repeatElement(0, count: blocks) }
      places[number * blocks + place / 64] |= 1 << UInt64(place % 64)
    }
    var ascending = [UInt64](repeating: .max, count: blocks)
    var descending = [UInt64](repeating: 0, count: blocks)
    let lastBit: UInt64 = 1 << UInt64((pattern.count - 1) % 64)
    var distance = pattern.count
    var best = (count: 0, distance: distance)
    var count = 0
    for letter in text {
      count += 1
      let number = numbers[letter]
      var carry = 0
      for block in 0..<blocks {
        let up = ascending[block]
        let down = descending[block]
        let isLess: UInt64 = carry < 0 ? 1 : 0
        let equal = places[number * blocks + block]
        let vertical = equal | down
        let same = equal | isLess
        let horizontal = (((same & up) &+ up) ^ up) | same
        var more = down | ~(horizontal | up)
        var less = up & horizontal
        let top = block == blocks - 1 ? lastBit : 1 << 63
        let next = more & top != 0 ? 1 : less & top != 0 ? -1 : 0
        more = more << 1 | (carry > 0 ? 1 : 0)
        less = less << 1 | isLess
        ascending[block] = less | ~(vertical | more)
        descending[block] = more & vertical
        carry = next
      }
      distance += carry
      if distance < best.distance { best = (count, distance) }
    }
    return best.count == 0 ? nil : best
  }
}

/// Small numbers for the letters of a pattern, from 1; 0 for all others.
private struct LetterNumbers {
  private var latin = [UInt16](repeating: 0, count: 256)
  private var others: [UInt32: UInt16] = [:]
  private var count: UInt16 = 0

  /// The number of a letter that the pattern has.
  mutating func number(of letter: UInt32) -> Int {
    let known = self[letter]
    guard known == 0, count < .max else { return known }
    count += 1
    if letter < 256 { latin[Int(letter)] = count } else { others[letter] = count }
    return Int(count)
  }

  /// The number of a letter; 0 for one that the pattern lacks.
  @inline(__always)
  subscript(letter: UInt32) -> Int {
    letter < 256 ? Int(latin[Int(letter)]) : Int(others[letter] ?? 0)
  }
}
