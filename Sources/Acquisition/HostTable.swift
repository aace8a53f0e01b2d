import Synchronization

/// The numbers of hosts that have been asked. Each is looked up once: a name cannot mean another host when it is used
/// than it did when it was checked (DNS rebinding).
final class HostTable: Sendable {
  private let found = Mutex<[String: HostNumbers]>([:])
  private let lookUp: @Sendable (String) -> HostNumbers?

  /// A table that asks `lookUp`, which gives `nil` for a host that is not known.
  init(_ lookUp: @escaping @Sendable (String) -> HostNumbers?) { self.lookUp = lookUp }

  /// The numbers of a host; `nil` when there are none.
  func numbers(of host: String) -> HostNumbers? {
    if let known = found.withLock({ $0[host] }) { return known }
    guard let numbers = lookUp(host) else { return nil }
    return found.withLock { table in
      // Whoever was first has been checked.
      if table[host] == nil { table[host] = numbers }
      return table[host]
    }
  }
}
