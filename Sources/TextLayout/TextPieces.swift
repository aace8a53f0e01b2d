import DocumentModel
import TerminalModel

/// The pieces that a long text is laid out in, so that a line in its middle is found without all that comes before.
///
/// Where a line begins depends on every line above it. So a line ends at the end of a piece as if the paragraph did: once in
/// 16 KB, at a newline or a space where there is one. Where pieces end depends on the text alone, and a look at the bytes
/// around the place is enough.
struct TextPieces {
  /// The most bytes of a piece.
  static let length = 16 * 1024
  /// How far back from there a newline or a space is looked for, or a cluster to begin the next piece with.
  private static let reach = 1024

  /// The bytes of the text.
  let text: Range<Int>

  /// Number of pieces, at least 1.
  var count: Int { max(1, (text.count + Self.length - 1) / Self.length) }

  /// The bytes of the piece at `index`.
  ///
  /// - Complexity: O(1)
  func piece(_ index: Int, in bytes: Span<UInt8>) -> Range<Int> {
    start(ofPiece: index, in: bytes)..<start(ofPiece: index + 1, in: bytes)
  }

  /// The index of the piece that the byte at `offset` of the whole buffer stands in.
  ///
  /// - Complexity: O(1)
  func index(containing offset: Int, in bytes: Span<UInt8>) -> Int {
    let index = max(0, min(count - 1, (offset - text.lowerBound) / Self.length))
    return index + 1 < count && offset >= start(ofPiece: index + 1, in: bytes) ? index + 1 : index
  }

  private func start(ofPiece index: Int, in bytes: Span<UInt8>) -> Int {
    if index == 0 { return text.lowerBound }
    if index >= count { return text.upperBound }
    let limit = text.lowerBound + index * Self.length
    if let newline = Self.last("\n", in: bytes, from: limit - Self.reach, to: limit) { return newline + 1 }
    if let space = Self.last(" ", in: bytes, from: limit - Self.reach, to: limit) { return space + 1 }
    return Self.startOfCluster(in: bytes, from: limit - Self.reach, to: limit)
  }

  private static func last(_ byte: Unicode.Scalar, in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var offset = end
    while offset > start {
      offset -= 1
      if bytes[offset] == UInt8(ascii: byte) { return offset }
    }
    return nil
  }

  /// The last place up to `end` where a cluster begins; where none does, the last where a scalar does.
  private static func startOfCluster(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var scanner = ClusterScanner()
    var offset = start
    while bytes[offset] & 0xC0 == 0x80, offset < start + 3 { offset += 1 }
    var (cluster, scalar) = (start, offset)
    let first = offset
    while offset <= end {
      let next = UTF8Decoding.scalar(in: bytes, at: offset, end: min(bytes.count, offset + 4))
      if scanner.advance(ClusterProperty(next.scalar)).startsCluster, offset > first { cluster = offset }
      scalar = offset
      offset += next.length
    }
    return cluster > start ? cluster : scalar
  }
}
