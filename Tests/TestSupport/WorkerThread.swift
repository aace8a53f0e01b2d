import Glibc

/// A thread of its own for work that blocks.
package final class WorkerThread {
  private var thread = pthread_t()
  private var isThere = false

  /// Begins the work.
  package init(_ work: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
      let work: @Sendable () -> Void
      init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
    let box = Unmanaged.passRetained(Box(work))
    let status = pthread_create(
      &thread,
      nil,
      { argument in
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      },
      box.toOpaque()
    )
    isThere = status == 0
    if !isThere { box.release() }
  }

  /// Waits until it is done.
  package func join() {
    if isThere { pthread_join(thread, nil) }
    isThere = false
  }

  deinit { if isThere { pthread_detach(thread) } }
}
