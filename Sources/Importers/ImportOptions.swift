/// How a source is to be read, where it does not say so itself or says it wrongly.
package struct ImportOptions: Sendable {
  /// What kind of source it is, whatever it looks like.
  package var format: SourceFormat?
  /// Whether discussions on pages are read by the descriptions of known engines; else by repetition alone, as those of
  /// unknown ones are.
  package var usesEngines: Bool

  /// What is found by looking at the source, unless something is said.
  package init(format: SourceFormat? = nil, usesEngines: Bool = true) {
    self.format = format
    self.usesEngines = usesEngines
  }
}
