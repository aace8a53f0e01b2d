import DocumentModel
import HTMLParsing

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
      return HTMLImporter.read(
        bytes,
        name: name,
        address: options.address,
        encodingLabel: options.charset,
        usesEngines: options.usesEngines,
        progress: progress
      )
    case .feed:
      return FeedImporter.read(bytes, name: name, address: options.address, isComplete: isComplete, progress: progress)
    case .json: return JSONImporter.read(bytes, name: name, isComplete: isComplete, progress: progress)
    case .markdown:
      return decoded(bytes, options.charset) { MarkdownImporter.read($0, name: name, progress: progress) }
    case .webArchive:
      guard let archive = bytes.withUnsafeBufferPointer({ WebArchive($0) }) else {
        return MailImporter.read(bytes, name: name, isComplete: isComplete, progress: progress)
      }
      return HTMLImporter.read(
        archive.page.span,
        name: name,
        address: archive.address,
        encodingLabel: archive.encodingLabel,
        usesEngines: options.usesEngines,
        progress: progress
      )
    case .empty, .binary, .plainText:
      return decoded(bytes, options.charset) {
        PlainTextImporter.read($0, name: name, isComplete: isComplete, progress: progress)
      }
    }
  }

  /// Reads a text that cannot say itself what it is encoded in, where somebody else does.
  private static func decoded(_ bytes: Span<UInt8>, _ label: String?, _ read: (Span<UInt8>) -> Document) -> Document {
    guard let encoding = label.flatMap({ HTMLEncoding(label: $0.utf8) }), encoding != .utf8 else { return read(bytes) }
    let text = bytes.withUnsafeBufferPointer { encoding.decoded($0) }
    return read(text.span)
  }

  /// The document of a folder, whose `files` stand in `bytes`: of its mails and mailboxes. `nil` where it has none.
  ///
  /// - Parameters:
  ///   - name: the folder's name; a title of last resort.
  ///   - isComplete: whether they are the whole folder and not its beginning.
  ///   - options: where they say that it holds mails, every file is one.
  ///   - progress: is told how far the reading is, and can end it.
  /// - Precondition: `files` are in order and do not overlap.
  /// - Complexity: O(n)
  package static func read(
    _ bytes: Span<UInt8>,
    files: [Range<Int>],
    name: String? = nil,
    isComplete: Bool = true,
    options: ImportOptions = ImportOptions(),
    progress: ImportProgress? = nil
  ) -> Document? {
    let mails = files.filter {
      options.format == .mail || FormatDetection.format(of: bytes.extracting($0), name: nil) == .mail
    }
    guard !mails.isEmpty else { return nil }
    var document = MailImporter.read(bytes, files: mails, name: name, isComplete: isComplete, progress: progress)
    let others = files.count - mails.count
    if others > 0 {
      let message =
        others == 1
        ? "a file of the folder is no mail; it was" : "\(others) files of the folder are no mails; they were"
      document.diagnostics.append(Diagnostic(.warning, message + " left out"))
    }
    return document
  }
}
