import Acquisition
import Configuration
import DocumentModel
import Exporters
import Glibc
import Importers
import ReaderCore
import ScreenRendering
import StatementLinking
import TerminalDriver
import TerminalModel
import TextLayout
import Themes

/// What the commands do, wired from the modules.
enum Program {
  /// The columns that `print` lays text out in where nothing else is said.
  private static let printedColumns = 80

  /// Opens a source for reading by keyboard, and whatever the reader opens from there.
  static func read(_ source: SourceOptions, layout options: LayoutOptions, mouse: Bool?) throws {
    let opening = source.resolved.map { Opening.source($0) } ?? .tour
    let reading = ReadingOptions(importing: source.importing, fetching: source.fetching)
    try read(opening, reading, layout: options, mouse: mouse, remembers: !source.noState)
  }

  /// Opens something for reading by keyboard, likewise.
  ///
  /// - Parameter remembers: whether what is read is remembered.
  static func read(
    _ opening: Opening,
    _ reading: ReadingOptions = ReadingOptions(),
    layout options: LayoutOptions,
    mouse: Bool?,
    remembers: Bool
  ) throws {
    let loader = try loader(of: opening, reading)
    let first = try firstSnapshot(of: opening, loader)
    let appearance = try Appearance(options)
    let theme = try appearance.theme()
    let problems = appearance.problems + theme.problems
    for problem in problems { StandardError.write(problem) }
    let terminal: NcursesTerminal
    do { terminal = try NcursesTerminal() } catch { throw ProgramError(error.description) }
    var session = ReadingSession(
      terminal: terminal,
      appearance: appearance,
      theme: theme.theme,
      usesMouse: mouse ?? appearance.configuration.usesMouse,
      reading: reading,
      keeper: MemoryKeeper(folder: remembers ? StateFolder.path : nil)
    )
    // What is wrong with the configuration would go unseen until the end.
    session.problem = problems.first.map(appearance.files.brief)
    let failure = session.run(opening, loader, first)
    terminal.close()
    session.progress?.stop()
    // Neither the other threads nor a large document's memory hold up the end.
    if let failure { throw ProgramError(failure) }
    exit(EXIT_SUCCESS)
  }

  /// What reads a source; `nil` for what is not one.
  static func loader(of opening: Opening, _ reading: ReadingOptions) throws(ProgramError) -> Loader? {
    if case .source(let source) = opening { try Loader(source, reading) } else { nil }
  }

  /// What the first screen shows: the beginning of a file, or the tour. What is piped in may keep us waiting: `nil`.
  static func firstSnapshot(of opening: Opening, _ loader: Loader?) throws(ProgramError) -> Loader.Snapshot? {
    switch opening {
    case .tour: .tour
    case .saved(_, let json): Loader.Snapshot(saved: json)
    case .source: loader?.hasAllBytes == true ? try loader?.next() : nil
    }
  }

  /// Writes a source to standard output.
  static func print(
    _ source: SourceOptions,
    layout options: LayoutOptions,
    format: PrintFormat,
    part: TextExporter.Part = .everything
  ) throws {
    let opening = source.resolved.map { Opening.source($0) } ?? .tour
    let reading = ReadingOptions(importing: source.importing, fetching: source.fetching)
    try print(opening, reading, layout: options, format: format, part: part)
  }

  /// Writes something to standard output, likewise.
  static func print(
    _ opening: Opening,
    _ reading: ReadingOptions = ReadingOptions(),
    layout options: LayoutOptions,
    format: PrintFormat,
    part: TextExporter.Part = .everything
  ) throws {
    let (document, failure) = try document(of: opening, reading)
    let links = StatementLinks(linking: document)
    switch format {
    case .json: try JSONExporter.export(document, links: links, into: StandardOutput.write)
    case .markdown: try MarkdownExporter.export(document, links: links, part: part, into: StandardOutput.write)
    case .html: try HTMLExporter.export(document, links: links, part: part, into: StandardOutput.write)
    case .plain: try PlainExporter.export(document, links: links, part: part, into: StandardOutput.write)
    case .text, .ansi:
      let width = options.width ?? printedColumns
      let layout = DocumentLayout(
        document,
        geometry: LayoutGeometry(window: width, column: width, hasGutter: false),
        symbols: options.ascii ?? false ? .ascii : .unicode,
        folds: FoldState(level: options.fold?.choice.depth),
        sources: links.sources,
        datesSources: true
      )
      try TextExporter.export(
        layout,
        part: part,
        theme: format == .ansi ? try theme(options) : nil,
        hasColors: Appearance.hasColors,
        into: StandardOutput.write
      )
    }
    if let failure { throw failure }
  }

  /// The whole document; or what has come of it, and why that is not all.
  private static func document(
    of opening: Opening,
    _ reading: ReadingOptions
  ) throws(ProgramError) -> (document: Document, failure: ProgramError?) {
    switch opening {
    case .tour: return (Loader.Snapshot.tour.document, nil)
    case .saved(_, let json): return (Loader.Snapshot(saved: json).document, nil)
    case .source(let source):
      let loader = try Loader(source, reading)
      let read = try loader.document()
      // What has failed altogether is said in the end.
      if let notice = loader.notice, read.failure == nil { StandardError.write("\(source.name): \(notice)") }
      return read
    }
  }

  /// The theme to print in; what is wrong with it or the configuration is said.
  private static func theme(_ options: LayoutOptions) throws -> Theme {
    let appearance = try Appearance(options)
    let loaded = try appearance.theme()
    for problem in appearance.problems + loaded.problems { StandardError.write(problem) }
    return loaded.theme
  }
}

// MARK: Commands about the program itself

extension Program {
  /// Writes the names of all themes, on a terminal with a sample of each.
  static func listThemes() throws {
    let files = UserFiles()
    let names = files.themeNames
    guard StandardOutput.isTerminal else { return try StandardOutput.write(names.map { $0 + "\n" }.joined()) }
    let columns = (names.map(\.count).max() ?? 0) + 2
    for name in names {
      let loaded = try files.theme(name)
      for problem in loaded.problems { StandardError.write(problem) }
      try StandardOutput.write(
        ThemePreview.sample(of: loaded.theme, nameColumns: columns, hasColors: Appearance.hasColors)
      )
    }
  }

  /// Writes a screen as it looks in the theme called `name`.
  static func showTheme(_ name: String) throws {
    let loaded = try UserFiles().theme(name)
    for problem in loaded.problems { StandardError.write(problem) }
    try StandardOutput.write(ThemePreview.screen(in: loaded.theme, hasColors: Appearance.hasColors))
  }

  /// Writes the key table in force.
  static func listKeys() throws {
    let loaded = try UserFiles().configuration()
    for problem in loaded.problems { StandardError.write(problem) }
    try StandardOutput.write(KeyTable.text(for: loaded.configuration.keymap))
  }
}
