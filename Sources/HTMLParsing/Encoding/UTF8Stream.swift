/// Cuts bytes that come in pieces into blocks of valid UTF-8 with `\n` as their only line end.
///
/// Blocks are runs of the bytes themselves: nothing is copied but what has to be replaced. A carriage return before a
/// line feed is stepped over, one by itself becomes a line feed, and each ill-formed sequence one U+FFFD, as the
/// Encoding standard's UTF-8 decoder has it.
struct UTF8Stream: ~Copyable {
  /// How many bytes are looked at before they are parsed: what a processor's nearest cache holds.
  private static let blockSize = 1 << 14

  /// Where what stands for other bytes is written.
  private var substitute = GrowingBuffer<UInt8>(capacity: 8)
  /// The bytes of a character that is not complete yet.
  private var partial: [UInt8] = []
  /// Whether the bytes before ended in a carriage return, so that a line feed now belongs to it.
  private var isAfterCarriageReturn = false

  /// A block at the beginning of `bytes`, perhaps empty, and the rest. The block is valid until the next call, as long
  /// as `bytes` are.
  mutating func nextBlock(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (block: UnsafeBufferPointer<UInt8>, rest: UnsafeBufferPointer<UInt8>) {
    if !partial.isEmpty { return completePartial(bytes) }
    var start = 0
    if isAfterCarriageReturn {
      isAfterCarriageReturn = false
      if bytes.first == .lineFeed { start = 1 }
    }
    let end = endOfCleanRun(in: bytes, from: start, to: min(bytes.count, start + Self.blockSize))
    if end > start || end == bytes.count { return (slice(bytes, start..<end), slice(bytes, end..<bytes.count)) }
    guard bytes[end] != .carriageReturn else {
      if end + 1 == bytes.count { isAfterCarriageReturn = true }
      if end + 1 < bytes.count, bytes[end + 1] == .lineFeed {
        return (slice(bytes, end..<end), slice(bytes, end + 1..<bytes.count))
      }
      substitute.removeAll()
      substitute.append(.lineFeed)
      return (substitute.elements, slice(bytes, end + 1..<bytes.count))
    }
    let scalar = UTF8Scalar(in: bytes, at: end)
    if scalar.isCutShort {
      partial = Array(bytes[end...])
      return (slice(bytes, end..<end), slice(bytes, bytes.count..<bytes.count))
    }
    return (replacement(), slice(bytes, end + scalar.count..<bytes.count))
  }

  /// What is left when there are no more bytes: the beginning of a character is ill-formed.
  mutating func lastBlock() -> UnsafeBufferPointer<UInt8> {
    guard !partial.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
    partial = []
    return replacement()
  }

  /// Forgets what came before, of which nothing is left.
  mutating func beginAgain() { isAfterCarriageReturn = false }

  private func slice(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  private mutating func replacement() -> UnsafeBufferPointer<UInt8> {
    substitute.removeAll()
    substitute.appendReplacementCharacter()
    return substitute.elements
  }

  /// Completes the character that began in the bytes before.
  private mutating func completePartial(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (block: UnsafeBufferPointer<UInt8>, rest: UnsafeBufferPointer<UInt8>) {
    let before = partial.count
    partial.append(contentsOf: bytes.prefix(4))
    let scalar = partial.withUnsafeBufferPointer { UTF8Scalar(in: $0, at: 0) }
    if scalar.isCutShort { return (slice(bytes, 0..<0), slice(bytes, bytes.count..<bytes.count)) }
    substitute.removeAll()
    if scalar.isWellFormed {
      partial.withUnsafeBufferPointer { substitute.append(contentsOf: slice($0, 0..<scalar.count)) }
    } else {
      substitute.appendReplacementCharacter()
    }
    partial = []
    // An ill-formed sequence is at least as long as what was kept of it.
    return (substitute.elements, slice(bytes, scalar.count - before..<bytes.count))
  }

  /// The end of the bytes from `index` on that are valid and no carriage returns.
  ///
  /// Scalars may go on behind `limit`.
  private func endOfCleanRun(in bytes: UnsafeBufferPointer<UInt8>, from index: Int, to limit: Int) -> Int {
    var index = index
    while index < limit {
      index = bytes.endOfPlainBytes(from: index, to: limit)
      guard index < limit, bytes[index] != .carriageReturn else { break }
      let scalar = UTF8Scalar(in: bytes, at: index)
      guard scalar.isWellFormed else { return index }
      index += scalar.count
    }
    return index
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place from `index` on, before `limit`, where a carriage return or a byte outside ASCII stands, or `limit`.
  @inline(__always) func endOfPlainBytes(from index: Int, to limit: Int) -> Int {
    guard index < limit, let start = baseAddress else { return limit }
    precondition(index >= 0 && limit <= count, "beyond the end of the bytes")
    var index = index
    let raw = UnsafeRawPointer(start)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let returns = ones &* UInt64(UInt8.carriageReturn)
    // Sixteen bytes at once: a byte of `word ^ returns` is 0 where a carriage return stands (Hacker's Delight, 6-1).
    while index + 16 <= limit {
      let first = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
      let (a, b) = (first ^ returns, second ^ returns)
      if (first | second | (a &- ones) & ~a | (b &- ones) & ~b) & 0x8080_8080_8080_8080 != 0 { break }
      index += 16
    }
    while index < limit, start[index] < 0x80, start[index] != .carriageReturn { index += 1 }
    return index
  }
}
