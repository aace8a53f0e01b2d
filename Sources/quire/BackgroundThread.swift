import Glibc

/// A thread for work that takes a while and is nobody's child: it ends with the process.
enum BackgroundThread {
  /// Runs `work` on a thread of its own. Where there is none to be had, runs it at once.
  static func run(_ work: sending @escaping () -> Void) {
    final class Box {
      let work: () -> Void
      init(_ work: @escaping () -> Void) { self.work = work }
    }
    let box = Unmanaged.passRetained(Box(work))
    var thread = pthread_t()
    let status = pthread_create(
      &thread,
      nil,
      { argument in
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work() }
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
  /// Lets others go first where there are fewer processors than threads with work: what this one does from here on, and
  /// those that it starts, is awaited by nobody at the screen.
  static func giveWay() {
    // On Linux the priority of a process is that of one thread (sched(7)). A third of the usual share is enough.
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
  }
}
