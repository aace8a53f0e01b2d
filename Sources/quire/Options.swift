import Acquisition
import ArgumentParser
import Configuration
import Glibc
import Importers

/// Where the document comes from.
struct SourceOptions: ParsableArguments {
  @Argument(help: "A file, an address on the web, or - for standard input.", completion: .file())
  var source: String?

  @Flag(name: .customLong("no-state"), help: "Remember nothing of this reading, and keep nothing that was fetched.")
  var noState = false

  @Option(
    name: .customLong("format-in"),
    help: ArgumentHelp(
      "What the source is, whatever it looks like: \(InputFormat.allValueStrings.joined(separator: ", ")).",
      valueName: "format"
    )
  )
  var format: InputFormat?

  @Flag(name: .customLong("generic-only"), help: .hidden)
  var genericOnly = false

  /// How the source is to be read.
  var importing: ImportOptions { ImportOptions(format: format?.format, usesEngines: !genericOnly) }

  /// How what stands on the web is fetched.
  var fetching: FetchOptions { FetchOptions(keepsAnswers: !noState) }

  /// The source that is meant; `nil` is the guided tour: nothing is named, and nothing piped in.
  var resolved: Source? {
    if let source { return Source(argument: source) }
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return nil }
    // A terminal, or the null device that a program without input is given, brings nothing.
    return status.st_mode & S_IFMT == S_IFCHR ? nil : .standardInput
  }
}

/// The value of `--format-in`.
struct InputFormat: ExpressibleByArgument {
  var format: SourceFormat

  private static let names: [(name: String, format: SourceFormat)] = [
    ("text", .plainText), ("html", .html), ("json", .json), ("mail", .mail), ("feed", .feed), ("markdown", .markdown),
  ]

  static var allValueStrings: [String] { names.map(\.name) }

  init?(argument: String) {
    guard let format = Self.names.first(where: { $0.name == argument })?.format else { return nil }
    self.format = format
  }
}

/// How the document is laid out.
struct LayoutOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The greatest width of the text column.", valueName: "columns"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "What begins folded: none, all, new (all but what is new since the last visit), or comments from level N on.",
      valueName: "none|all|new|N"
    ),
    completion: .list(["none", "all", "new", "0", "1", "2"])
  )
  var fold: FoldOption?

  @Option(
    help: ArgumentHelp("The theme; quire themes lists those that there are.", valueName: "name"),
    completion: .shellCommand("quire themes 2>/dev/null")
  )
  var theme: String?

  @Flag(inversion: .prefixedNo, help: "Draw with ASCII characters only.")
  var ascii: Bool?

  @Flag(inversion: .prefixedNo, help: "Let what changes by itself change only now and then.")
  var reducedMotion: Bool?

  func validate() throws {
    if let width, !(1...10_000).contains(width) {
      throw ValidationError("--width \(width) is out of bounds; give 1 to 10000 columns")
    }
  }
}

/// The value of `--fold`.
struct FoldOption: ExpressibleByArgument {
  var choice: FoldChoice

  init?(argument: String) {
    guard let choice = FoldChoice(argument) else { return nil }
    self.choice = choice
  }
}

/// The value of `--format`.
enum PrintFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case ansi
  case markdown
  case html
  case json
  case plain

  static var allValueStrings: [String] { ["text", "ansi", "markdown", "html", "json"] }

  init?(argument: String) {
    guard Self.allValueStrings.contains(argument) else { return nil }
    self.init(rawValue: argument)
  }
}
