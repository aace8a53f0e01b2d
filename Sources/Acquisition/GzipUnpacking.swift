import CZlib

/// Unpacks what comes as gzip (RFC 1952), portion by portion, and knows whether the end has come: `curl` 7.88 takes what
/// breaks off at the length that its server gave for whole.
final class GzipUnpacking {
  // zlib keeps the address of its state and compares it.
  private let stream: UnsafeMutablePointer<z_stream>
  private var unpacked = [UInt8](repeating: 0, count: 1 << 16)
  private var hasBegun = false
  private var hasEnded = false

  /// Whether what has come ends where its packing does. What is empty is whole, as some servers send it.
  var isWhole: Bool { hasEnded || !hasBegun }

  /// Windows of up to 2¹⁵ bytes; by adding sixteen, wrapped as gzip and nothing else (zlib.h, `inflateInit2`).
  private static let gzipWindow: Int32 = 15 + 16

  /// - Throws: that there is no memory for it.
  init() throws(FetchFault) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, Self.gzipWindow, ZLIB_VERSION, size) == Z_OK else { throw .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks a portion.
  ///
  /// - Parameter receive: is lent what was unpacked, at most 64 KB at a time; gives whether to go on.
  /// - Returns: whether to go on.
  /// - Throws: that the bytes are no gzip, or damaged; what `receive` throws.
  /// - Complexity: O(what comes of it), which may be a thousand times the portion
  func unpack(
    _ portion: UnsafeBufferPointer<UInt8>,
    receive: (UnsafeBufferPointer<UInt8>) throws(FetchFault) -> Bool
  ) throws(FetchFault) -> Bool {
    guard let start = portion.baseAddress else { return true }
    // The library reads through it, and does not write.
    stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
    stream.pointee.avail_in = UInt32(portion.count)
    defer { stream.pointee.next_in = nil }
    while stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0 && !hasEnded {
      if hasEnded {
        // Another member follows, or what padding there is.
        guard stream.pointee.next_in.pointee == 0x1f, inflateReset(stream) == Z_OK else { return true }
        hasEnded = false
      }
      hasBegun = true
      let (count, status) = inflateOnce()
      if status == Z_STREAM_END { hasEnded = true } else if status != Z_OK, status != Z_BUF_ERROR { throw .damaged }
      if count > 0 {
        let goesOn = try unpacked.withUnsafeBufferPointer { (bytes) throws(FetchFault) in
          try receive(UnsafeBufferPointer(rebasing: bytes[..<count]))
        }
        if !goesOn { return false }
      }
      // Nothing came of it, and nothing will without more.
      if status == Z_BUF_ERROR { return true }
    }
    return true
  }

  private func inflateOnce() -> (count: Int, status: Int32) {
    unpacked.withUnsafeMutableBufferPointer { bytes in
      stream.pointee.next_out = bytes.baseAddress
      stream.pointee.avail_out = UInt32(bytes.count)
      let status = inflate(stream, Z_NO_FLUSH)
      return (bytes.count - Int(stream.pointee.avail_out), status)
    }
  }
}
