import Glibc

/// The bytes of a source, in memory or mapped from the file.
///
/// A file of ``mappingThreshold`` bytes or more is mapped, not copied: opening one of 400 MB takes no time and no
/// memory of its own. The mapping shows what another program writes into the file meanwhile. Should the file become
/// shorter, its lost end reads as zeros (``MappingGuard``) and ``wasCutShort`` tells; editors, which write a new file
/// and rename it, do no harm at all. Smaller files are read into memory and cannot change.
///
/// The mapping ends with the object.
// The bytes are only read, by anybody, until the object goes: no two threads can see it half changed.
package final class SourceBytes: @unchecked Sendable {
  /// Files of as many bytes are mapped.
  package static let mappingThreshold = 1 << 20

  private let bytes: UnsafeBufferPointer<UInt8>
  private let ending: Ending

  /// How the memory is given back.
  private enum Ending {
    case free
    /// The descriptor is our own, to ask for the file's size with.
    case unmap(MappingGuard.Slot, descriptor: Int32)
  }

  /// No bytes.
  init() {
    bytes = UnsafeBufferPointer(start: nil, count: 0)
    ending = .free
  }

  /// Takes over memory from `malloc`, of which `count` bytes are initialised.
  init(taking memory: UnsafeMutableRawPointer, count: Int) {
    bytes = UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: count)
    ending = .free
  }

  /// The first `count` bytes, at least one, of the file open as `descriptor`; `nil` when the system will not map them.
  init?(mapping descriptor: Int32, count: Int) {
    guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      return nil
    }
    guard let slot = MappingGuard.protect(address, count: count) else {
      munmap(address, count)
      return nil
    }
    // Read once, from front to back.
    madvise(address, count, MADV_SEQUENTIAL)
    bytes = UnsafeBufferPointer(start: address.assumingMemoryBound(to: UInt8.self), count: count)
    ending = .unmap(slot, descriptor: fcntl(descriptor, F_DUPFD_CLOEXEC, 0))
  }

  deinit {
    switch ending {
    case .free: Glibc.free(UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    case .unmap(let slot, let descriptor):
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
      MappingGuard.release(slot)
      close(descriptor)
    }
  }

  /// The number of bytes.
  package var count: Int { bytes.count }

  /// Whether a mapped file became shorter while its bytes were read, and zeros stand in for the rest.
  package var wasCutShort: Bool {
    guard case .unmap(let slot, let descriptor) = ending else { return false }
    var status = stat()
    // A file that ends inside a page gives zeros up to the page's end without a signal.
    return MappingGuard.wasCutShort(slot) || fstat(descriptor, &status) == 0 && status.st_size < bytes.count
  }

  /// Lends the bytes.
  ///
  /// - Throws: what `body` throws.
  package func withSpan<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes.span)
  }
}
