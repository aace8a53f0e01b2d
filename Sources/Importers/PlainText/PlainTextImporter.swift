import DocumentModel

/// Reads what text extractors leave of a page: title, paragraphs, headings and statements without markup, and an
/// indented list of comments.
///
/// Also text that was never a page: hard-wrapped books and manuals are put together again, drawings and programs are
/// kept as they are.
/// Reading never fails; what was left out or could not be told for certain is in the document's diagnostics.
package struct PlainTextImporter {
  /// The document that `bytes` hold.
  ///
  /// - Parameter name: the file's name or the address; a title of last resort.
  /// - Complexity: O(n)
  package static func read(_ bytes: Span<UInt8>, name: String? = nil) -> Document {
    read(TextSanitizer.sanitize(bytes), name: name, isAccountKept: false).document
  }

  /// As ``read(_:name:)``, and the account of every byte of the sanitised text.
  ///
  /// The ranges are in order, do not overlap, and cover ``TextSanitizer/sanitize(_:)``'s bytes.
  package static func readWithAccount(_ bytes: Span<UInt8>, name: String? = nil) -> (
    document: Document, account: [AccountEntry]
  ) {
    read(TextSanitizer.sanitize(bytes), name: name, isAccountKept: true)
  }

  private static func read(_ source: SanitizedText, name: String?, isAccountKept: Bool) -> (
    document: Document, account: [AccountEntry]
  ) {
    var writer = DocumentWriter(source.bytes, account: Account(isKept: isAccountKept))
    writer.builder.diagnostics = source.diagnostics
    writer.isWrapped = WrapDetection.isWrapped(source.bytes)
    var finder = ThreadFinder(source.bytes)
    let finding = finder.find()
    var end = source.bytes.count
    if case .thread(let profile) = finding { end = profile.start }
    var article = ArticleReader(until: end, writer: writer)
    writer = article.read()
    if case .thread(let profile) = finding {
      var thread = ThreadReader(profile, writer: writer)
      writer = thread.read()
    }
    if writer.builder.metadata.title == nil {
      writer.builder.metadata.title = name.map { TextSanitizer.field($0.utf8) }
    }
    let account = isAccountKept ? writer.account.closed(over: source.bytes) : []
    return (writer.builder.finish(), account)
  }
}
