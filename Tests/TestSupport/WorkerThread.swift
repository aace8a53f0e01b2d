import DocumentModel
import Glibc

/// A thread of its own for work that blocks.
package final class WorkerThread {
  private var thread: pthread_t?

  /// Begins the work.
  package init(_ work: @escaping @Sendable () -> Void) { thread = Concurrency.start(work) }

  /// Waits until it is done.
  package func join() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }

  deinit { if let thread { pthread_detach(thread) } }
}
