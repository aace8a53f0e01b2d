import TerminalModel

/// Which keys ask for which command.
package struct Keymap: Sendable {
  /// What a key, after those typed before it, amounts to.
  package enum Match: Sendable {
    /// A command.
    case command(Command)
    /// The beginning of one or several.
    case prefix
    /// Nothing.
    case none
  }

  private var commands: [[KeyEvent]: Command] = [:]
  private var prefixes: Set<[KeyEvent]> = []

  /// The default keys of the command table.
  package init() {
    for command in Command.table {
      for keys in command.keys {
        let sequence = keys.split(separator: " ").compactMap { KeyEvent(notation: String($0)) }
        commands[sequence] = command
        for length in 1..<max(1, sequence.count) { prefixes.insert(Array(sequence.prefix(length))) }
      }
    }
  }

  /// What the keys typed so far amount to.
  package func match(_ keys: [KeyEvent]) -> Match {
    if let command = commands[keys] { return .command(command) }
    return prefixes.contains(keys) ? .prefix : .none
  }
}

extension Command {
  /// The command's keys as help and README write them: `zM`, `PgDn`.
  package var keyText: String {
    keys.map { $0.split(separator: " ").joined() }.joined(separator: " ")
  }
}
