import DocumentModel
import Exporters
import Importers
import ReaderCore
import ScreenRendering
import TerminalModel
import Themes

/// What themes look like, for `quire themes`.
enum ThemePreview {
  private static let size = Size(rows: 28, columns: 78)

  /// A line of the list: the name, then a few words as the theme has them.
  static func sample(of theme: Theme, nameColumns: Int, hasColors: Bool) -> String {
    let parts = [
      ("title", " Title "), ("text", "text "), ("link", "link"), ("text", " "), ("code", "code "),
      ("statement.bar", "┃ "), ("statement", "said "), ("statement.resolved", "⤴ "), ("guide.1", "│"), ("guide.2", "│"),
      ("guide.3", "│"), ("guide.4", "│"), ("guide.5", "│"), ("guide.6", "│ "), ("comment.author", "author "),
      ("comment.author.op", "op "), ("metadata", "3 March "), ("highlight", "marked"), ("text", " "),
      ("status", " 18 % "),
    ]
    let words = parts.map { scope, words in
      let sequence = ANSISequence.text(for: theme.style(of: scope), hasColors: hasColors)
      return sequence.isEmpty ? words : sequence + words + ANSISequence.reset
    }
    return theme.name + String(repeating: " ", count: max(1, nameColumns - theme.name.count)) + words.joined() + "\n"
  }

  /// A screen of the program in `theme`.
  static func screen(in theme: Theme, hasColors: Bool) -> String {
    let bytes = PackageResources.sample_json
    let document = JSONImporter.read(bytes.span)
    var state = ReaderState(document, size: size)
    _ = state.handle(.indexed(ReaderIndex(of: document, era: 0)))
    // On the quotation, one reply folded.
    for key in ["s", "s", "]", "h", "s", "S"] {
      if let key = KeyEvent(notation: key) { _ = state.handle(.key(key)) }
    }
    return ScreenExporter.text(of: ScreenRenderer(theme: theme).frame(for: state), hasColors: hasColors)
  }
}
