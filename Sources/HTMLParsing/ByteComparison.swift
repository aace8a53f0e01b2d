import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Whether the same bytes stand in both.
  ///
  /// - Complexity: O(count)
  @inlinable package func holdsSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count, let first = baseAddress, let second = other.baseAddress else {
      return count == other.count
    }
    return memcmp(first, second, count) == 0
  }

  /// Behind the first place where `part` stands; `nil` where it does not, or is empty.
  ///
  /// - Complexity: O(count × part), O(count) where its first byte is rare
  package func end(ofFirst part: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = baseAddress, let sought = part.baseAddress, let first = part.first else { return nil }
    var start = 0
    while start + part.count <= count,
      let found = memchr(base + start, Int32(first), count - part.count - start + 1)
    {
      start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if memcmp(found, sought, part.count) == 0 { return start - 1 + part.count }
    }
    return nil
  }
}
