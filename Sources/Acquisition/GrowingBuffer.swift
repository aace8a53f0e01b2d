import Glibc

/// Bytes in memory, to which more are added as they come.
///
/// From `malloc`, as that can make large memory larger without copying it.
struct GrowingBuffer: ~Copyable {
  private var start: UnsafeMutableRawPointer?
  private var capacity = 0
  /// The number of bytes.
  private(set) var count = 0

  /// An empty buffer.
  init() {}

  deinit { free(start) }

  /// The bytes.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// Makes room for `more` bytes after those that are there; gives whether there is.
  mutating func reserve(_ more: Int) -> Bool {
    guard capacity - count < more else { return true }
    let wanted = max(count + more, capacity * 2)
    guard let larger = realloc(start, wanted) else { return false }
    start = larger
    capacity = wanted
    return true
  }

  /// Reads once from `descriptor`, as much as there is room for and at most `limit` bytes; gives what the system's `read`
  /// does.
  mutating func read(_ descriptor: Int32, limit: Int = .max) -> Int {
    guard let start else { return 0 }
    let length = Glibc.read(descriptor, start + count, min(limit, capacity - count))
    count += max(0, length)
    return length
  }
}
