// Starts other programs: the only place that does. Must never know which, or what for.

import Glibc

/// A program that is started beside this one, by an argument vector: no shell sees what is in it.
package struct ChildProcess: Sendable {
  /// What a program reads and writes.
  package enum Streams {
    /// Nothing.
    case none
    /// The terminal that this program was started in.
    case terminal
    /// It reads from this descriptor, and writes nothing.
    case reading(Int32)
    /// It reads nothing, and writes to these descriptors. It belongs to this program: what ends this by a key ends it.
    case writing(output: Int32, errors: Int32)
  }

  private let process: pid_t

  /// Starts `arguments[0]`, which is looked for in PATH; `nil` when it cannot be.
  package init?(_ arguments: [String], streams: Streams) {
    guard let program = arguments.first else { return nil }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals mean to it what they mean to others.
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    switch streams {
    // In a session of its own no key reaches it.
    case .none, .reading: flags |= Self.newSession
    case .terminal, .writing: break
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    func open(_ stream: Int32, _ path: String, _ mode: Int32) {
      posix_spawn_file_actions_addopen(&actions, stream, path, mode, 0)
    }
    switch streams {
    case .terminal: for stream in 0...2 as ClosedRange<Int32> { open(stream, "/dev/tty", O_RDWR) }
    case .none, .writing: open(STDIN_FILENO, "/dev/null", O_RDONLY)
    case .reading(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    }
    switch streams {
    case .terminal: break
    case .none, .reading: for stream in [STDOUT_FILENO, STDERR_FILENO] { open(stream, "/dev/null", O_WRONLY) }
    case .writing(let output, let errors):
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    }

    var pointers = arguments.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawnp(&process, program, &actions, &attributes, &pointers, environ) == 0 else { return nil }
    self.process = process
  }

  /// POSIX_SPAWN_SETSID of glibc, which only programs in C that ask for it see.
  private static let newSession: Int32 = 0x80

  /// Waits until it has ended, and gives its number back to the system.
  ///
  /// - Returns: whether it ended by itself, with status 0.
  @discardableResult
  package func waitUntilItEnds() -> Bool { status() == 0 }

  /// Waits until it has ended, and gives its number back to the system.
  ///
  /// - Returns: the status that it exited with; `nil` when a signal ended it.
  package func status() -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7f == 0 ? status >> 8 & 0xff : nil
  }

  /// Waits until it has ended; its number stays its own until ``status()`` is asked for.
  package func waitForEnd() {
    var info = siginfo_t()
    while waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
  }

  /// Ends it at once.
  ///
  /// - Precondition: its ``status()`` has not been asked for: the number may be another's by then.
  package func kill() { _ = Glibc.kill(process, SIGKILL) }
}
