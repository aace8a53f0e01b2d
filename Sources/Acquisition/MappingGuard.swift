import Glibc
import Synchronization

/// Keeps a mapped file that becomes shorter from ending the program.
///
/// Reading a page of a mapping that the file no longer has raises SIGBUS (POSIX, `mmap`). The handler puts zeros there
/// instead and the read goes on. A SIGBUS that is none of ours goes to whoever handled it before, or ends the program
/// as ever.
///
/// The handler may interrupt anything, so it only reads a table of fixed size that was allocated before, and makes
/// system calls.
enum MappingGuard {
  /// A place in the table of mappings.
  struct Slot { fileprivate let number: Int }

  /// Protects `count` bytes from `address` on; `nil` when the table is full or the handler cannot be installed.
  static func protect(_ address: UnsafeMutableRawPointer, count: Int) -> Slot? {
    state.withLock { state in
      if !state.isInstalled { state.isInstalled = install() }
      guard state.isInstalled, let number = (0..<mappingCapacity).first(where: { !state.isUsed[$0] }) else {
        return nil
      }
      state.isUsed[number] = true
      table[number].wasCutShort = false
      table[number].start = UInt(bitPattern: address)
      table[number].end = UInt(bitPattern: address) + UInt(count)
      return Slot(number: number)
    }
  }

  /// Ends the protection of a mapping that is no longer there.
  static func release(_ slot: Slot) {
    state.withLock { state in
      table[slot.number].end = 0
      state.isUsed[slot.number] = false
    }
  }

  /// Whether zeros had to be put into the mapping.
  static func wasCutShort(_ slot: Slot) -> Bool { table[slot.number].wasCutShort }

  private struct State {
    var isInstalled = false
    var isUsed = [Bool](repeating: false, count: mappingCapacity)
  }

  private static let state = Mutex(State())

  private static func install() -> Bool {
    // Made here, so that the handler does not make them.
    pageSize = UInt(sysconf(Int32(_SC_PAGESIZE)))
    _ = table
    var action = sigaction()
    action.__sigaction_handler.sa_sigaction = handle
    action.sa_flags = SA_SIGINFO
    return sigaction(SIGBUS, &action, &previous) == 0
  }
}

private struct Mapping {
  var start: UInt = 0
  /// 0 while the place is free.
  var end: UInt = 0
  var wasCutShort = false
}

/// As many mappings can be protected at a time.
private var mappingCapacity: Int { 16 }

// The table outlives every mapping. Entries are written before their mapping is read and after it was; the handler runs
// in a thread that reads it.
nonisolated(unsafe) private let table: UnsafeMutablePointer<Mapping> = {
  let table = UnsafeMutablePointer<Mapping>.allocate(capacity: mappingCapacity)
  table.initialize(repeating: Mapping(), count: mappingCapacity)
  return table
}()
// Written once, before the handler is installed.
nonisolated(unsafe) private var pageSize: UInt = 4096
nonisolated(unsafe) private var previous = sigaction()

private func handle(_ signal: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?) {
  let address = UInt(bitPattern: info?.pointee._sifields._sigfault.si_addr)
  for number in 0..<mappingCapacity where table[number].start <= address && address < table[number].end {
    let page = UnsafeMutableRawPointer(bitPattern: address & ~(pageSize - 1))
    let rest = Int(table[number].end - (address & ~(pageSize - 1)))
    // All that follows is lost too: one call, not one a page.
    let mapped = mmap(page, rest, PROT_READ, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0)
    if mapped != MAP_FAILED {
      table[number].wasCutShort = true
      return
    }
  }
  // The faulting instruction runs again, now under the handler that was there before.
  sigaction(SIGBUS, &previous, nil)
}
