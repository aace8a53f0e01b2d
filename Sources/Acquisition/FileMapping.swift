import Glibc

/// A file's bytes, mapped and not copied: opening one of 400 MB takes no time and no memory of its own.
///
/// The mapping shows what another program writes into the file meanwhile. Should the file become shorter, its lost end
/// reads as zeros (``MappingGuard``) and ``wasCutShort`` tells; editors, which write a new file and rename it, do no
/// harm at all.
///
/// The mapping ends with the object.
final class FileMapping {
  /// The bytes.
  let bytes: UnsafeBufferPointer<UInt8>
  private let slot: MappingGuard.Slot
  /// Our own, to ask for the file's size with.
  private let descriptor: Int32

  /// The first `count` bytes, at least one, of the file open as `descriptor`; `nil` when the system will not map them.
  init?(_ descriptor: Int32, count: Int) {
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
    self.slot = slot
    self.descriptor = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    MappingGuard.release(slot)
    close(descriptor)
  }

  /// Whether the file became shorter while its bytes were read, and zeros stand in for the rest.
  var wasCutShort: Bool {
    var status = stat()
    // A file that ends inside a page gives zeros up to the page's end without a signal.
    return MappingGuard.wasCutShort(slot) || fstat(descriptor, &status) == 0 && status.st_size < bytes.count
  }
}
