import DocumentModel
import HTMLParsing

/// Writes texts in Markdown as blocks: for documents, and for bodies in JSON and elsewhere.
///
/// They become HTML first and blocks by ``HTMLBlockWriter``, so that what is in HTML within them, links, quotations and
/// code mean what they mean everywhere else.
package enum MarkdownBody {
  /// Writes `text`, UTF-8 or meant to be, below the node that is open in `builder`.
  ///
  /// - Parameters:
  ///   - base: the address that relative links are resolved against.
  ///   - setting: whether statements are those of an article or of a comment.
  /// - Complexity: O(n)
  package static func write(
    _ text: some Collection<UInt8>,
    base: String? = nil,
    to builder: inout DocumentBuilder,
    as setting: HTMLBlockWriter.Setting
  ) {
    let page =
      text.withContiguousStorageIfAvailable { MarkdownPage($0) }
      ?? Array(text).withUnsafeBufferPointer { MarkdownPage($0) }
    if page.isCurtailed { note(in: &builder) }
    var writer = HTMLBlockWriter(tree(of: page), base: base)
    writer.write([.document], to: &builder, as: setting)
  }

  /// The tree of a page, as the children of the document.
  static func tree(of page: MarkdownPage) -> HTMLTree {
    var parser = HTMLParser(fragmentIn: "div")
    parser.feed(page.html)
    return parser.finish()
  }

  /// Says that a text is shown as it stands.
  static func note(in builder: inout DocumentBuilder) {
    builder.diagnostics.append(
      Diagnostic(.warning, "Markdown nests too deep or grows too much; the text is shown without its marks understood")
    )
  }
}
