import Glibc
import Synchronization

/// A program in tmux: a real terminal whose screen can be looked at.
///
/// Each session has a server of its own, which knows no configuration but the one below.
package final class TmuxSession {
  /// Whether tmux is installed.
  package static let isAvailable = (try? ChildProcess.run("tmux", ["-V"]))?.end == .exited(0)

  private static let configuration = """
    set -g status off
    set -g default-terminal tmux-256color
    set -g remain-on-exit on
    set -s escape-time 0
    set -g history-limit 0
    """

  private let socket: String
  private let configurationPath: String

  /// A screen that did not become what a test waits for.
  package struct ScreenMismatch: Error, CustomStringConvertible {
    /// What was waited for.
    package let expected: String
    /// The last screen seen.
    package let screen: String

    /// Both, the screen in a frame.
    package var description: String {
      let rows = screen.split(separator: "\n", omittingEmptySubsequences: false).map { "  |\($0)" }
      return "waited for \(expected); the screen shows\n\(rows.joined(separator: "\n"))"
    }
  }

  /// Starts `command`, a line for the shell, in a terminal of `rows` by `columns`.
  package init(_ command: String, environment: [String: String] = [:], rows: Int = 24, columns: Int = 80) throws {
    let number = Self.nextNumber()
    socket = "quire-test-\(getpid())-\(number)"
    configurationPath = "/tmp/\(socket).conf"
    guard let file = fopen(configurationPath, "w") else { throw SystemFailure("write \(configurationPath)") }
    fputs(Self.configuration, file)
    fclose(file)
    var arguments = ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
    for (name, value) in environment { arguments += ["-e", "\(name)=\(value)"] }
    let result = try run(arguments + [command])
    guard result.end == .exited(0) else { throw SystemFailure("start tmux", number: ECHILD) }
  }

  deinit {
    _ = try? run(["kill-server"])
    unlink(configurationPath)
  }

  /// Presses keys by the names tmux has for them: `j`, `Enter`, `BSpace`, `C-z`, `PageDown`.
  package func press(_ keys: String...) throws {
    _ = try run(["send-keys", "--"] + keys)
  }

  /// Types `text` as it stands.
  package func type(_ text: String) throws {
    _ = try run(["send-keys", "-l", "--", text])
  }

  /// Pastes `text`, between marks where the program has asked for them.
  package func paste(_ text: String) throws {
    _ = try run(["set-buffer", "--", text])
    _ = try run(["paste-buffer", "-p"])
  }

  /// Gives the window a new size.
  package func resize(rows: Int, columns: Int) throws {
    _ = try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen, one line a row, blanks at the ends of rows left out.
  package func screen() throws -> String {
    try run(["capture-pane", "-p"]).output
  }

  /// The screen with the control sequences that colour it.
  package func styledScreen() throws -> String {
    try run(["capture-pane", "-p", "-e"]).output
  }

  /// What tmux says for a format, such as `#{alternate_on}` or `#{cursor_flag}`.
  package func value(of format: String) throws -> String {
    let output = try run(["display-message", "-p", format]).output
    return String(output.prefix { $0 != "\n" })
  }

  /// Waits until the screen satisfies `condition`, at most for `limit` milliseconds.
  ///
  /// - Parameter expected: What the condition stands for, in words.
  /// - Returns: The screen that satisfied it.
  @discardableResult
  package func waitForScreen(
    _ expected: String,
    within limit: Int = 10_000,
    where condition: (String) -> Bool
  ) throws -> String {
    let deadline = ContinuousClock.now + .milliseconds(limit)
    while true {
      let screen = try screen()
      if condition(screen) { return screen }
      guard ContinuousClock.now < deadline else { throw ScreenMismatch(expected: expected, screen: screen) }
      usleep(20_000)
    }
  }

  /// The screen once it has stayed the same for a tenth of a second.
  package func settledScreen() throws -> String {
    var last = ""
    var since = ContinuousClock.now
    return try waitForScreen("a screen that stays") { screen in
      if screen != last {
        last = screen
        since = .now
      }
      return ContinuousClock.now - since > .milliseconds(100)
    }
  }

  /// Waits until the program has ended, at most for `limit` milliseconds.
  ///
  /// - Returns: Its exit status; `nil` when it has not ended, or a signal ended it.
  package func waitForExitStatus(within limit: Int = 10_000) throws -> Int32? {
    let deadline = ContinuousClock.now + .milliseconds(limit)
    // That its terminal is closed is known before how it ended.
    while try !value(of: "#{pane_dead}#{pane_dead_status}#{pane_dead_signal}").dropFirst().contains(where: \.isNumber) {
      guard ContinuousClock.now < deadline else { return nil }
      usleep(20_000)
    }
    return Int32(try value(of: "#{pane_dead_status}"))
  }

  private func run(_ arguments: [String]) throws -> (end: ProcessEnd, output: String) {
    // tmux started within tmux would ask the outer server.
    let environment: [String: String?] = ["TMUX": nil, "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
    return try ChildProcess.run(
      "tmux",
      ["-u", "-L", socket, "-f", configurationPath] + arguments,
      environment: environment
    )
  }

  private static func nextNumber() -> Int {
    counter.withLock { number in
      number += 1
      return number
    }
  }

  private static let counter = Mutex(0)
}
