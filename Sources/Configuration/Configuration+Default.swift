import ReaderCore

extension Configuration {
  /// The default configuration, every line of it a comment that can be made to hold: made from the tables of settings and
  /// commands.
  package static var commentedDefault: String {
    var lines = [
      "# The configuration of Quire: config.toml in the folder quire of $XDG_CONFIG_HOME (~/.config where that is not set).",
      "# Every line is the default; take the # away from those that you change. Options on the command line go first.",
      "",
    ]
    for setting in Setting.table {
      lines += setting.summary.map { "# " + $0 }
      lines += ["# \(setting.name) = \(setting.standard)", ""]
    }
    lines += [
      "# Keys, for each command all that it has: \"j\", \"z a\" (one after the other), \"^D\" (with Control), \"M-x\" (with Alt),",
      "# \"Space\", \"Enter\", \"Esc\", \"Tab\", \"S-Tab\", \"Backspace\", \"PgDn\", \"Home\", \"F1\". [] is no key. What you give to a command",
      "# is taken from those that have it by default.",
      "[\(keyTable)]",
    ]
    for group in Command.Group.allCases {
      lines += ["", "# \(group.rawValue)"]
      for command in Command.table where command.group == group {
        lines.append("# \(command.name) = [\(command.keys.map(quoted).joined(separator: ", "))]  # \(command.summary)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ key: String) -> String {
    "\"" + key.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
  }
}
