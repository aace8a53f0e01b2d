/// Makes blocks of valid UTF-8 with `\n` as their only line end of bytes that come in pieces.
///
/// Each ill-formed sequence becomes one U+FFFD, as the Encoding standard's UTF-8 decoder has it.
struct UTF8Stream: ~Copyable {
  /// How many bytes are decoded at once: what a processor's cache holds.
  private static let blockSize = 1 << 16

  /// What was decoded last; to be emptied before the next.
  var block = GrowingBuffer<UInt8>(capacity: 1 << 16 + 64)
  /// The bytes of a character that is not complete yet.
  private var partial: [UInt8] = []
  /// Whether the last byte was a carriage return, so that a line feed belongs to it.
  private var isAfterCarriageReturn = false

  /// Decodes the beginning of `bytes` and gives the rest.
  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var index = completePartial(bytes)
    let end = min(bytes.count, index + Self.blockSize)
    while index < end {
      let clean = endOfCleanRun(in: bytes, from: index, to: end)
      if clean > index {
        isAfterCarriageReturn = false
        block.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<clean]))
        index = clean
        continue
      }
      let byte = bytes[index]
      if byte == .lineFeed {
        if !isAfterCarriageReturn { block.append(byte) }
        isAfterCarriageReturn = false
        index += 1
      } else if byte == .carriageReturn {
        block.append(.lineFeed)
        isAfterCarriageReturn = true
        index += 1
      } else {
        isAfterCarriageReturn = false
        let scalar = UTF8Scalar(in: bytes, at: index)
        if scalar.isCutShort {
          partial = Array(bytes[index...])
          return UnsafeBufferPointer(rebasing: bytes[bytes.count...])
        }
        append(scalar, of: bytes, at: index)
        index += scalar.count
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[index...])
  }

  /// There is nothing more: what is not complete is ill-formed.
  mutating func finish() {
    if !partial.isEmpty { block.appendReplacementCharacter() }
    partial = []
  }

  /// Completes the character that began in the bytes before; gives how many of these it took.
  private mutating func completePartial(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard !partial.isEmpty else { return 0 }
    let before = partial.count
    let joined = partial + bytes.prefix(4)
    return joined.withUnsafeBufferPointer { joined in
      let scalar = UTF8Scalar(in: joined, at: 0)
      if scalar.isCutShort {
        partial = Array(joined)
        return bytes.count
      }
      partial = []
      append(scalar, of: joined, at: 0)
      // What is ill-formed is no longer than what made it be kept.
      return max(0, scalar.count - before)
    }
  }

  private mutating func append(_ scalar: UTF8Scalar, of bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    if scalar.isWellFormed {
      block.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<index + scalar.count]))
    } else {
      block.appendReplacementCharacter()
    }
  }

  /// The end of the bytes from `index` on that are ASCII other than carriage returns, or line feeds behind those.
  private func endOfCleanRun(in bytes: UnsafeBufferPointer<UInt8>, from index: Int, to end: Int) -> Int {
    if isAfterCarriageReturn, bytes[index] == .lineFeed { return index }
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = index
    while index + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let returns = word ^ ones &* UInt64(UInt8.carriageReturn)
      if (word | (returns &- ones) & ~returns) & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < end, bytes[index] < 0x80, bytes[index] != .carriageReturn { index += 1 }
    return index
  }
}

/// One scalar in UTF-8, or what cannot be one.
struct UTF8Scalar {
  /// How many bytes it has; of an ill-formed one, those that could have begun a scalar, at least 1.
  var count: Int
  var isWellFormed: Bool
  /// Whether the bytes end before it does.
  var isCutShort: Bool

  /// Looks at the bytes from `index` on (Unicode 17.0, table 3-7).
  init(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xbf
    switch first {
    case 0..<0x80: length = 1
    case 0xc2...0xdf: length = 2
    case 0xe0...0xef:
      length = 3
      if first == 0xe0 { second = 0xa0...0xbf }
      if first == 0xed { second = 0x80...0x9f }
    case 0xf0...0xf4:
      length = 4
      if first == 0xf0 { second = 0x90...0xbf }
      if first == 0xf4 { second = 0x80...0x8f }
    default: length = 0
    }
    count = 1
    while count < length {
      guard index + count < bytes.count else {
        (isWellFormed, isCutShort) = (false, true)
        return
      }
      let range = count == 1 ? second : 0x80...0xbf
      guard range.contains(bytes[index + count]) else {
        (isWellFormed, isCutShort) = (false, false)
        return
      }
      count += 1
    }
    (isWellFormed, isCutShort) = (length > 0, false)
  }
}
