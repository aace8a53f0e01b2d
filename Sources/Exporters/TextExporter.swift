import DocumentModel
import TerminalModel
import TextLayout
import Themes

/// Writes a document as it looks on the screen: as plain text, or with the colours of a theme as terminal sequences (ECMA-48).
package enum TextExporter {
  /// Which part of a document is written.
  package enum Part: Sendable {
    case everything
    /// The article without the discussion.
    case article
    /// The discussion without the article.
    case comments
  }

  /// Writes the lines of `layout`; below plain text, where its links lead.
  ///
  /// - Parameters:
  ///   - theme: gives the colours; plain text when `nil`.
  ///   - hasColors: whether colours are told, or only attributes such as bold.
  ///   - sink: takes UTF-8 in pieces, each of whole lines.
  /// - Complexity: O(length of the text)
  package static func export<Failure: Error>(
    _ layout: DocumentLayout,
    part: Part = .everything,
    theme: Theme? = nil,
    hasColors: Bool = true,
    into sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var endsBlank = true
    let writer = TextWriter(layout, part: part, theme: theme, hasColors: hasColors)
    try writer.write { (bytes, isBlank) throws(Failure) in
      endsBlank = isBlank
      try sink(bytes)
    }
    guard theme == nil else { return }
    let document = layout.document
    let article = document.articleTextRange
    let bytes: Range<Int> =
      switch part {
      case .everything: 0..<document.text.count
      case .article: article
      case .comments: article.upperBound..<document.text.count
      }
    var links = LinkList(of: layout)
    try links.write(bytes, afterBlankRow: endsBlank, into: sink)
  }
}
