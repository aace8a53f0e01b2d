import DocumentModel
import ReaderCore
import ScreenRendering
import TerminalModel
import Themes

/// The program without a terminal: keys go in, frames come out.
final class Reading {
  private let renderer = Theme.builtIn(Theme.names[0]).map(ScreenRenderer.init(theme:))

  /// Where the reader is.
  private(set) var state: ReaderState

  /// A reader at the top of a document; nothing is laid out.
  init(of document: Document, window: Window) { state = ReaderState(document, size: window.size) }

  /// A reader at the top; nothing is laid out, and sources of statements are known.
  convenience init(of material: Material, window: Window) {
    self.init(of: material.document, window: window)
    handle(.indexed(material.index))
  }

  /// Takes in an event.
  func handle(_ event: ReaderEvent) { _ = state.handle(event) }

  /// Types keys; see ``events(_:)``.
  func type(_ keys: String) {
    for event in Self.events(keys) { handle(event) }
  }

  /// Types `keys` until `isThere`, at most a thousand times.
  func type(_ keys: String, until isThere: (ReaderState) -> Bool) {
    var attempts = 0
    while !isThere(state), attempts < 1000 {
      type(keys)
      attempts += 1
    }
  }

  /// Makes the frame that shows the state.
  ///
  /// - Returns: a number that depends on it.
  func paint() -> Int {
    guard let frame = renderer?.frame(for: state) else { return 0 }
    return frame.rows.first == frame.rows.last ? 1 : 2
  }

  /// The events of keys in the keymap's notation, separated by blanks; a word that names no key is typed letter by letter: `zM`, `40%`.
  static func events(_ keys: String) -> [ReaderEvent] {
    keys.split(separator: " ").flatMap { word in
      KeyEvent(notation: String(word)).map { [$0] } ?? word.unicodeScalars.map { KeyEvent(.character($0)) }
    }.map(ReaderEvent.key)
  }
}
