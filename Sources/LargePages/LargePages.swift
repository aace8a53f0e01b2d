import Glibc

/// Memory in large pages.
///
/// Memory is given page by page as it is filled, at a price for each: with pages of 2 MiB instead of 4 KiB, reading a
/// large file takes a tenth to a sixth less time (Linux, Transparent Hugepage Support; `madvise(2)`).
package enum LargePages {
  /// Smaller memory is left as it is, in bytes: it holds hardly one large page. What is larger may still be a part of what
  /// the C library keeps for small pieces, which is of large pages from then on, too (`mallopt(3)`, `M_MMAP_THRESHOLD`).
  private static let smallest = 1 << 22
  private static let smallPage = 1 << 12

  /// Has memory made of large pages that has not been filled yet. Where there are none to be had, all is as before.
  package static func use(for memory: UnsafeMutableRawBufferPointer) {
    guard memory.count >= smallest, let base = memory.baseAddress else { return }
    // All of its pages, with what the C library keeps before it: where a part of what the system gave for it alone is of
    // another kind, it is not moved as one, and is copied when it grows.
    let start = base.alignedDown(toMultipleOf: smallPage)
    madvise(start, (base + memory.count).alignedUp(toMultipleOf: smallPage) - start, MADV_HUGEPAGE)
  }
}

extension Array {
  /// Makes room for `count` elements in all, of large pages where it is much. Memory is taken only as it is filled.
  ///
  /// - Complexity: O(elements that are there)
  package mutating func reserveLargeCapacity(_ count: Int) {
    reserveCapacity(count)
    let length = capacity * MemoryLayout<Element>.stride
    withUnsafeMutableBytes { LargePages.use(for: UnsafeMutableRawBufferPointer(start: $0.baseAddress, count: length)) }
  }
}
