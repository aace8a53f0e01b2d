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

  /// Keys typed one after another that ask for one thing.
  package typealias Sequence = [KeyEvent]

  private var commands: [Sequence: Command] = [:]
  private var prefixes: Set<Sequence> = []
  /// The sequences of each command, by its name, in the order they are shown in.
  private var sequences: [String: [Sequence]] = [:]

  /// The default keys of the command table.
  package init() { self.init(changing: [:]) }

  /// The default keys, but for the commands named in `changes`, which have those given there.
  ///
  /// What is changed goes first: a default key that is given to another command, begins with such a key or is the beginning
  /// of one is no more. Of two changes that contradict each other, the command that stands first in the table has its key.
  package init(changing changes: [String: [Sequence]]) {
    for command in Command.table {
      for sequence in changes[command.name] ?? [] { bind(sequence, to: command) }
    }
    for command in Command.table where changes[command.name] == nil {
      for keys in command.keys {
        bind(keys.split(separator: " ").compactMap { KeyEvent(notation: String($0)) }, to: command)
      }
    }
  }

  private mutating func bind(_ sequence: Sequence, to command: Command) {
    let beginnings = (1..<max(1, sequence.count)).map { Array(sequence.prefix($0)) }
    guard !sequence.isEmpty, commands[sequence] == nil, !prefixes.contains(sequence),
      !beginnings.contains(where: { commands[$0] != nil })
    else { return }
    commands[sequence] = command
    prefixes.formUnion(beginnings)
    sequences[command.name, default: []].append(sequence)
  }

  /// What the keys typed so far amount to.
  package func match(_ keys: Sequence) -> Match {
    if let command = commands[keys] { return .command(command) }
    return prefixes.contains(keys) ? .prefix : .none
  }

  /// The keys that ask for a command.
  package func sequences(for command: Command) -> [Sequence] { sequences[command.name] ?? [] }

  /// The same as help and README write them: `zM`, `PgDn`; empty where there are none.
  package func keyText(of command: Command) -> String {
    sequences(for: command).map { $0.map(\.notation).joined() }.joined(separator: " ")
  }

  /// Reads keys as the configuration writes them: `j`, `z a`, `zM`, `^D`, `PgDn`.
  ///
  /// - Returns: `nil` where that names no keys. Keys that begin with a digit are none: digits are counts.
  package static func sequence(_ text: String) -> Sequence? {
    var keys = text.split(separator: " ").map { KeyEvent(notation: String($0)) }
    if keys.count == 1, keys[0] == nil, text.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) {
      keys = text.unicodeScalars.map { KeyEvent(.character($0)) }
    }
    let sequence = keys.compactMap { $0 }
    guard !sequence.isEmpty, sequence.count == keys.count else { return nil }
    if case .character("0"..."9") = sequence[0].key, !sequence[0].control, !sequence[0].alt { return nil }
    return sequence
  }
}

extension Command {
  /// The command's default keys as help and README write them: `zM`, `PgDn`.
  package var keyText: String {
    keys.map { $0.split(separator: " ").joined() }.joined(separator: " ")
  }
}
