import CNcurses
import Glibc

/// Wakes a terminal that waits for events; for threads that have posted something to its owner.
package struct Waker: Sendable {
  private let pipe: WakePipe

  init(_ pipe: WakePipe) {
    self.pipe = pipe
  }

  /// Makes the terminal report ``TerminalModel/TerminalEvent/woken``; calls that come before it does count as one.
  package func wake() {
    screen_wake(pipe.writeEnd)
  }
}

/// A pipe that ends a wait. It stays open as long as anybody may write to it, since a closed descriptor's number may
/// be given to another file.
final class WakePipe: Sendable {
  /// The descriptor to poll.
  let readEnd: Int32
  /// The descriptor to write to; it never blocks.
  let writeEnd: Int32

  /// A new pipe; `nil` when the process has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Empties the pipe.
  ///
  /// - Returns: Whether somebody has called ``Waker/wake()``; signal handlers only end the wait.
  func drain() -> Bool {
    var buffer: [UInt8] = Array(repeating: 0, count: 512)
    var isWoken = false
    while true {
      let count = read(readEnd, &buffer, buffer.count)
      guard count > 0 else { return isWoken }
      if buffer[..<count].contains(UInt8(SCREEN_WAKE_BYTE)) { isWoken = true }
    }
  }
}
