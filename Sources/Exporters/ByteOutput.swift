// Documents as bytes: as they look on the screen, as JSON, as plain text for screen readers.
//
// Owns what a document looks like outside the terminal's grid. Must never know where the bytes go: writers hand them on
// in chunks, so that a document of any size is written in little memory. Writers walk nodes in preorder, in loops.

/// Collects bytes and hands them on in chunks.
struct ByteOutput {
  /// No more bytes than this are handed on at a time.
  static let chunkSize = 1 << 16

  private let sink: (Span<UInt8>) -> Bool
  private var buffer: [UInt8] = []
  /// Whether anybody still wants bytes; once not, what is written is thrown away.
  private(set) var isOpen = true

  private init(_ sink: @escaping (Span<UInt8>) -> Bool) {
    self.sink = sink
    buffer.reserveCapacity(Self.chunkSize)
  }

  /// Has `body` write to an output, whose chunks go to `sink`.
  ///
  /// - Throws: what `sink` throws; it is not called again then.
  static func write<Failure: Error>(
    to sink: (Span<UInt8>) throws(Failure) -> Void,
    _ body: (ByteOutput) -> Void
  ) throws(Failure) {
    var failure: Failure?
    // The failure is kept rather than thrown through the writers: generic over it, they would be several times slower.
    withoutActuallyEscaping(sink) { sink in
      body(
        ByteOutput { chunk in
          do throws(Failure) {
            try sink(chunk)
            return true
          } catch {
            failure = error
            return false
          }
        }
      )
    }
    if let failure { throw failure }
  }

  /// Adds bytes.
  mutating func write(_ bytes: Span<UInt8>) {
    var start = 0
    while start < bytes.count {
      if buffer.count == Self.chunkSize { flush() }
      let end = min(bytes.count, start + Self.chunkSize - buffer.count)
      bytes.extracting(start..<end).withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
      start = end
    }
  }

  /// Adds bytes.
  mutating func write(_ bytes: [UInt8]) { write(bytes.span) }

  /// Adds text.
  mutating func write(_ text: String) { write(text.utf8.span) }

  /// Adds text that is known when the program is compiled.
  mutating func write(_ text: StaticString) { text.withUTF8Buffer { write($0.span) } }

  /// Adds the decimal digits of a number.
  mutating func write(_ number: Int) { write(String(number)) }

  /// Hands on what is left.
  mutating func flush() {
    if isOpen, !buffer.isEmpty { isOpen = sink(buffer.span) }
    buffer.removeAll(keepingCapacity: true)
  }
}
