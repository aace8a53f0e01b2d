import Glibc

/// A program in a terminal of its own, at whose other end sits the test.
///
/// The program leads a session whose controlling terminal this is, as one started from a terminal window does.
package final class PseudoTerminal {
  /// Everything the program has written so far.
  package private(set) var output: [UInt8] = []

  private var master: Int32
  /// Its number.
  package let process: pid_t
  private var end: ProcessEnd?
  private let modesBefore: [UInt8]

  /// Starts `program` in a terminal of `rows` by `columns`.
  ///
  /// - Parameters:
  ///   - environment: Changes to the environment of the tests; `nil` removes a variable.
  ///   - input: A file for standard input; the terminal when `nil`.
  package init(
    _ program: String,
    _ arguments: [String],
    environment: [String: String?] = [:],
    rows: Int = 24,
    columns: Int = 80,
    input: String? = nil
  ) throws {
    // As posix_openpt does, which Swift's module map leaves out.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &lock) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
      throw SystemFailure("open a terminal")
    }
    let slave = "/dev/pts/\(number)"
    Self.setSize(of: master, rows: rows, columns: columns)
    modesBefore = Self.modes(of: master)
    let defaults: [String: String?] = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LINES": nil, "COLUMNS": nil, "NO_COLOR": nil,
      "SWIFT_BACKTRACE": "enable=no",
    ]
    process = try ChildProcess.start(
      program,
      arguments,
      environment: defaults.merging(environment) { $1 },
      flags: ChildProcess.newSession
    ) { actions in
      // Opened by the new session's leader, the terminal becomes the one that controls it.
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, slave, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
      if let input {
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
      } else {
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDIN_FILENO)
      }
    }
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
  }

  /// Types `text`, byte by byte as it stands.
  package func send(_ text: String) {
    send(Array(text.utf8))
  }

  /// Types `bytes`, which need not be UTF-8.
  package func send(_ bytes: [UInt8]) {
    _ = write(master, bytes, bytes.count)
  }

  /// Gives the window a new size, of which the system tells the program.
  package func resize(rows: Int, columns: Int) {
    Self.setSize(of: master, rows: rows, columns: columns)
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Closes the terminal, as when its window is closed.
  package func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether the terminal's modes are those it had before the program came.
  package var hasModesRestored: Bool { Self.modes(of: master) == modesBefore }

  /// Reads until the program has written nothing for `quiet` milliseconds.
  ///
  /// - Parameter first: How long to wait for something at all, in milliseconds; as long as `quiet` when `nil`.
  /// - Returns: What it has written meanwhile.
  @discardableResult
  package func readUntilQuiet(_ quiet: Int = 150, waitingForFirst first: Int? = nil) -> String {
    let start = output.count
    if readSome(within: first ?? quiet) {
      while readSome(within: quiet) {}
    }
    return String(decoding: output[start...], as: UTF8.self)
  }

  /// Reads until everything written since `mark` contains `text`, at most for `limit` milliseconds.
  ///
  /// - Returns: Whether it came.
  package func waitFor(_ text: String, after mark: Int = 0, within limit: Int = 10_000) -> Bool {
    let deadline = ContinuousClock.now + .milliseconds(limit)
    while true {
      if String(decoding: output[mark...], as: UTF8.self).contains(text) { return true }
      guard ContinuousClock.now < deadline, !isGone else { return false }
      readSome(within: 100)
    }
  }

  /// Reads on until the program has ended, at most for `limit` milliseconds.
  ///
  /// - Returns: How it ended; `nil` when it has not.
  package func waitForEnd(within limit: Int = 10_000) -> ProcessEnd? {
    let deadline = ContinuousClock.now + .milliseconds(limit)
    while end == nil, ContinuousClock.now < deadline {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process { end = ProcessEnd(waitStatus: status) }
      readSome(within: 20)
    }
    return end
  }

  // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, macros that Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  // Nobody has the other end open any more.
  private var isGone = false

  @discardableResult
  private func readSome(within milliseconds: Int) -> Bool {
    guard master >= 0 else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, Int32(milliseconds)) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else {
      isGone = true
      usleep(10_000)
      return false
    }
    output += buffer[..<count]
    return true
  }

  private static func setSize(of descriptor: Int32, rows: Int, columns: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  private static func modes(of descriptor: Int32) -> [UInt8] {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return [] }
    return withUnsafeBytes(of: modes) { Array($0) }
  }
}
