import DocumentModel
import StatementLinking

/// Writes a document as a page of HTML that needs nothing else: no scripts, no pictures, nothing from the web.
///
/// Each comment is a `details` element, so that browsers fold threads. A quotation leads to the words it quotes, and those
/// back to it. The page is light or dark as the reader's system is. Comments are marked with the vocabulary of schema.org,
/// by which Quire and others find them again.
package enum HTMLExporter {
  /// Writes `document` in chunks of about 64 KB; `links` are those of its statements.
  ///
  /// - Complexity: O(n + s log s) time for s statements; O(depth of blocks + s) space.
  /// - Throws: what `sink` throws; nothing more is written then.
  package static func export<Failure: Error>(
    _ document: Document,
    links: StatementLinks,
    part: TextExporter.Part = .everything,
    into sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try ByteOutput.write(to: sink) { output in
      var writer = HTMLWriter(document, links: links, part: part, output: output)
      writer.write()
    }
  }
}
