import Glibc

/// A thread for work that takes a while and is nobody's child: it ends with the process.
enum BackgroundThread {
  /// Runs `work` on a thread of its own. Where there is none to be had, runs it at once.
  ///
  /// - Parameter givesWay: whether nobody at the screen waits for it, so that others go first where there are fewer
  ///   processors than threads with work. That goes for the threads that it starts, too.
  static func run(givesWay: Bool = false, _ work: sending @escaping () -> Void) {
    final class Box {
      let work: () -> Void
      let givesWay: Bool
      init(_ work: @escaping () -> Void, givesWay: Bool) {
        self.work = work
        self.givesWay = givesWay
      }
    }
    let box = Unmanaged.passRetained(Box(work, givesWay: givesWay))
    var thread = pthread_t()
    let status = pthread_create(
      &thread,
      nil,
      { argument in
        guard let argument else { return nil }
        let box = Unmanaged<Box>.fromOpaque(argument).takeRetainedValue()
        // On Linux the priority of a process is that of one thread (sched(7)). A third of the usual share is enough.
        if box.givesWay { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5) }
        box.work()
        return nil
      },
      box.toOpaque()
    )
    guard status == 0 else {
      box.takeRetainedValue().work()
      return
    }
    pthread_detach(thread)
  }
}
