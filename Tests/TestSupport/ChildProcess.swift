import Glibc
import Synchronization

/// How a process ended.
package enum ProcessEnd: Hashable, Sendable {
  /// It exited with this status.
  case exited(Int32)
  /// This signal ended it.
  case signaled(Int32)

  /// Reads the status that `waitpid` gives.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7f
    self = signal == 0 ? .exited(waitStatus >> 8 & 0xff) : .signaled(signal)
  }
}

/// A call to the system that failed while a test was being set up.
package struct SystemFailure: Error, CustomStringConvertible {
  /// What was tried.
  package let what: String
  /// The system's error number.
  package let number: Int32

  /// What was tried and what the system says about it.
  package var description: String { "\(what): \(String(cString: strerror(number)))" }

  /// A failure of `what`, for the reason in `errno` unless told.
  init(_ what: String, number: Int32 = errno) {
    self.what = what
    self.number = number
  }
}

/// Starting programs without a shell.
package enum ChildProcess {
  // In <spawn.h> only for those who ask for GNU extensions, which Swift's module map does not.
  static let newSession: Int16 = 0x80

  // Held while a descriptor that is not for children is open without saying so, and while a child is started.
  private static let starting = Mutex(())

  /// Starts `program` with `arguments` after its name, every signal as it is by default.
  ///
  /// - Parameters:
  ///   - environment: Changes to the environment of the tests; `nil` removes a variable.
  ///   - flags: `POSIX_SPAWN_…`, besides those for signals.
  ///   - prepare: Adds what is to be done with file descriptors.
  /// - Returns: The number of the process.
  static func start(
    _ program: String,
    _ arguments: [String],
    environment changes: [String: String?],
    flags: Int16 = 0,
    prepare: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var everySignal = sigset_t()
    sigfillset(&everySignal)
    var noSignal = sigset_t()
    sigemptyset(&noSignal)
    posix_spawnattr_setsigdefault(&attributes, &everySignal)
    posix_spawnattr_setsigmask(&attributes, &noSignal)
    let signalFlags = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, signalFlags | flags)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    prepare(&actions)

    var process: pid_t = 0
    let result = withStrings([program] + arguments) { argumentPointers in
      withStrings(environment(with: changes)) { environmentPointers in
        starting.withLock { _ in
          posix_spawnp(&process, program, &actions, &attributes, argumentPointers, environmentPointers)
        }
      }
    }
    guard result == 0 else { throw SystemFailure("start \(program)", number: result) }
    return process
  }

  /// Runs `program` to its end.
  ///
  /// - Returns: How it ended, and what it wrote to standard output.
  package static func run(
    _ program: String,
    _ arguments: [String],
    environment: [String: String?] = [:],
    joinsErrors: Bool = false
  ) throws -> (end: ProcessEnd, output: String) {
    var ends: [Int32] = [0, 0]
    let isOpen = starting.withLock { _ in
      guard pipe(&ends) == 0 else { return false }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return true
    }
    guard isOpen else { throw SystemFailure("make a pipe") }
    defer { close(ends[0]) }
    let process: pid_t
    do {
      defer { close(ends[1]) }
      process = try start(program, arguments, environment: environment) { actions in
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        if joinsErrors {
          posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
        } else {
          posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }
      }
    }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      guard count > 0 else { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return (ProcessEnd(waitStatus: status), String(decoding: output, as: UTF8.self))
  }

  private static func environment(with changes: [String: String?]) -> [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      let text = String(cString: variable)
      if changes[String(text.prefix { $0 != "=" })] == nil { variables.append(text) }
      next += 1
    }
    return variables + changes.compactMap { name, value in value.map { "\(name)=\($0)" } }
  }

  private static func withStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}

/// The path of an executable of this package, built beside the tests; `nil` when it has not been built.
package func builtProduct(_ name: String) -> String? {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let length = readlink("/proc/self/exe", &buffer, buffer.count)
  guard length > 0 else { return nil }
  let tests = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  guard let slash = tests.lastIndex(of: "/") else { return nil }
  let path = tests[...slash] + name
  return access(String(path), X_OK) == 0 ? String(path) : nil
}
