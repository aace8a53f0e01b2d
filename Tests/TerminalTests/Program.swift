import TestSupport

/// The program under test.
enum Program {
  /// The path of the built program; `nil` when it has not been built.
  static let path = builtProduct("quire")

  /// Whether the program has been built.
  static var isBuilt: Bool { path != nil }

  /// Whether the program can be looked at in tmux.
  static var isBuiltAndTmuxAvailable: Bool { isBuilt && TmuxSession.isAvailable }

  /// The program reading `file` in a terminal of its own.
  static func inTerminal(
    reading file: String,
    in directory: TemporaryDirectory,
    environment: [String: String?] = [:],
    rows: Int = 24,
    columns: Int = 80
  ) throws -> PseudoTerminal {
    let isolated = directory.environment.mapValues(Optional.some)
    return try PseudoTerminal(
      path ?? "quire",
      [file],
      environment: isolated.merging(environment) { $1 },
      rows: rows,
      columns: columns
    )
  }

  /// The program reading `file` in tmux, which it takes for a `terminal`.
  static func inTmux(
    reading file: String,
    in directory: TemporaryDirectory,
    terminal: String = "tmux-256color",
    rows: Int = 24,
    columns: Int = 80
  ) throws -> TmuxSession {
    // The shell gives way to the program, so that its status is the one that tmux reports.
    try TmuxSession(
      "TERM=\(terminal) exec \(path ?? "quire") \(file)",
      environment: directory.environment,
      rows: rows,
      columns: columns
    )
  }

  /// A shell with job control in tmux, in which `$quire` is the program.
  static func shellInTmux(in directory: TemporaryDirectory, rows: Int = 24, columns: Int = 80) throws -> TmuxSession {
    var environment = directory.environment
    environment["quire"] = path ?? "quire"
    environment["ENV"] = "/dev/null"
    let session = try TmuxSession("exec sh -i", environment: environment, rows: rows, columns: columns)
    // Shells differ in whether they take their prompt from the environment.
    try session.waitForScreen("a prompt") { !$0.allSatisfy(\.isWhitespace) }
    try session.type("PS1='ready> '\n")
    try session.waitForScreen("a prompt") { $0.contains("\nready>") }
    return session
  }
}
