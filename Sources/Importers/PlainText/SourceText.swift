import HTMLParsing

/// The bytes that are read: sanitised text, lent for as long as the reading takes.
///
/// A pointer and not a `Span`, since a span cannot be stored yet and many readers share one text. Every access is
/// checked against the bounds.
struct SourceText {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the source ends with these bytes. Where it does not, nothing may be concluded from their end.
  let isComplete: Bool

  /// The text in `bytes`, which have to outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool = true) {
    self.bytes = bytes
    self.isComplete = isComplete
  }

  /// The number of bytes.
  var count: Int { bytes.count }

  /// The byte at `offset`.
  subscript(offset: Int) -> UInt8 {
    precondition(UInt(bitPattern: offset) < UInt(bitPattern: bytes.count), "an offset is within the text")
    return bytes[offset]
  }

  /// The bytes of `range`, with their offsets as indices.
  subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a range is within the text")
    return bytes[range]
  }

  /// Lends the memory.
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(bytes))
  }

  /// The first offset from `start` on where no space stands; `end` when there is none before it.
  func endOfSpaces(from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count, "spaces are within the text")
    return withUnsafeBytes { raw in
      var index = start
      while index + 8 <= end {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        let others = word ^ 0x2020_2020_2020_2020
        if others != 0 { return index + others.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < end, raw[index] == 0x20 { index += 1 }
      return index
    }
  }

  /// Whether the same bytes stand in both ranges.
  func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    return self[first].elementsEqual(self[second])
  }

  /// Whether the bytes of `words` stand somewhere in `range`.
  func contains(_ words: Range<Int>, in range: Range<Int>) -> Bool {
    precondition(words.lowerBound >= 0 && words.upperBound <= count, "words are within the text")
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range is within the text")
    let sought = UnsafeBufferPointer(rebasing: self[words])
    return sought.isEmpty || UnsafeBufferPointer(rebasing: self[range]).end(ofFirst: sought) != nil
  }

  /// The number of scalars in `range`.
  func columns(of range: Range<Int>) -> Int {
    var columns = 0
    for byte in self[range] where byte & 0xc0 != 0x80 { columns += 1 }
    return columns
  }
}
