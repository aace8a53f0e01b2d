import ArgumentParser
import Configuration
import Exporters

/// The command `quire`: reads a source by keyboard. The other commands hang below it.
@main
struct Quire: ParsableCommand {
  /// The program's version.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "quire",
    abstract: "Read an article and the discussion under it in the terminal.",
    discussion: """
      Without a source it opens a guided tour, and beside it what was read before. Where standard output is not a \
      terminal, it prints the document as `quire print` does. Press ? while reading for the keys.
      """,
    version: version,
    subcommands: [Print.self, LibraryCommand.self, ThemesCommand.self, Keys.self, Config.self, Man.self]
  )

  @OptionGroup var source: SourceOptions
  @OptionGroup var layout: LayoutOptions
  @Flag(
    inversion: .prefixedNo,
    help: "Take the mouse: wheel, clicks on lines, folds and links. Shift selects text then."
  )
  var mouse: Bool?

  /// Runs the command that the first argument names, else this one.
  ///
  /// The parser would take the name of a command for the source, since this command has an argument of its own.
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "print": Print.main(Array(arguments.dropFirst()))
    case "library": LibraryCommand.main(Array(arguments.dropFirst()))
    case "themes": ThemesCommand.main(Array(arguments.dropFirst()))
    case "keys": Keys.main(Array(arguments.dropFirst()))
    case "config": Config.main(Array(arguments.dropFirst()))
    case "man": Man.main(Array(arguments.dropFirst()))
    case "help" where arguments.count <= 2: help(on: arguments.dropFirst().first)
    default: main(Array(arguments))
    }
  }

  private static func help(on name: String?) {
    let command = configuration.subcommands.first { $0.configuration.commandName == name }
    Swift.print(command.map { helpMessage(for: $0) } ?? helpMessage())
  }

  func run() throws {
    try ProgramError.reporting {
      if StandardOutput.isTerminal {
        try Program.read(source, layout: layout, mouse: mouse)
      } else {
        try Program.print(source, layout: layout, format: .text)
      }
    }
  }
}

/// `quire print [SOURCE]`.
struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    _superCommandName: "quire",
    abstract: "Write the document to standard output."
  )

  @OptionGroup var source: SourceOptions
  @OptionGroup var layout: LayoutOptions
  @Option(help: "What to write: text, ansi (in the colours of the theme), markdown, html or json.")
  var format: PrintFormat = .text
  @Flag(help: "Linear text without drawing, for screen readers.")
  var plain = false
  @Flag(help: "Leave the discussion out.")
  var noComments = false
  @Flag(help: "Leave the article out.")
  var commentsOnly = false

  func validate() throws {
    if noComments, commentsOnly {
      throw ValidationError("--no-comments and --comments-only leave nothing; use one of them")
    }
    if plain, format != .text { throw ValidationError("--plain is text; leave --format out") }
    if layout.fold?.choice == .new {
      throw ValidationError("--fold new is for reading; what is printed knows no earlier visits")
    }
    if format == .json, noComments || commentsOnly {
      throw ValidationError("json is always whole; leave --no-comments and --comments-only out")
    }
  }

  func run() throws {
    let part: TextExporter.Part = noComments ? .article : commentsOnly ? .comments : .everything
    try ProgramError.reporting {
      try Program.print(source, layout: layout, format: plain ? .plain : format, part: part)
    }
  }
}

/// `quire themes [NAME]`.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    _superCommandName: "quire",
    abstract: "List the themes, or show what one looks like."
  )

  @Argument(help: "The theme to show.", completion: .shellCommand("quire themes 2>/dev/null"))
  var name: String?

  func run() throws {
    try ProgramError.reporting {
      if let name { try Program.showTheme(name) } else { try Program.listThemes() }
    }
  }
}

/// `quire keys`.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    _superCommandName: "quire",
    abstract: "List the keys in force."
  )

  func run() throws { try ProgramError.reporting { try Program.listKeys() } }
}

/// `quire config`.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    _superCommandName: "quire",
    abstract: "Write the default configuration, every line of it explained.",
    discussion: "Make it yours: quire config > ~/.config/quire/config.toml"
  )

  func run() throws { try ProgramError.reporting { try StandardOutput.write(Configuration.commentedDefault) } }
}

/// `quire man`.
struct Man: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    _superCommandName: "quire",
    abstract: "Write the manual page.",
    discussion: "Install it: quire man > ~/.local/share/man/man1/quire.1"
  )

  func run() throws {
    let page = try ManualPage.text()
    try ProgramError.reporting { try StandardOutput.write(page) }
  }
}
