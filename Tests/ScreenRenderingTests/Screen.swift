import DocumentModel
import ReaderCore
import ScreenRendering
import TerminalModel
import TestSupport
import TextLayout
import Themes

/// A reader and what it draws: keys in the keymap's notation go in, cells come out.
struct Screen {
  private(set) var state: ReaderState
  private let renderer: ScreenRenderer
  private let theme: String

  init(_ document: Document, columns: Int = 80, rows: Int = 24, symbols: Symbols = .unicode, theme: String = "terminal")
  {
    state = ReaderState(document, size: Size(rows: rows, columns: columns), symbols: symbols)
    _ = state.handle(.indexed(ReaderIndex(of: document, era: 0)))
    renderer = ScreenRenderer(theme: Theme.builtIn(theme)!)
    self.theme = theme
  }

  mutating func type(_ keys: String) {
    for key in keys.split(separator: " ") {
      // A word that is no key by name is typed letter by letter: zM, 40%.
      let events = KeyEvent(notation: String(key)).map { [$0] } ?? key.unicodeScalars.map { KeyEvent(.character($0)) }
      for event in events { _ = state.handle(.key(event)) }
    }
  }

  mutating func take(_ event: ReaderEvent) { _ = state.handle(event) }

  mutating func resize(columns: Int, rows: Int) { _ = state.handle(.resized(Size(rows: rows, columns: columns))) }

  /// The share of the text up to the last line on the screen, in percent.
  var percentage: Int { state.percentage(shown: state.screenLines) ?? 0 }

  var frame: CellGrid { renderer.frame(for: state) }

  /// The frame as somebody draws it who has drawn none before.
  var freshFrame: CellGrid { ScreenRenderer(theme: Theme.builtIn(theme)!).frame(for: state) }

  /// The status line, cell by cell: one character a column, those of continuation cells left out.
  var status: String { frame.rows[state.size.rows - 1].cells.map(\.glyph.string).joined() }
}
