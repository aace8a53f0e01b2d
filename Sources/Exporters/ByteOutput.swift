// Documents as bytes: JSON, and plain text for screen readers.
//
// Owns what a document looks like outside the terminal's grid. Must never know where the bytes go: writers hand them on
// in chunks, so that a document of any size is written in little memory. Writers walk nodes in preorder, in loops.

/// Collects bytes and hands them on in chunks.
struct ByteOutput<Failure: Error> {
  /// Bytes are handed on once there are this many.
  static var chunkSize: Int { 1 << 16 }

  private let sink: (Span<UInt8>) throws(Failure) -> Void
  private var buffer: [UInt8] = []

  /// An output to `sink`.
  init(_ sink: @escaping (Span<UInt8>) throws(Failure) -> Void) {
    self.sink = sink
    buffer.reserveCapacity(Self.chunkSize)
  }

  /// Adds bytes.
  ///
  /// - Throws: what the sink throws.
  mutating func write(_ bytes: some Collection<UInt8>) throws(Failure) {
    if buffer.count + bytes.count > Self.chunkSize { try flush() }
    guard bytes.count > Self.chunkSize else {
      buffer.append(contentsOf: bytes)
      return
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      buffer.append(contentsOf: rest.prefix(Self.chunkSize))
      try flush()
      rest = rest.dropFirst(Self.chunkSize)
    }
  }

  /// Adds bytes that are known when the program is compiled.
  ///
  /// - Throws: what the sink throws.
  mutating func write(_ string: StaticString) throws(Failure) {
    if buffer.count + string.utf8CodeUnitCount > Self.chunkSize { try flush() }
    string.withUTF8Buffer { buffer.append(contentsOf: $0) }
  }

  /// Adds the decimal digits of a number.
  ///
  /// - Throws: what the sink throws.
  mutating func write(_ number: Int) throws(Failure) { try write(String(number).utf8) }

  /// Hands on what is left.
  ///
  /// - Throws: what the sink throws.
  mutating func flush() throws(Failure) {
    guard !buffer.isEmpty else { return }
    try sink(buffer.span)
    buffer.removeAll(keepingCapacity: true)
  }
}
