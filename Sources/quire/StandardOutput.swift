import Acquisition
import Glibc

/// Standard output, unbuffered: whoever writes brings pieces large enough.
enum StandardOutput {
  /// Whether it is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// How wide the terminal is; `nil` where it is none.
  static var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes a text.
  static func write(_ text: String) throws(ProgramError) { try write(text.utf8.span) }

  /// Writes all of `bytes`.
  ///
  /// - Throws: ``ProgramError`` when it cannot be written. A reader that has seen enough (`quire print | head`) ends the program quietly.
  static func write(_ bytes: Span<UInt8>) throws(ProgramError) {
    guard let failure = bytes.writeAll(to: STDOUT_FILENO) else { return }
    if failure == EPIPE { exit(0) }
    throw ProgramError("standard output: \(String(cString: strerror(failure))); make room or write elsewhere")
  }
}
