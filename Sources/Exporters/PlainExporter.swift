import DocumentModel
import StatementLinking

/// Writes a document as it is read aloud: for screen readers and braille lines.
///
/// No drawing, no columns, no colours: what the screen shows by place and marks is said in words. A block is a line,
/// however long.
package enum PlainExporter {
  /// Writes `document` in chunks of about 64 KB; `links` are those of its statements.
  ///
  /// - Complexity: O(n) time, O(depth of blocks) space.
  /// - Throws: what `sink` throws; nothing more is written then.
  package static func export<Failure: Error>(
    _ document: Document,
    links: StatementLinks,
    part: TextExporter.Part = .everything,
    into sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try ByteOutput.write(to: sink) { output in
      var writer = PlainWriter(document, links: links, output: output)
      writer.write(part)
    }
  }
}
