import Acquisition
import DocumentModel
import Importers

/// Makes the document that a command asks for.
enum Loader {
  /// The document that `options` name: a file, what is piped in, or else the guided tour.
  ///
  /// - Throws: ``ProgramError``, when the source cannot be read or holds nothing that can be.
  static func document(from options: SourceOptions) throws(ProgramError) -> Document {
    guard let source = options.resolved else { return tour }
    let bytes: SourceBytes
    do { bytes = try SourceReader.read(source) } catch { throw ProgramError(error.message) }
    // The name may become the title: it is the harmless form that messages use.
    let name = source.path == nil ? nil : source.name.split(separator: "/").last.map(String.init)
    var document = try bytes.withSpan { (span) throws(ProgramError) in
      try read(span, called: source.name, name: name)
    }
    if bytes.wasCutShort {
      document.diagnostics.append(Diagnostic(.warning, "the file became shorter while it was read; read it again"))
    }
    return document
  }

  private static func read(_ bytes: Span<UInt8>, called source: String, name: String?) throws(ProgramError) -> Document
  {
    let format = FormatDetection.format(of: bytes, name: name)
    switch format {
    case .empty: throw ProgramError("\(source): it is empty; name a file with text in it")
    case .binary: throw ProgramError("\(source): it is binary data, not text; name a page dump or another text")
    case .plainText, .html, .json, .mail, .feed, .markdown: break
    }
    var document = PlainTextImporter.read(bytes, name: name)
    if format != .plainText {
      document.diagnostics.append(
        Diagnostic(.warning, "it looks like \(format.rawValue), which cannot be read as such yet; it is shown as text")
      )
    }
    guard document.count > 1 || document.metadata.title != nil else {
      throw ProgramError("\(source): it holds nothing but white space; name a file with text in it")
    }
    return document
  }

  /// The guided tour.
  private static var tour: Document {
    let bytes = PackageResources.tour_txt
    return PlainTextImporter.read(bytes.span)
  }
}
