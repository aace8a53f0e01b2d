import Glibc

/// The records of a tree, in memory of their own.
///
/// Not an array, because the memory is that in which the tree was made.
// Nothing changes after `init`, so that it can be read from anywhere.
@usableFromInline
final class TreeRecords: @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<HTMLTree.Record>
  /// How many there are.
  @usableFromInline let count: Int

  /// Takes over memory from `malloc` that begins with that many records; what is behind them is given back.
  init(adopting memory: UnsafeMutableRawPointer, count: Int) {
    let fitted = realloc(memory, max(count, 1) * MemoryLayout<HTMLTree.Record>.stride) ?? memory
    base = UnsafePointer(fitted.bindMemory(to: HTMLTree.Record.self, capacity: count))
    self.count = count
  }

  deinit { free(UnsafeMutablePointer(mutating: base)) }

  @inlinable subscript(index: Int) -> HTMLTree.Record {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no node of this tree")
    return base[index]
  }
}
