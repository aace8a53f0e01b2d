/// How a source is to be read, where it does not say so itself or says it wrongly.
package struct ImportOptions: Sendable {
  /// What kind of source it is, whatever it looks like.
  package var format: SourceFormat?
  /// Whether discussions on pages are read by the descriptions of known engines; else by repetition alone, as those of
  /// unknown ones are.
  package var usesEngines: Bool

  /// Where it stands on the web, if that is known.
  package var address: String?
  /// What its server says that it is: a media type, in small letters and without parameters.
  package var mediaType: String?
  /// The label of the encoding that its server says.
  package var charset: String?

  /// What is found by looking at the source, unless something is said.
  package init(format: SourceFormat? = nil, usesEngines: Bool = true) {
    self.format = format
    self.usesEngines = usesEngines
  }

  /// The format of `bytes`, which come from a file or address called `name`.
  package func format(of bytes: Span<UInt8>, name: String?) -> SourceFormat {
    format ?? FormatDetection.format(of: bytes, name: name, mediaType: mediaType)
  }
}
