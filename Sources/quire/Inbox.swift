import ReaderCore
import Synchronization
import TerminalDriver

/// What happens beside the main thread, on its way to it.
final class Inbox: Sendable {
  private let events = Mutex<[ReaderEvent]>([])
  private let waker: Waker

  /// An inbox whose owner is woken by `waker`.
  init(waker: Waker) { self.waker = waker }

  /// Adds an event and wakes the main thread.
  func post(_ event: ReaderEvent) {
    events.withLock { $0.append(event) }
    waker.wake()
  }

  /// The events posted since the last call, in order.
  func take() -> [ReaderEvent] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
