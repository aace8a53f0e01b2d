import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport

/// A reader to type at: keys in the keymap's notation, separated by blanks.
struct Typist {
  private(set) var state: ReaderState
  private(set) var effects: [Effect] = []

  init(_ document: Document, columns: Int = 80, rows: Int = 24) {
    state = ReaderState(document, size: Size(rows: rows, columns: columns))
  }

  init(_ sketch: String, columns: Int = 80, rows: Int = 24) {
    self.init(Document(sketch: sketch), columns: columns, rows: rows)
  }

  mutating func type(_ keys: String) {
    for key in keys.split(separator: " ") {
      // A word that is no key by name is typed letter by letter: zM, 40%.
      let events = KeyEvent(notation: String(key)).map { [$0] } ?? key.unicodeScalars.map { KeyEvent(.character($0)) }
      for event in events { effects += state.handle(.key(event)) }
    }
  }

  /// The share of the text up to the last line on the screen, in percent.
  var percentage: Int { state.percentage(shown: state.screenLines) ?? 0 }

  mutating func resize(rows: Int) { _ = state.handle(.resized(Size(rows: rows, columns: state.size.columns))) }
}
