import DocumentModel
import Glibc

/// A thread for work that takes a while and is nobody's child: it ends with the process.
enum BackgroundThread {
  /// Runs `work` on a thread of its own. Where there is none to be had, runs it at once.
  ///
  /// - Parameter givesWay: whether nobody at the screen waits for it, so that others go first where there are fewer
  ///   processors than threads with work. That goes for the threads that it starts, too.
  static func run(givesWay: Bool = false, _ work: sending @escaping () -> Void) {
    // Done once, by whichever thread it is.
    nonisolated(unsafe) let work = work
    let thread = Concurrency.start {
      // On Linux the priority of a process is that of one thread (sched(7)). A third of the usual share is enough.
      if givesWay { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5) }
      work()
    }
    if let thread { pthread_detach(thread) } else { work() }
  }
}
