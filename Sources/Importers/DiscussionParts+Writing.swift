import DocumentModel

/// Writes a discussion, or a part of one that others write other parts of at the same time.
protocol DiscussionWriter {
  /// What is written to.
  var builder: DocumentBuilder { get set }

  /// A writer like this one of another part, with nothing written yet: its builder is one of a part.
  func part() -> Self

  /// Adds what a writer of the part that follows has written.
  mutating func append(_ part: Self)
}

extension DiscussionParts {
  /// Has a writer write a discussion, many entries in parts at the same time, each added to the ones before it while
  /// others are still written. The document is the same as if one had written it all.
  ///
  /// - Parameters:
  ///   - textCount: about how many bytes of text there will be. Room for them is made, not used.
  ///   - isTopLevel: whether a part can begin with an entry.
  ///   - write: writes a part; what it leaves open is closed.
  static func write<Entry, Writer: DiscussionWriter>(
    _ entries: ArraySlice<Entry>,
    textCount: Int,
    with writer: inout Writer,
    isTopLevel: (Entry) -> Bool,
    _ write: (_ part: ArraySlice<Entry>, _ writer: inout Writer) -> Void
  ) {
    let parts = divide(entries, isTopLevel: isTopLevel)
    // To the first part the others are added.
    writer.builder.reserveText(writer.builder.textCount + textCount)
    writer.builder.reserveComments(entries.count)
    guard parts.count > 1 else { return write(entries, &writer) }
    var writers: [Writer?] = [nil]
    for part in parts.dropFirst() {
      var writer = writer.part()
      writer.builder.reserveText(textCount / parts.count)
      writer.builder.reserveComments(part.count)
      writers.append(writer)
    }
    // The first part goes on with the document that there is.
    writers[0] = consume writer
    var whole: Writer?
    Concurrency.perform(
      on: &writers,
      { number, place in
        // Taken out, so that nothing of it is copied when it is written to.
        guard var writer = place.take() else { return }
        write(parts[number], &writer)
        place = consume writer
      },
      inOrder: { _, place in
        // What has been added is not kept until all is.
        guard let part = place.take() else { return true }
        if whole == nil { whole = part } else { whole?.append(part) }
        return true
      }
    )
    guard let whole else { preconditionFailure("the first part has been written") }
    writer = whole
  }
}
