import Acquisition
import ArgumentParser
import DocumentModel
import Exporters
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
  static func read(_ source: SourceOptions, layout options: LayoutOptions) throws {
    let document = try Loader.document(from: source)
    let terminal: NcursesTerminal
    do { terminal = try NcursesTerminal() } catch { throw ProgramError(error.description) }
    defer { terminal.close() }
    let state = ReaderState(
      document,
      size: terminal.size,
      column: options.width ?? LayoutGeometry.defaultColumns,
      symbols: options.symbols,
      foldLevel: options.fold.depth
    )
    var loop = RunLoop(terminal: terminal, renderer: ScreenRenderer(theme: try theme(options)), state: state)
    loop.run()
  }

  /// Writes a source to standard output.
  static func print(
    _ source: SourceOptions,
    layout options: LayoutOptions,
    format: PrintFormat,
    part: TextExporter.Part = .everything
  ) throws {
    let document = try Loader.document(from: source)
    let links = StatementLinks(linking: document)
    switch format {
    case .json: try JSONExporter.export(document, links: links, into: StandardOutput.write)
    case .plain: try PlainExporter.export(document, part: part, into: StandardOutput.write)
    case .text, .ansi:
      let width = options.width ?? printedColumns
      let layout = DocumentLayout(
        document,
        geometry: LayoutGeometry(window: width, column: width, hasGutter: false),
        symbols: options.symbols,
        folds: FoldState(level: options.fold.depth),
        sources: links.sources
      )
      try TextExporter.export(
        layout,
        part: part,
        theme: format == .ansi ? try theme(options) : nil,
        into: StandardOutput.write
      )
    }
  }

  private static func theme(_ options: LayoutOptions) throws -> Theme {
    guard let theme = Theme.builtIn(options.theme) else {
      throw ValidationError(
        "there is no theme called \(options.theme); use one of \(Theme.names.joined(separator: ", "))"
      )
    }
    return theme
  }
}
