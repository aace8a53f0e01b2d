import Glibc

/// Work that is done at the same time.
package enum Concurrency {
  /// How many pieces of work can go on at the same time here: the processors there are, at most eight.
  package static var width: Int { max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Performs `work` for every number below `count`, each on a thread of its own but the first, and waits for all.
  ///
  /// Where the system gives no thread, the caller does its work.
  package static func perform(_ count: Int, _ work: (Int) -> Void) {
    withoutActuallyEscaping(work) { work in
      var threads: [pthread_t] = []
      for number in 1..<max(1, count) {
        let task = Unmanaged.passRetained(Task(number: number, work: work))
        var thread = pthread_t()
        let status = pthread_create(
          &thread,
          nil,
          { argument in
            if let argument { Unmanaged<Task>.fromOpaque(argument).takeRetainedValue().perform() }
            return nil
          },
          task.toOpaque()
        )
        if status == 0 { threads.append(thread) } else { task.takeRetainedValue().perform() }
      }
      work(0)
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  /// Performs `work` for the first `count` of `states`, each on a thread of its own but the first, and waits for all.
  package static func perform<State>(
    on states: inout [State],
    _ count: Int,
    _ work: (_ number: Int, _ state: inout State) -> Void
  ) {
    states.withUnsafeMutableBufferPointer { states in
      // Every piece of work has a place of its own.
      nonisolated(unsafe) let states = states
      perform(min(count, states.count)) { work($0, &states[$0]) }
    }
  }

  private final class Task {
    let number: Int
    let work: (Int) -> Void

    init(number: Int, work: @escaping (Int) -> Void) {
      self.number = number
      self.work = work
    }

    func perform() { work(number) }
  }
}
