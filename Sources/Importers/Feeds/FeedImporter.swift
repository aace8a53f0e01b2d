import DocumentModel
import HTMLParsing

/// Reads feeds (RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0) and exports of discussions in XML (WordPress, Disqus).
///
/// The entries of a feed are articles one after another; what answers them is the discussion. Reading never fails: what
/// is damaged is read as far as it makes sense, and the document's diagnostics say from where on.
package enum FeedImporter {
  /// The document that `bytes` hold.
  ///
  /// - Parameters:
  ///   - name: the file's name or the address; a title of last resort.
  ///   - address: where the feed stands on the web, if that is known; links are resolved against it.
  ///   - isComplete: whether the source ends with these bytes.
  ///   - progress: is told how far the reading is, and can end it.
  /// - Complexity: O(n log n)
  package static func read(
    _ bytes: Span<UInt8>,
    name: String? = nil,
    address: String? = nil,
    isComplete: Bool = true,
    progress: ImportProgress? = nil
  ) -> Document {
    bytes.withUnsafeBufferPointer { buffer in
      let encoding = HTMLEncoding(ofXML: buffer)
      if encoding == .utf8 {
        let mark = buffer.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        let text = UnsafeBufferPointer(rebasing: buffer[mark...])
        return read(text, name: name, address: address, isComplete: isComplete, progress: progress)
      }
      return encoding.decoded(buffer).withUnsafeBufferPointer {
        read($0, name: name, address: address, isComplete: isComplete, progress: progress)
      }
    }
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>,
    name: String?,
    address: String?,
    isComplete: Bool,
    progress: ImportProgress?
  ) -> Document {
    let ahead = ProgressMeter(progress, countsReading: false)
    var (collector, diagnostics) = XMLReader.read(text, to: FeedCollector(), isComplete: isComplete, ahead)
    collector.finish()
    let head = FeedHead(collector.head, address: address)
    if isComplete, collector.entries.isEmpty, head.metadata.title == nil {
      diagnostics.append(Diagnostic(.warning, "it has neither a title nor entries of a feed; it is shown as text"))
      var document = PlainTextImporter.read(text.span, name: name, progress: progress)
      document.diagnostics += diagnostics
      return document
    }
    for (kind, count) in collector.leftOut.sorted(by: { $0.key < $1.key }) {
      diagnostics.append(
        Diagnostic(.info, "\(count) of the kind \(kind), which nobody reads, \(count == 1 ? "was" : "were") left out")
      )
    }
    var writer = FeedWriter(head, ProgressMeter(progress))
    return writer.write(FeedThreads(collector.entries), diagnostics: diagnostics, name: name)
  }
}
