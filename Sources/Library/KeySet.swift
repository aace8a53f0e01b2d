/// A set of stable keys of comments, eight bytes each, in ascending order.
package struct KeySet: Hashable, Sendable {
  /// The keys, ascending, each once.
  package private(set) var keys: [UInt64] = []

  /// No keys.
  package init() {}

  /// The keys of a list in any order.
  ///
  /// - Complexity: O(n log n), O(n) where they are in order
  package init(_ keys: some Sequence<UInt64>) {
    self.keys = Array(keys)
    if !Self.isAscending(self.keys) {
      self.keys.sort()
      var last: UInt64?
      self.keys.removeAll { key in
        defer { last = key }
        return key == last
      }
    }
  }

  private static func isAscending(_ keys: [UInt64]) -> Bool {
    for index in keys.indices.dropFirst() where keys[index] <= keys[index - 1] { return false }
    return true
  }

  /// Whether it has a key.
  ///
  /// - Complexity: O(log n)
  package func contains(_ key: UInt64) -> Bool {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  /// The keys of both.
  ///
  /// - Complexity: O(n)
  package func union(_ other: KeySet) -> KeySet { merged(with: other, keepsOthers: true, keepsShared: true) }

  /// The keys that `other` does not have.
  ///
  /// - Complexity: O(n)
  package func subtracting(_ other: KeySet) -> KeySet { merged(with: other, keepsOthers: false, keepsShared: false) }

  private func merged(with other: KeySet, keepsOthers: Bool, keepsShared: Bool) -> KeySet {
    if other.keys.isEmpty { return self }
    if keys.isEmpty { return keepsOthers ? other : self }
    var result = KeySet()
    result.keys.reserveCapacity(keys.count + (keepsOthers ? other.keys.count : 0))
    var (mine, theirs) = (0, 0)
    while mine < keys.count || theirs < other.keys.count {
      if theirs == other.keys.count || mine < keys.count && keys[mine] < other.keys[theirs] {
        result.keys.append(keys[mine])
        mine += 1
      } else if mine == keys.count || other.keys[theirs] < keys[mine] {
        if keepsOthers { result.keys.append(other.keys[theirs]) }
        theirs += 1
      } else {
        if keepsShared { result.keys.append(keys[mine]) }
        mine += 1
        theirs += 1
      }
    }
    return result
  }

  /// The keys as bytes, little-endian.
  ///
  /// - Complexity: O(n)
  package var bytes: [UInt8] {
    #if _endian(little)
      keys.withUnsafeBytes { Array($0) }
    #else
      keys.map(\.littleEndian).withUnsafeBytes { Array($0) }
    #endif
  }

  /// The keys that ``bytes`` were made of; of anything else, some keys.
  ///
  /// - Complexity: O(n)
  package init(bytes: [UInt8]) {
    let count = bytes.count / MemoryLayout<UInt64>.size
    self.init(
      [UInt64](unsafeUninitializedCapacity: count) { buffer, initialized in
        bytes.withUnsafeBytes { source in
          UnsafeMutableRawBufferPointer(buffer).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: source.prefix(count * MemoryLayout<UInt64>.size))
          )
        }
        #if !_endian(little)
          for index in 0..<count { buffer[index] = UInt64(littleEndian: buffer[index]) }
        #endif
        initialized = count
      }
    )
  }
}
