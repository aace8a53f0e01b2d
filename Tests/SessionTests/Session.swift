import DocumentModel
import ReaderCore
import ScreenRendering
import TerminalModel
import TestSupport
import TextLayout
import Themes

/// A reading without a terminal: keys go in, screens come out.
struct Session {
  private(set) var state: ReaderState
  private(set) var effects: [Effect] = []
  private let renderer = ScreenRenderer(theme: Theme.builtIn("terminal")!)

  /// A reading of `document` in a window of `columns` by `rows`, its statements linked.
  init(
    _ document: Document,
    columns: Int = 80,
    rows: Int = 24,
    foldLevel: Int? = nil,
    stage: Stage = .complete,
    isLinked: Bool = true
  ) {
    state = ReaderState(document, size: Size(rows: rows, columns: columns), foldLevel: foldLevel, stage: stage)
    if isLinked { _ = state.handle(.indexed(ReaderIndex(of: document, era: 0))) }
  }

  /// A reading that has come to `state`.
  init(_ state: ReaderState) { self.state = state }

  /// A reading of a document sketched in a few lines.
  init(_ sketch: String, title: String? = nil, columns: Int = 80, rows: Int = 24) {
    self.init(Document(sketch: sketch, metadata: Metadata(title: title)), columns: columns, rows: rows)
  }

  /// Types keys in the keymap's notation; keys are separated by blanks.
  mutating func type(_ keys: String) {
    for key in keys.split(separator: " ") {
      // A word that is no key by name is typed letter by letter: zM, 40%.
      let events = KeyEvent(notation: String(key)).map { [$0] } ?? key.unicodeScalars.map { KeyEvent(.character($0)) }
      for event in events { take(.key(event)) }
    }
  }

  /// Types words as they stand.
  mutating func type(words: String) {
    for scalar in words.unicodeScalars { take(.key(KeyEvent(.character(scalar)))) }
  }

  /// Takes an event in; a search or filter that this asks for is made at once.
  mutating func take(_ event: ReaderEvent) {
    for effect in state.handle(event) {
      switch effect {
      case .search(let job) where searches: if let hits = job.run() { take(.found(hits, by: job)) }
      case .filter(let job) where searches: if let matches = job.run() { take(.filtered(matches, by: job)) }
      case .stopSearch(let job): job.cancel()
      case .stopFilter(let job): job.cancel()
      default: effects.append(effect)
      }
    }
  }

  /// Whether searches are made; else they are effects like others.
  var searches = true

  /// Changes the size of the window.
  mutating func resize(columns: Int, rows: Int) { take(.resized(Size(rows: rows, columns: columns))) }

  /// What the screen shows.
  var frame: CellGrid { renderer.frame(for: state) }

  /// The position in the status line.
  var percentage: Int { state.percentage(shown: state.screenLines) ?? 0 }

  /// What the screen shows, as text.
  var screen: String { frame.text }

  /// The words on the current line, without margin and focus bar.
  var currentText: String {
    guard state.currentLine != nil, state.view.row < state.size.rows else { return "" }
    return String(frame.text(row: state.view.row).drop { " ▌│┃".contains($0) })
  }
}
