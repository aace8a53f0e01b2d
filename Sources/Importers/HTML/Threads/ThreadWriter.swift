import DocumentModel
import HTMLParsing

/// Writes the contributions of a page as the discussion of a document.
struct ThreadWriter {
  private let thread: PageThread
  /// As many bytes of text at most.
  private let textCount: Int
  private let makeWriter: () -> WordsWriter

  /// Writes the words of a contribution into the comment that is open.
  typealias WordsWriter = (ThreadBody, inout DocumentBuilder) -> Void

  /// - Parameters:
  ///   - tree: the page.
  ///   - makeWriter: makes a writer of words; several may write at the same time.
  init(_ thread: PageThread, of tree: HTMLTree, makeWriter: @escaping () -> WordsWriter) {
    self.thread = thread
    textCount = tree.text.count
    self.makeWriter = makeWriter
  }

  /// Writes all of them in reading order, many of them in parts at the same time.
  ///
  /// - Complexity: O(number of contributions), besides what their words cost
  func write(to builder: inout DocumentBuilder) {
    let order = ThreadOrder(parents: thread.records.map { $0.parent ?? -1 })
    let parts = DiscussionParts.divide(order.places[...]) { $0.depth == 0 }
    let writers = parts.map { _ in makeWriter() }
    var builders = parts.map { _ in DocumentBuilder(isPart: true) }
    // The first part goes on with the document that there is, and the others are added to it.
    swap(&builders[0], &builder)
    builders[0].reserveText(builders[0].textCount + textCount)
    builders[0].reserveComments(order.places.count)
    for index in builders.indices.dropFirst() { builders[index].reserveText(textCount / parts.count) }
    Concurrency.perform(on: &builders, parts.count) { number, builder in
      write(parts[number], with: writers[number], to: &builder)
    }
    swap(&builders[0], &builder)
    for part in builders.dropFirst() { builder.append(discussionOf: part) }
    builder.diagnostics += order.cut.map { number in
      let id = thread.records[number].id
      return ThreadAssembler.cycle(id.isEmpty ? "number \(number)" : id)
    }
  }

  private func write(
    _ places: ArraySlice<ThreadOrder.Place>,
    with writeWords: WordsWriter,
    to builder: inout DocumentBuilder
  ) {
    var depth = 0
    for place in places {
      while depth > place.depth {
        builder.close()
        depth -= 1
      }
      depth += 1
      let record = thread.records[place.number]
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
}
