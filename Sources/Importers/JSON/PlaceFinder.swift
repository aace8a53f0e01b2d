/// Finds lines and columns of places that come in order.
struct PlaceFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The place of the byte at `target`, which is not before the one asked for last.
  ///
  /// - Complexity: O(bytes since the last one)
  mutating func place(of target: Int) -> SourcePlace {
    while offset < min(target, bytes.count) {
      if bytes[offset] == 0x0a { (line, lineStart) = (line + 1, offset + 1) }
      offset += 1
    }
    return SourcePlace(line: line, column: max(0, target - lineStart) + 1)
  }
}
