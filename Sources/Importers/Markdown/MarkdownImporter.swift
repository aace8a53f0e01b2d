import DocumentModel
import HTMLParsing

/// Reads texts in Markdown: CommonMark with tables and strikethrough, front matter before it.
///
/// The title is what the front matter says, or a heading of the first level that the text begins with and that is the
/// only one of its level. Reading never fails.
package enum MarkdownImporter {
  /// The document that `bytes` hold.
  ///
  /// - Parameters:
  ///   - name: the file's name or the address; a title of last resort.
  ///   - address: where the text stands on the web, if that is known; links are resolved against it.
  ///   - progress: is told how far the reading is, and can end it.
  /// - Complexity: O(n)
  package static func read(
    _ bytes: Span<UInt8>,
    name: String? = nil,
    address: String? = nil,
    progress: ImportProgress? = nil
  ) -> Document {
    bytes.withUnsafeBufferPointer { buffer in
      let encoding = HTMLEncoding(guessedFrom: buffer)
      if encoding == .utf8 { return read(buffer, name: name, address: address, progress: progress) }
      return encoding.decoded(buffer).withUnsafeBufferPointer {
        var document = read($0, name: name, address: address, progress: progress)
        document.diagnostics.insert(Diagnostic(.info, "it is not in UTF-8; it was read as \(encoding.name)"), at: 0)
        return document
      }
    }
  }

  private static func read(
    _ buffer: UnsafeBufferPointer<UInt8>,
    name: String?,
    address: String?,
    progress: ImportProgress?
  ) -> Document {
    var meter = ProgressMeter(progress)
    _ = meter.mayGoOn(at: 0)
    let front = FrontMatter(buffer)
    let mark = buffer.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    let text = UnsafeBufferPointer(rebasing: buffer[(front?.end ?? mark)...])
    let page = MarkdownPage(text, progress: progress)
    let tree = MarkdownBody.tree(of: page)
    var builder = DocumentBuilder(metadata: front?.metadata ?? Metadata())
    builder.metadata.address = builder.metadata.address ?? address
    let heading = title(of: tree)
    let isTitle = heading.map { builder.metadata.title == nil || builder.metadata.title == $0.title } ?? false
    if let heading, isTitle { builder.metadata.title = heading.title }
    var writer = HTMLBlockWriter(tree, base: address ?? builder.metadata.address) { isTitle && $0 == heading?.node }
    writer.write([.document], to: &builder, as: .article)
    if builder.metadata.title == nil { builder.metadata.title = name.map { TextSanitizer.field($0.utf8) } }
    if page.isCurtailed { MarkdownBody.note(in: &builder) }
    _ = meter.mayGoOn(at: buffer.count)
    return builder.finish()
  }

  /// The heading that names the whole text.
  private static func title(of tree: HTMLTree) -> (node: HTMLNode, title: String)? {
    let first = tree.children(of: .document).first { tree.kind(of: $0) == .element }
    guard let first, tree.isElement(first, .h1), let title = TextSanitizer.line(tree.string(of: first)),
      !tree.descendants(of: .document, named: .h1).dropFirst().contains(where: { _ in true })
    else { return nil }
    return (first, title)
  }
}
