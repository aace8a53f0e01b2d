/// Why no terminal could be opened: what was found and what to do.
package enum TerminalError: Error, Hashable, Sendable {
  /// No terminal to show anything on or to read keys from.
  case noTerminal
  /// ncurses has no description of this terminal type, nor of those that nearly every terminal understands.
  case unknownType(String)
  /// The terminal of this type cannot place its cursor.
  case cannotPlaceCursor(String)
}

extension TerminalError: CustomStringConvertible {
  /// A message for the user, without the name of the program.
  package var description: String {
    switch self {
    case .noTerminal:
      "no terminal to read keys from; run it in a terminal, or use `quire print`"
    case .unknownType(let type):
      "no description of the terminal type “\(type)”; set TERM to a type that `infocmp` knows, or use `quire print`"
    case .cannotPlaceCursor(let type):
      "a terminal of type “\(type)” cannot place its cursor; set TERM to its real type, or use `quire print`"
    }
  }
}
