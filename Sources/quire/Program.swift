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

  /// Opens a source for reading by keyboard.
  static func read(_ source: SourceOptions, layout options: LayoutOptions, mouse: Bool?) throws {
    let (importing, fetching) = (source.importing, source.fetching)
    let loader = try source.resolved.map { (source) throws(ProgramError) in
      try Loader(source, options: importing, fetching: fetching)
    }
    let first = try firstSnapshot(of: loader)
    let shown = first ?? .nothing(from: loader)
    let appearance = try Appearance(options)
    let theme = try appearance.theme()
    let problems = appearance.problems + theme.problems
    for problem in problems { StandardError.write(problem) }
    let terminal: NcursesTerminal
    do { terminal = try NcursesTerminal() } catch { throw ProgramError(error.description) }
    var state = ReaderState(
      shown.document,
      size: terminal.size,
      column: appearance.width ?? LayoutGeometry.defaultColumns,
      symbols: appearance.symbols,
      foldLevel: appearance.foldLevel,
      stage: shown.stage,
      keymap: appearance.configuration.keymap,
      themes: appearance.files.themeNames,
      usesMouse: mouse ?? appearance.configuration.usesMouse
    )
    terminal.useMouse(state.usesMouse)
    // What is wrong with the configuration would go unseen until the end.
    if let problem = problems.first { _ = state.handle(.said(appearance.files.brief(problem))) }
    let progress = loader?.progress
    let inbox = Inbox(waker: terminal.waker)
    var loop = RunLoop(
      terminal: terminal,
      appearance: appearance,
      theme: theme.theme,
      state: state,
      inbox: inbox,
      progress: progress
    )
    BackgroundThread.run { read(rest: loader, after: first, into: inbox) }
    loop.show()
    let failure = loop.run()
    terminal.close()
    progress?.stop()
    // Neither the other thread nor a large document's memory holds up the end.
    if let failure { throw ProgramError(failure) }
    exit(EXIT_SUCCESS)
  }

  /// What the first screen shows: the beginning of a file, or the tour. What is piped in may keep us waiting: `nil`.
  private static func firstSnapshot(of loader: Loader?) throws(ProgramError) -> Loader.Snapshot? {
    guard let loader else { return .tour }
    return loader.hasAllBytes ? try loader.next() : nil
  }

  /// Reads on beside the main thread: longer documents, then what there is to know about the last of them.
  private static func read(rest loader: Loader?, after first: Loader.Snapshot?, into inbox: Inbox) {
    var last: Loader.Snapshot?
    var era = 0
    var isWhole = true
    if let first { inbox.post(.indexed(ReaderIndex(of: first.document, era: era))) }
    do throws(ProgramError) {
      while let snapshot = try loader?.next() {
        inbox.post(.read(snapshot.document, snapshot.stage))
        last = snapshot
        era += 1
      }
    } catch {
      inbox.post(.failed(error.message, brief: error.brief))
      isWhole = false
    }
    if let last { inbox.post(.indexed(ReaderIndex(of: last.document, era: era))) }
    if isWhole, let notice = loader?.notice { inbox.post(.said(notice)) }
  }

  /// Writes a source to standard output.
  static func print(
    _ source: SourceOptions,
    layout options: LayoutOptions,
    format: PrintFormat,
    part: TextExporter.Part = .everything
  ) throws {
    let (document, failure) = try document(from: source)
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
  private static func document(from options: SourceOptions) throws(ProgramError) -> (Document, ProgramError?) {
    guard let source = options.resolved else { return (Loader.Snapshot.tour.document, nil) }
    let loader = try Loader(source, options: options.importing, fetching: options.fetching)
    let read = try loader.document()
    // What has failed altogether is said in the end.
    if let notice = loader.notice, read.failure == nil { StandardError.write("\(source.name): \(notice)") }
    return read
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
