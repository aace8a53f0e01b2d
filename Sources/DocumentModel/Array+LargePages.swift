import Glibc

extension Array {
  /// Lets the system back what is reserved by large pages, where there is enough of it: filling tens of megabytes page by
  /// page costs as much as reading them.
  mutating func useLargePages() {
    let page = 1 << 21
    let capacityInBytes = capacity * MemoryLayout<Element>.stride
    withUnsafeMutableBufferPointer { elements in
      guard let base = elements.baseAddress else { return }
      let start = (UInt(bitPattern: base) + UInt(page - 1)) & ~UInt(page - 1)
      let end = (UInt(bitPattern: base) + UInt(capacityInBytes)) & ~UInt(page - 1)
      guard end > start, let address = UnsafeMutableRawPointer(bitPattern: start) else { return }
      // Where it cannot be done, nothing changes but the time it takes.
      _ = madvise(address, Int(end - start), MADV_HUGEPAGE)
    }
  }
}
