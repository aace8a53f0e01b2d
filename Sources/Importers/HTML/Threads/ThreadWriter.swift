import DocumentModel

/// Writes the contributions of a page as the discussion of a document.
struct ThreadWriter {
  private let thread: PageThread
  private let makeWriter: () -> WordsWriter

  /// Writes the words of a contribution into the comment that is open.
  typealias WordsWriter = (ThreadBody, inout DocumentBuilder) -> Void

  /// - Parameter makeWriter: makes a writer of words; several may write at the same time.
  init(_ thread: PageThread, makeWriter: @escaping () -> WordsWriter) {
    self.thread = thread
    self.makeWriter = makeWriter
  }

  /// Writes all of them in reading order; those that are only answered get a stand-in. Many are written in parts at the
  /// same time.
  ///
  /// - Complexity: O(number of contributions), besides what their words cost
  func write(to builder: inout DocumentBuilder) {
    var assembler = ThreadAssembler()
    let keys = keys()
    for (index, record) in thread.records.enumerated() {
      let parent: String? =
        switch record.parent {
        case .none: nil
        case .record(let parent): keys[parent]
        case .missing(let id): id
        }
      assembler.add(id: keys[index], parent: parent)
    }
    let entries = assembler.assemble()
    let parts = DiscussionParts.divide(entries[...]) { $0.depth == 0 }
    let writers = parts.map { _ in makeWriter() }
    var builders = parts.map { _ in DocumentBuilder(isPart: true) }
    // The first part goes on with the document that there is.
    swap(&builders[0], &builder)
    Concurrency.perform(on: &builders, parts.count) { number, builder in
      write(parts[number], with: writers[number], to: &builder)
    }
    swap(&builders[0], &builder)
    for part in builders.dropFirst() { builder.append(discussionOf: part) }
    builder.diagnostics += assembler.shownDiagnostics
  }

  private func write(
    _ entries: ArraySlice<ThreadAssembler.Entry>,
    with writeWords: WordsWriter,
    to builder: inout DocumentBuilder
  ) {
    var depth = 0
    for entry in entries {
      while depth > entry.depth {
        builder.close()
        depth -= 1
      }
      depth += 1
      guard let contribution = entry.contribution else {
        builder.openComment(Comment(id: entry.id, standing: .missing))
        continue
      }
      let record = thread.records[contribution]
      builder.openComment(
        Comment(
          id: record.id,
          author: record.author,
          displayName: record.displayName == record.author ? nil : record.displayName,
          published: record.moment?.timestamp,
          age: record.moment?.age,
          score: record.score,
          address: record.address,
          standing: record.standing
        )
      )
      writeWords(record.body, &builder)
    }
  }

  /// A name for each record to assemble by: its id, or where that is taken or there is none, its number.
  private func keys() -> [String] {
    var taken: Set<String> = []
    return thread.records.indices.map { index in
      let id = thread.records[index].id
      return !id.isEmpty && taken.insert(id).inserted ? id : ThreadAssembler.placeholder(index)
    }
  }
}
