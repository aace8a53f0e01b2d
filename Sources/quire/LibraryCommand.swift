import ArgumentParser

/// `quire library …`.
struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    _superCommandName: "quire",
    abstract: "What was read: list it, search it, open it without its source.",
    discussion: """
      A document is named by its number in the list, or by the file or address that it was read from. What was read with \
      --no-state is not in the library.
      """,
    subcommands: [ListLibrary.self, SearchLibrary.self, OpenDocument.self, ExportDocument.self, RemoveDocument.self],
    defaultSubcommand: ListLibrary.self
  )
}

/// `quire library list`.
struct ListLibrary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what was read, the latest first."
  )

  @Option(help: ArgumentHelp("List no more than so many.", valueName: "count"))
  var most: Int?

  func validate() throws {
    if let most, most < 1 { throw ValidationError("--most \(most) lists nothing; give 1 or more") }
  }

  func run() throws { try ProgramError.reporting { try LibraryProgram.list(most: most) } }
}

/// `quire library search TEXT`.
struct SearchLibrary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the words of all that was read.",
    discussion: """
      All words have to stand near one another; words of three letters and more are beginnings of words. What stands in \
      quotation marks is sought as it stands: quire library search '"fog signal" harbour'
      """
  )

  @Argument(help: "What to look for.")
  var text: [String]

  @Option(help: ArgumentHelp("Show no more documents than so many.", valueName: "count"))
  var most: Int = 20

  func validate() throws {
    if most < 1 { throw ValidationError("--most \(most) shows nothing; give 1 or more") }
  }

  func run() throws {
    try ProgramError.reporting { try LibraryProgram.search(text.joined(separator: " "), most: most) }
  }
}

/// `quire library open DOCUMENT`.
struct OpenDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Read a document as it was saved, without its source.",
    discussion: "R reads its source again, where that is still there."
  )

  @Argument(help: "The number of a document, or its file or address.")
  var document: String
  @OptionGroup var layout: LayoutOptions
  @Flag(inversion: .prefixedNo, help: "Take the mouse.")
  var mouse: Bool?

  func run() throws {
    try ProgramError.reporting { try LibraryProgram.open(document, layout: layout, mouse: mouse) }
  }
}

/// `quire library export DOCUMENT`.
struct ExportDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a document as it was saved to standard output, as Quire's own JSON.",
    discussion: "Other formats: quire library export 3 | quire print --format markdown -"
  )

  @Argument(help: "The number of a document, or its file or address.")
  var document: String

  func run() throws { try ProgramError.reporting { try LibraryProgram.export(document) } }
}

/// `quire library remove DOCUMENT…`.
struct RemoveDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Forget documents: their words, and what is remembered of them."
  )

  @Argument(help: "The numbers of documents, or their files or addresses.")
  var documents: [String]

  func run() throws { try ProgramError.reporting { try LibraryProgram.remove(documents) } }
}
