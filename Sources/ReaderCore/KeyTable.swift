/// The key table as text, made from the command table: for `quire keys` and README.
package enum KeyTable {
  /// As aligned plain text, groups apart.
  package static var text: String {
    let width = Command.table.map { $0.keyText.count }.max() ?? 0
    return Command.Group.allCases.map { group in
      let rows = Command.table.filter { $0.group == group }.map { command in
        "  " + command.keyText + String(repeating: " ", count: width - command.keyText.count) + "  " + command.summary
      }
      return ([group.rawValue] + rows).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// As a Markdown table.
  package static var markdown: String {
    var rows = ["| keys | command | what it does |", "|---|---|---|"]
    for command in Command.table {
      let keys = command.keyText.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
      rows.append("| \(keys) | \(command.name) | \(command.summary) |")
    }
    return rows.joined(separator: "\n") + "\n"
  }
}
