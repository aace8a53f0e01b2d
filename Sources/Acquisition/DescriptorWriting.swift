import Glibc

extension Span<UInt8> {
  /// Writes all bytes to a descriptor, in as many pieces as it takes.
  ///
  /// - Returns: `nil`, or `errno` where the rest could not be written.
  package func writeAll(to descriptor: Int32) -> Int32? {
    withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if count == 0 || errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }
}
