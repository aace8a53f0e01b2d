import ArgumentParser
import FoundationEssentials
import ReaderCore

/// The manual page, in the macros of man(7): options from what swift-argument-parser knows of them, keys from the command
/// table.
enum ManualPage {
  /// The page as troff reads it.
  static func text() throws -> String {
    // The form is that of ArgumentParserToolInfo, version 0, which is no product that could be imported.
    let tool = try JSONDecoder().decode(Tool.self, from: Data(Quire._dumpHelp().utf8))
    var page = Troff()
    page.macro("TH", "QUIRE", "1", "", "Quire \(Quire.configuration.version)")
    page.section("Name")
    page.text("quire \\- read articles and the discussion under them in the terminal", isRaw: true)
    page.section("Synopsis")
    for command in tool.command.andSubcommands { page.synopsis(of: command) }
    page.section("Description")
    page.text(tool.command.abstract ?? "")
    page.paragraph(tool.command.discussion ?? "")
    for command in tool.command.andSubcommands {
      page.section(command.superCommands.isEmpty ? "Options" : command.name)
      if !command.superCommands.isEmpty { page.text(command.abstract ?? "") }
      if let discussion = command.discussion, !command.superCommands.isEmpty { page.paragraph(discussion) }
      // What several commands take is described once.
      let known = command.superCommands.isEmpty ? [] : tool.command.shownArguments
      for (form, words) in Self.entries(for: command.shownArguments.filter { !known.contains($0) }) {
        page.entry(form, words)
      }
    }
    page.section("Keys")
    page.text("Numbers before a key repeat it, where that means something: 5j. Configuration can change all of them.")
    for group in Command.Group.allCases {
      page.macro("SS", group.rawValue)
      for command in Command.table where command.group == group {
        page.entry(command.keyText + "  (" + command.name + ")", command.summary)
      }
    }
    page.section("Files")
    page.entry(
      "$XDG_CONFIG_HOME/quire/config.toml",
      "Settings and keys; quire config writes the default. ~/.config stands for the variable where it is not set."
    )
    page.entry("$XDG_CONFIG_HOME/quire/themes/NAME.toml", "Themes of one's own.")
    page.entry(
      "$XDG_CACHE_HOME/quire",
      "Answers that were fetched, 64 MB at most. ~/.cache stands for the variable where it is not set."
    )
    page.entry(
      "$XDG_STATE_HOME/quire/library.db",
      "What was read: where the reader stopped, what was folded, which comments were there, marks, and the words. "
        + "~/.local/state stands for the variable where it is not set."
    )
    page.section("Environment")
    page.entry("http_proxy, https_proxy, all_proxy, no_proxy", "What fetches addresses asks by these; see curl(1).")
    page.entry("NO_COLOR", "When set and not empty: no colours, only bold and the like.")
    page.entry("COLORFGBG", "Tells whether the terminal is light or dark, for a pair of themes.")
    page.entry("TERM", "The terminal.")
    page.section("Exit status")
    page.entry("0", "The source was read.")
    page.entry("1", "It could not be read, or holds nothing that can be.")
    page.entry("64", "The command was not understood.")
    return page.text
  }

  /// Arguments with what they do; an option and what turns it off are one.
  private static func entries(for arguments: [Argument]) -> [(form: String, words: String)] {
    var entries: [(form: String, words: String)] = []
    for argument in arguments {
      let words = argument.abstract ?? ""
      if let last = entries.last, last.words == words, argument.form.hasPrefix("--no-") {
        entries[entries.count - 1].form += ", " + argument.form
      } else {
        entries.append((argument.form, words))
      }
    }
    return entries
  }
}

// MARK: What is known of the commands

private struct Tool: Decodable {
  let command: Description
}

private struct Description: Decodable {
  let superCommands: [String]
  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [Description]
  let arguments: [Argument]

  private enum CodingKeys: CodingKey { case superCommands, commandName, abstract, discussion, subcommands, arguments }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    superCommands = try values.decodeIfPresent([String].self, forKey: .superCommands) ?? []
    commandName = try values.decode(String.self, forKey: .commandName)
    abstract = try values.decodeIfPresent(String.self, forKey: .abstract)
    discussion = try values.decodeIfPresent(String.self, forKey: .discussion)
    subcommands = try values.decodeIfPresent([Description].self, forKey: .subcommands) ?? []
    arguments = try values.decodeIfPresent([Argument].self, forKey: .arguments) ?? []
  }

  /// The command, then those below it and theirs, but `help`, which every command has.
  var andSubcommands: [Description] {
    let own = subcommands.filter { $0.commandName != "help" }
    return [self] + own.flatMap { [$0] + $0.subcommands.filter { $0.commandName != "help" } }
  }

  /// How it is called.
  var name: String { (superCommands + [commandName]).joined(separator: " ") }

  var shownArguments: [Argument] { arguments.filter(\.shouldDisplay) }
}

private struct Argument: Decodable, Equatable {
  struct Name: Decodable, Equatable {
    let kind: String
    let name: String

    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let shouldDisplay: Bool
  let isOptional: Bool
  let names: [Name]?
  let valueName: String?
  let abstract: String?

  /// How it is written: `--width columns`, `source`.
  var form: String {
    let names = (names ?? []).map(\.text).joined(separator: ", ")
    switch kind {
    case "positional": return valueName ?? ""
    case "option": return names + " " + (valueName ?? "")
    default: return names
    }
  }
}

// MARK: troff

private struct Troff {
  private(set) var text = ""

  mutating func macro(_ name: String, _ arguments: String...) {
    text += "." + name + arguments.map { " \"" + Self.escaped($0) + "\"" }.joined() + "\n"
  }

  mutating func section(_ name: String) { macro("SH", name.uppercased()) }

  mutating func text(_ words: String, isRaw: Bool = false) {
    guard !words.isEmpty else { return }
    text += (isRaw ? words : Self.escaped(words)) + "\n"
  }

  mutating func paragraph(_ words: String) {
    guard !words.isEmpty else { return }
    macro("PP")
    text(words)
  }

  /// Something in bold, and what it is.
  mutating func entry(_ name: String, _ words: String) {
    macro("TP")
    macro("B", name)
    text(words.isEmpty ? "\\&" : words, isRaw: words.isEmpty)
  }

  mutating func synopsis(of command: Description) {
    let operands = command.shownArguments.filter { $0.kind == "positional" }.map { "[" + $0.form + "]" }
    let hasOptions = command.shownArguments.contains { $0.kind != "positional" && $0.form != "-h, --help" }
    macro("B", command.name)
    text(((hasOptions ? ["[options]"] : []) + operands).joined(separator: " "))
    macro("br")
  }

  /// Words with nothing in them that troff would obey.
  private static func escaped(_ words: String) -> String {
    var escaped = ""
    for character in words {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\"": escaped += "\\(dq"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\n": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
