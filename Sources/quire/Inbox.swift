import ReaderCore
import Synchronization
import TerminalDriver

/// What happens beside the main thread, on its way to it.
final class Inbox: Sendable {
  /// Something for the main thread.
  enum Delivery: Sendable {
    /// Something that happens to the reader.
    case event(ReaderEvent)
    /// Something else is to be read.
    case opening(Opening)
  }

  private let deliveries = Mutex<(waiting: [Delivery], era: Int)>(([], 0))
  private let waker: Waker

  /// An inbox whose owner is woken by `waker`.
  init(waker: Waker) { self.waker = waker }

  /// Adds an event and wakes the main thread.
  func post(_ event: ReaderEvent) { post(.event(event)) }

  /// Adds a document that takes the place of the one before.
  ///
  /// - Returns: its era: how many were shown before it.
  func post(document event: ReaderEvent) -> Int {
    defer { waker.wake() }
    return deliveries.withLock {
      $0.waiting.append(.event(event))
      $0.era += 1
      return $0.era
    }
  }

  /// Asks for something else to be read.
  func post(_ opening: Opening) { post(.opening(opening)) }

  private func post(_ delivery: Delivery) {
    deliveries.withLock { $0.waiting.append(delivery) }
    waker.wake()
  }

  /// What was posted since the last call, in order.
  func take() -> [Delivery] {
    deliveries.withLock { deliveries in
      defer { deliveries.waiting = [] }
      return deliveries.waiting
    }
  }
}
