import Glibc

/// A program that is started beside this one, by an argument vector: no shell sees what is in it.
struct ChildProcess {
  /// What a program reads and writes.
  enum Streams {
    /// Nothing.
    case none
    /// The terminal that this program was started in.
    case terminal
    /// It reads from this descriptor, and writes nothing.
    case reading(Int32)
  }

  private let process: pid_t

  /// Starts `arguments[0]`, which is looked for in PATH; `nil` when it cannot be.
  init?(_ arguments: [String], streams: Streams) {
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
    // Without the terminal it is in a session of its own, so that no key reaches it.
    if case .terminal = streams {} else { flags |= Self.newSession }
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    switch streams {
    case .terminal:
      for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/tty", O_RDWR, 0)
      }
    case .none: posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    case .reading(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    }
    if case .terminal = streams {} else {
      for stream in [STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
      }
    }

    var pointers = arguments.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawnp(&process, program, &actions, &attributes, &pointers, environ) == 0 else { return nil }
    self.process = process
  }

  /// POSIX_SPAWN_SETSID of glibc, which only programs in C that ask for it see.
  private static let newSession: Int32 = 0x80

  /// Waits until it has ended.
  ///
  /// - Returns: whether it ended by itself, with status 0.
  func waitUntilItEnds() -> Bool {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }
}
