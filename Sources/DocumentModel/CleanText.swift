/// What the text of a document may hold: UTF-8 with `\n` as its only control character, and without the bidi controls
/// that open or close something.
package enum CleanText {
  /// The end of the bytes from `index` on that are clean.
  ///
  /// - Complexity: O(length), 32 bytes at a time where they are ASCII.
  package static func end(in buffer: UnsafeBufferPointer<UInt8>, from index: Int = 0) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    let count = buffer.count
    var index = index
    while index < count {
      index = endOfPlainBlocks(raw, from: index)
      // Then a block scalar by scalar: where one is not plain, others are near.
      let block = min(index + 32, count)
      while index < block {
        let length = lengthOfClean(in: buffer, at: index)
        if length == 0 { return index }
        index += length
      }
    }
    return count
  }

  /// The number of bytes of the scalar at `index`; 0 when it is ill-formed or not clean.
  private static func lengthOfClean(in buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = buffer[index]
    if byte < 0x80 { return byte >= 0x20 && byte != 0x7f || byte == 0x0a ? 1 : 0 }
    let length = lengthOfScalar(in: buffer, at: index)
    if length == 2, byte == 0xc2, buffer[index + 1] < 0xa0 { return 0 }
    if length == 3, isUnclean(byte, buffer[index + 1], buffer[index + 2]) { return 0 }
    return length
  }

  /// The end of the blocks of 32, then 8 bytes from `index` on that are ASCII, with no control character but line feeds.
  private static func endOfPlainBlocks(_ raw: UnsafeRawBufferPointer, from index: Int) -> Int {
    func marks(_ index: Int) -> UInt64 { Self.marks(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) }
    var index = index
    while index + 32 <= raw.count {
      let all = marks(index) | marks(index + 8) | marks(index + 16) | marks(index + 24)
      guard all & 0x8080_8080_8080_8080 == 0 else { break }
      index += 32
    }
    while index + 8 <= raw.count, marks(index) & 0x8080_8080_8080_8080 == 0 { index += 8 }
    return index
  }

  /// Has the highest bit of some byte set unless all eight are plain. As long as all are ASCII, no sum carries into the
  /// next byte.
  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    let isPrintable = word &+ 0x6060_6060_6060_6060
    let isOther = (word ^ 0x0a0a_0a0a_0a0a_0a0a) &+ 0x7f7f_7f7f_7f7f_7f7f
    let isDelete = word &+ 0x0101_0101_0101_0101
    return word | isDelete | ~isPrintable & isOther
  }

  /// LS, PS, and the bidi controls that open or close something.
  package static func isUnclean(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    first == 0xe2
      && (second == 0x80 ? (0xa8...0xae).contains(third) : second == 0x81 && (0xa6...0xa9).contains(third))
  }

  /// The number of bytes of the well-formed scalar at `index` (Unicode 17.0, table 3-7); 0 when it is ill-formed.
  private static func lengthOfScalar(in buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = buffer[index]
    func isContinued(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xbf) -> Bool {
      index + distance < buffer.count && range.contains(buffer[index + distance])
    }
    switch first {
    case 0xc2...0xdf: return isContinued(1) ? 2 : 0
    case 0xe0...0xef:
      let second: ClosedRange<UInt8> = first == 0xe0 ? 0xa0...0xbf : first == 0xed ? 0x80...0x9f : 0x80...0xbf
      return isContinued(1, second) && isContinued(2) ? 3 : 0
    case 0xf0...0xf4:
      let second: ClosedRange<UInt8> = first == 0xf0 ? 0x90...0xbf : first == 0xf4 ? 0x80...0x8f : 0x80...0xbf
      return isContinued(1, second) && isContinued(2) && isContinued(3) ? 4 : 0
    default: return 0
    }
  }
}
