import Glibc

/// Standard error.
enum StandardError {
  /// Writes a message of one line.
  static func write(_ message: String) {
    let line = "quire: \(message)\n"
    _ = Glibc.write(STDERR_FILENO, line, line.utf8.count)
  }
}
