import DocumentModel
import StatementLinking

/// Writes a document as Markdown: CommonMark with tables, as GitHub, pandoc and Quire itself read it.
///
/// What is known of the document stands before it as front matter. Comments are entries of nested lists; a reply deeper
/// than lists can be read stands on the deepest level and says whom it answers. Links are references: numbers in the text,
/// addresses at the end. Everything from the document is escaped so that it reads back as it was.
package enum MarkdownExporter {
  /// Writes `document` in chunks of about 64 KB; `links` are those of its statements.
  ///
  /// - Complexity: O(n) time; O(depth of blocks) space, and a bit for each comment.
  /// - Throws: what `sink` throws; nothing more is written then.
  package static func export<Failure: Error>(
    _ document: Document,
    links: StatementLinks,
    part: TextExporter.Part = .everything,
    into sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try ByteOutput.write(to: sink) { output in
      var writer = MarkdownWriter(document, links: links, output: output)
      writer.write(part)
    }
  }
}
