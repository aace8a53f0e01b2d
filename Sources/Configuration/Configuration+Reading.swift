import ReaderCore
import TOMLKit
import TOMLReading
import TerminalModel

extension Configuration {
  /// A configuration that was read, and what was wrong with it.
  package struct Loaded: Sendable {
    /// The configuration.
    package let configuration: Configuration
    /// What was wrong, a line each: `file:line:column: what was found; what to do`.
    package let problems: [String]

    /// A configuration, with what was wrong; the usual one where there is none to be read.
    package init(configuration: Configuration = Configuration(), problems: [String] = []) {
      self.configuration = configuration
      self.problems = problems
    }
  }

  /// The table that keys stand in.
  static let keyTable = "keys"

  /// Reads a configuration in TOML.
  ///
  /// - Parameter name: what messages call it.
  package static func read(name: String, source: String) -> Loaded {
    var file = TOMLFile(name: name, source: source)
    var configuration = Configuration()
    for (key, value) in file.table where key != keyTable {
      guard let setting = Setting.table.first(where: { $0.name == key }) else {
        file.reportUnknown(
          "setting",
          named: key,
          at: [key],
          known: Setting.table.map(\.name) + [keyTable],
          otherwise: "`quire config` lists those that there are"
        )
        continue
      }
      if !setting.take(value, &configuration) { file.report("\(key) is \(setting.expected)", at: [key]) }
    }
    if let value = file.table[keyTable] { configuration.keymap = keymap(value, in: &file) }
    return Loaded(configuration: configuration, problems: file.problems)
  }

  private static func keymap(_ value: TOMLValueConvertible, in file: inout TOMLFile) -> Keymap {
    guard let table = value.table else {
      file.report("keys is no table; write commands and their keys below [keys]", at: [keyTable])
      return Keymap()
    }
    var changes: [String: [Keymap.Sequence]] = [:]
    for (name, value) in table {
      guard Command.table.contains(where: { $0.name == name }) else {
        file.reportUnknown(
          "command",
          named: name,
          at: [keyTable, name],
          known: Command.table.map(\.name),
          otherwise: "`quire keys` lists those that there are"
        )
        continue
      }
      changes[name] = sequences(value, of: name, in: &file)
    }
    reportContradictions(among: changes, in: &file)
    let keymap = Keymap(changing: changes)
    for command in Command.table where changes[command.name] == nil && keymap.sequences(for: command).isEmpty {
      let taker = taker(of: command, among: changes)
      file.report(
        "\(command.name) has no key left, since \(taker) has \(command.keyText); give it another",
        at: [keyTable, taker]
      )
    }
    return keymap
  }

  /// The keys of a command; `nil` where none of them can be read.
  private static func sequences(
    _ value: TOMLValueConvertible,
    of name: String,
    in file: inout TOMLFile
  ) -> [Keymap.Sequence]? {
    let values = value.array.map { Array($0) } ?? [value]
    var sequences: [Keymap.Sequence] = []
    for value in values {
      guard let text = value.string, let sequence = Keymap.sequence(text) else {
        let advice = "write \"j\", \"z a\", \"^D\", \"PgDn\" or \"F2\"; digits are counts"
        file.report(
          "\(name): \(value.string.map { "\"\($0)\"" } ?? "\(value)") is no key; \(advice)",
          at: [keyTable, name]
        )
        continue
      }
      sequences.append(sequence)
    }
    return sequences.isEmpty && !values.isEmpty ? nil : sequences
  }

  /// Says which two commands are given the same key, or one that the other's begins with.
  private static func reportContradictions(among changes: [String: [Keymap.Sequence]], in file: inout TOMLFile) {
    var owners: [Keymap.Sequence: String] = [:]
    var beginnings: [Keymap.Sequence: String] = [:]
    for command in Command.table {
      for sequence in changes[command.name] ?? [] {
        let shorter = (1..<max(1, sequence.count)).map { Array(sequence.prefix($0)) }
        if let other = owners[sequence] ?? beginnings[sequence] ?? shorter.lazy.compactMap({ owners[$0] }).first {
          let keys = sequence.map(\.notation).joined(separator: " ")
          file.report(
            "\(command.name): \(keys) cannot be told from a key of \(other); give one of them another",
            at: [keyTable, command.name]
          )
          continue
        }
        owners[sequence] = command.name
        for beginning in shorter { beginnings[beginning] = command.name }
      }
    }
  }

  /// The command that has the first default key of another now.
  private static func taker(of command: Command, among changes: [String: [Keymap.Sequence]]) -> String {
    let defaults = command.keys.compactMap(Keymap.sequence)
    let taker = Command.table.first { other in
      (changes[other.name] ?? []).contains { mine in
        defaults.contains { $0.starts(with: mine) || mine.starts(with: $0) }
      }
    }
    return taker?.name ?? ""
  }
}
