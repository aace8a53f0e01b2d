import ProcessSpawning
import Synchronization

/// How far fetching is, and the wish to end it: shared between the thread that fetches and those that wait.
package final class FetchControl: Sendable {
  private struct State {
    var child: ChildProcess?
    var isCancelled = false
    var host = ""
    var bytes = 0
  }

  private let state = Mutex(State())

  /// Nothing fetched yet.
  package init() {}

  /// What is being asked, and how many bytes of its answer have come.
  package var progress: (host: String, bytes: Int) { state.withLock { ($0.host, $0.bytes) } }

  /// Ends the fetching at once, and what is fetched after it.
  package func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.child?.kill()
    }
  }

  /// Whether fetching is to end.
  package var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Says what is asked from now on.
  func begin(_ host: String) {
    state.withLock { ($0.host, $0.bytes) = (host, 0) }
  }

  /// Says that more has come.
  func note(_ bytes: Int) { state.withLock { $0.bytes += bytes } }

  /// Takes charge of a program, which is ended when it is not wanted any more.
  func adopt(_ child: ChildProcess) {
    state.withLock { state in
      state.child = child
      if state.isCancelled { child.kill() }
    }
  }

  /// Lets the program go, before its number is given back.
  func release() { state.withLock { $0.child = nil } }
}
