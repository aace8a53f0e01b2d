import CNcurses
import TerminalModel

// What a terminal is told beside frames. None of it changes what stands on the screen.
extension NcursesTerminal {
  /// Terminals that take no operating system commands (ECMA-48, OSC): they would show them, or wait for their end.
  private static let deafTypes = ["linux", "vt", "ansi", "dumb", "cons", "sun", "screen", "cygwin", "hpterm"]

  /// Whether a terminal of this type takes operating system commands.
  static func takesCommands(_ type: String) -> Bool { !deafTypes.contains { type.hasPrefix($0) } }

  /// Longer texts are refused by most terminals, which have to hold them.
  private static let longestCopy = 74_994

  /// Names the window (OSC 2). What it was called before is kept by the terminal until the end (XTWINOPS 22).
  package func setTitle(_ title: String) {
    guard takesCommands, !isClosed else { return }
    screen_keep_title()
    send("\u{1B}]2;" + String(String.UnicodeScalarView(title.unicodeScalars.filter(Self.isShown))) + "\u{07}")
  }

  /// Hands a text to the clipboard (OSC 52).
  package func copy(_ text: String) -> Bool {
    let code = Base64.encode(text.utf8)
    guard takesCommands, !isClosed, code.count <= Self.longestCopy else { return false }
    send("\u{1B}]52;c;" + String(decoding: code, as: UTF8.self) + "\u{07}")
    return true
  }

  /// Asks for reports of the mouse's buttons (DECSET 1000) in the form that knows no last column (1006).
  package func useMouse(_ isUsed: Bool) {
    guard !isClosed else { return }
    screen_use_mouse(isUsed ? 1 : 0)
  }

  /// Gives the terminal back for as long as `body` runs.
  package func lend(_ body: () -> Void) {
    screen_lend()
    body()
    screen_take_back()
    redraw()
  }

  private func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { screen_send($0.baseAddress, $0.count) }
    }
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
  }
}
