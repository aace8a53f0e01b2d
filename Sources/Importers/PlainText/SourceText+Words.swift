extension SourceText {
  /// The first word in `range`, as ``word(at:before:)`` gives it; `nil` when there is no letter.
  ///
  /// - Complexity: O(length of what stands before the second word)
  func firstWord(in range: Range<Int>) -> (hash: UInt64, end: Int)? {
    var index = range.lowerBound
    while index < range.upperBound, FoldedLetter(at: index, before: range.upperBound, in: self) == nil {
      // From character to character of UTF-8: what follows in one looks like a letter.
      let byte = self[index]
      index += byte < 0xc2 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    }
    return index < range.upperBound ? word(at: index, before: range.upperBound) : nil
  }

  /// The word that begins at `start`: the hash of its letters, case aside (``FoldedLetter``), and where it ends; `nil`
  /// when no letter stands there. An apostrophe within a word is part of it, and counts as the straight one.
  ///
  /// - Complexity: O(length)
  @inline(__always)
  func word(at start: Int, before end: Int) -> (hash: UInt64, end: Int)? {
    precondition(start >= 0 && end <= count, "a word is looked for within the text")
    return withUnsafeBytes { raw in
      var index = start
      while index < end {
        let byte = raw[index]
        if Self.isLetter(byte) {
          index += 1
        } else if byte >= 0x80 || byte == 0x27 && index > start {
          return foldedWord(at: start, before: end)
        } else {
          break
        }
      }
      return index == start ? nil : (Self.hash(raw, start..<index), index)
    }
  }

  /// An ASCII letter; the underscore is one, as in names of users.
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5f }

  /// The hash of ASCII letters, eight at a time: setting the bit of lower case is all the folding they need.
  private static func hash(_ raw: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    var hash = WordHash()
    var index = range.lowerBound
    while range.upperBound - index > 8 {
      hash.add(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian | 0x2020_2020_2020_2020)
      index += 8
    }
    let length = range.upperBound - index
    var last: UInt64 = 0
    if index + 8 <= raw.count {
      last = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
    } else {
      for (place, byte) in raw[index..<range.upperBound].enumerated() { last |= UInt64(byte) << UInt64(place * 8) }
    }
    hash.add((last | 0x2020_2020_2020_2020) & (.max >> UInt64(64 - length * 8)))
    return hash.value
  }

  /// As ``word(at:before:)``, letter by letter.
  private func foldedWord(at start: Int, before end: Int) -> (hash: UInt64, end: Int)? {
    var hash = WordHash()
    var chunk: UInt64 = 0
    var places: UInt64 = 0
    func add(_ byte: UInt8) {
      if places == 64 {
        hash.add(chunk)
        (chunk, places) = (0, 0)
      }
      chunk |= UInt64(byte < 0x80 ? byte | 0x20 : byte) << places
      places += 8
    }
    var index = start
    while index < end {
      if let letter = FoldedLetter(at: index, before: end, in: self) {
        for place in 0..<letter.foldedCount { add(letter.byte(place)) }
        index += letter.count
      } else {
        let length = lengthOfApostrophe(at: index, before: end)
        guard length > 0, index > start, FoldedLetter(at: index + length, before: end, in: self) != nil else { break }
        add(0x27)
        index += length
      }
    }
    guard index > start else { return nil }
    hash.add(chunk)
    return (hash.value, index)
  }

  private func lengthOfApostrophe(at index: Int, before end: Int) -> Int {
    if self[index] == 0x27 { return 1 }
    return index + 2 < end && self[index] == 0xe2 && self[index + 1] == 0x80 && self[index + 2] == 0x99 ? 3 : 0
  }
}

/// A hash of words, eight bytes at a time; never 0.
private struct WordHash {
  private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

  mutating func add(_ chunk: UInt64) {
    let product = (state ^ chunk).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    state = product.low ^ product.high ^ chunk.byteSwapped
  }

  var value: UInt64 { state == 0 ? 1 : state }
}
