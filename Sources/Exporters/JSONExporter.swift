import DocumentModel
import StatementLinking

/// Quire's JSON, version 1.
///
/// Keys stand in a fixed order and absent facts are absent keys, so that equal documents give equal bytes. Comments and
/// blocks stand on a line each (blocks inside blocks on their block's line): made for `diff` and `grep` as much as for
/// parsers.
package enum JSONExporter {
  /// Writes `document` in chunks of about 64 KB; `links` are those of its statements.
  ///
  /// - Complexity: O(n) time, O(depth) space; the text of a block that contains blocks is written again for each level
  ///   of them.
  /// - Throws: what `sink` throws; nothing more is written then.
  package static func export<Failure: Error>(
    _ document: Document,
    links: StatementLinks,
    into sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try ByteOutput.write(to: sink) { output in
      var writer = JSONWriter(document, links: links, output: output)
      writer.write()
    }
  }

  /// All of `document` at once.
  package static func export(_ document: Document, links: StatementLinks) -> [UInt8] {
    var bytes: [UInt8] = []
    export(document, links: links) { chunk in
      chunk.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}
