import DocumentModel

/// Reads what text extractors leave of a page: title, paragraphs, headings and statements without markup, and an
/// indented list of comments.
///
/// Also text that was never a page: hard-wrapped books and manuals are put together again, drawings and programs are
/// kept as they are.
/// Reading never fails; what was left out or could not be told for certain is in the document's diagnostics.
///
/// A source may be read in longer and longer beginnings, each anew. The document of a beginning is, node for node, the
/// beginning of the document of the whole, up to where the end of the bytes comes into view: nothing is concluded from
/// it. That is 64 KB before the end for what decides block by block, and the beginning of the block, list or passage
/// of a program that stands there, if that is longer. Where the discussion begins is decided by up to
/// 2 × ``ThreadFinder/window`` after the place: a beginning shorter than that may take for article what turns out to be
/// a discussion, or the reverse.
package struct PlainTextImporter {
  /// The document that `bytes` hold.
  ///
  /// - Parameters:
  ///   - name: the file's name or the address; a title of last resort.
  ///   - isComplete: whether the source ends with these bytes. If it does not, they end with a line.
  ///   - progress: is told how far the reading is, and can end it.
  /// - Complexity: O(n)
  package static func read(
    _ bytes: Span<UInt8>,
    name: String? = nil,
    isComplete: Bool = true,
    progress: ImportProgress? = nil
  ) -> Document {
    read(bytes, name: name, isComplete: isComplete, progress: progress, division: ThreadReader.Division())
  }

  /// As ``read(_:name:isComplete:progress:)``, a long thread divided as `division` says; the document is the same.
  static func read(
    _ bytes: Span<UInt8>,
    name: String? = nil,
    isComplete: Bool = true,
    progress: ImportProgress? = nil,
    division: ThreadReader.Division
  ) -> Document {
    withText(bytes, isComplete: isComplete) { text, diagnostics in
      var writer = read(text, diagnostics, name: name, isAccountKept: false, progress: progress, division: division)
      return writer.builder.finish()
    }
  }

  /// As ``read(_:name:isComplete:progress:)``, and the account of every byte of the sanitised text.
  ///
  /// The ranges are in order, do not overlap, and cover ``TextSanitizer/sanitize(_:)``'s bytes.
  package static func readWithAccount(_ bytes: Span<UInt8>, name: String? = nil, isComplete: Bool = true) -> (
    document: Document, account: [AccountEntry]
  ) {
    withText(bytes, isComplete: isComplete) { text, diagnostics in
      var writer = read(
        text,
        diagnostics,
        name: name,
        isAccountKept: true,
        progress: nil,
        division: ThreadReader.Division()
      )
      return (writer.builder.finish(), writer.account.closed(over: text))
    }
  }

  /// Lends the text of `bytes`: these themselves where they are clean, so that a file of any size is not copied, or
  /// else a sanitised copy.
  private static func withText<Result>(
    _ bytes: Span<UInt8>,
    isComplete: Bool,
    _ body: (SourceText, [Diagnostic]) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      if let start = TextSanitizer.lengthOfMark(ofClean: buffer) {
        return body(SourceText(UnsafeBufferPointer(rebasing: buffer[start...]), isComplete: isComplete), [])
      }
      let sanitized = TextSanitizer.sanitize(bytes)
      return sanitized.bytes.withUnsafeBufferPointer {
        body(SourceText($0, isComplete: isComplete), sanitized.diagnostics)
      }
    }
  }

  private static func read(
    _ text: SourceText,
    _ diagnostics: [Diagnostic],
    name: String?,
    isAccountKept: Bool,
    progress: ImportProgress?,
    division: ThreadReader.Division
  ) -> DocumentWriter {
    progress?.begin()
    var writer = DocumentWriter(text, account: Account(isKept: isAccountKept))
    writer.builder.diagnostics = diagnostics
    writer.isWrapped = WrapDetection.isWrapped(text)
    var finder = ThreadFinder(text, ProgressMeter(progress, countsReading: false))
    let finding = finder.find()
    var end = text.count
    if case .thread(let profile) = finding { end = profile.start }
    var article = ArticleReader(until: end, writer: writer, ProgressMeter(progress))
    writer = article.read()
    if case .thread(let profile) = finding {
      writer = ThreadReader.read(profile, writer: writer, progress, division: division)
    }
    if writer.builder.metadata.title == nil {
      writer.builder.metadata.title = name.map { TextSanitizer.field($0.utf8) }
    }
    return writer
  }
}
