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

  /// What is written to, and what writes words there.
  private struct PartWriter: DiscussionWriter {
    var builder: DocumentBuilder
    let makeWriter: () -> WordsWriter
    let writeWords: WordsWriter

    init(_ builder: DocumentBuilder, _ makeWriter: @escaping () -> WordsWriter) {
      self.builder = builder
      self.makeWriter = makeWriter
      writeWords = makeWriter()
    }

    func part() -> PartWriter { PartWriter(DocumentBuilder(isPart: true), makeWriter) }

    mutating func append(_ part: PartWriter) { builder.append(discussionOf: part.builder) }
  }

  /// Writes all of them in reading order, many of them in parts at the same time.
  ///
  /// - Complexity: O(number of contributions), besides what their words cost
  func write(to builder: inout DocumentBuilder) {
    let order = ThreadOrder(parents: thread.records.map { $0.parent ?? -1 })
    var writer = PartWriter(DocumentBuilder(), makeWriter)
    swap(&writer.builder, &builder)
    DiscussionParts.write(
      order.places[...],
      textCount: textCount,
      with: &writer,
      isTopLevel: { $0.depth == 0 },
      write
    )
    swap(&writer.builder, &builder)
    builder.diagnostics += order.cut.map { number in
      let id = thread.records[number].id
      return ThreadAssembler.cycle(id.isEmpty ? "number \(number)" : id)
    }
  }

  private func write(_ places: ArraySlice<ThreadOrder.Place>, with writer: inout PartWriter) {
    var depth = 0
    for place in places {
      while depth > place.depth {
        writer.builder.close()
        depth -= 1
      }
      depth += 1
      open(thread.records[place.number], with: &writer)
    }
  }

  /// Opens the comment of a record, and writes its words. The record is lent: it has many parts to be counted.
  private func open(_ record: borrowing ThreadRecord, with writer: inout PartWriter) {
    writer.builder.openComment(
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
    writer.writeWords(record.body, &writer.builder)
  }
}
