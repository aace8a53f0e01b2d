import DocumentModel

/// Reads sources of any format that is text, each by the importer that knows it.
package enum DocumentImporter {
  /// The document that `bytes` hold.
  ///
  /// - Parameters:
  ///   - format: what ``FormatDetection`` found them to be.
  ///   - name: the file's name or the address; a title of last resort.
  ///   - isComplete: whether they are the whole source and not its beginning.
  ///   - options: how a format is read; which it is has been decided.
  ///   - progress: is told how far the reading is, and can end it.
  /// - Complexity: O(n)
  package static func read(
    _ bytes: Span<UInt8>,
    as format: SourceFormat,
    name: String? = nil,
    isComplete: Bool = true,
    options: ImportOptions = ImportOptions(),
    progress: ImportProgress? = nil
  ) -> Document {
    switch format {
    case .mail: return MailImporter.read(bytes, name: name, isComplete: isComplete, progress: progress)
    case .html:
      return HTMLImporter.read(bytes, name: name, usesEngines: options.usesEngines, progress: progress)
    case .markdown: return MarkdownImporter.read(bytes, name: name, progress: progress)
    case .empty, .binary, .plainText, .json, .feed:
      var document = PlainTextImporter.read(bytes, name: name, isComplete: isComplete, progress: progress)
      if [.json, .feed].contains(format) {
        document.diagnostics.append(
          Diagnostic(
            .warning,
            "it looks like \(format.rawValue), which cannot be read as such yet; it is shown as text"
          )
        )
      }
      return document
    }
  }
}
