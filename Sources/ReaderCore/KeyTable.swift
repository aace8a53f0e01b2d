/// The key table as text, made from the command table: for `quire keys` and README.
package enum KeyTable {
  /// As aligned plain text, groups apart: the keys that `keymap` has in force.
  package static func text(for keymap: Keymap = Keymap()) -> String {
    let keys = Command.table.map { keymap.keyText(of: $0) }
    let keyWidth = keys.map(\.count).max() ?? 0
    let nameWidth = Command.table.map(\.name.count).max() ?? 0
    func padded(_ text: String, to width: Int) -> String { text + String(repeating: " ", count: width - text.count) }
    return Command.Group.allCases.map { group in
      let rows = zip(Command.table, keys).filter { $0.0.group == group }.map { command, keys in
        "  \(padded(keys, to: keyWidth))  \(padded(command.name, to: nameWidth))  \(command.summary)"
      }
      return ([group.rawValue] + rows).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// As a Markdown table: the default keys.
  package static var markdown: String {
    var rows = ["| keys | command | what it does |", "|---|---|---|"]
    for command in Command.table {
      let keys = command.keyText.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
      rows.append("| \(keys) | \(command.name) | \(command.summary) |")
    }
    return rows.joined(separator: "\n") + "\n"
  }
}
