import DocumentModel

/// Writes a discussion that was found in JSON as a document.
struct JSONThreadWriter {
  private let thread: JSONThread
  private let tape: JSONTape
  private let reader: RecordReader
  private let places: RecordPlaces
  private var writer: RecordWriter
  private let meter: ProgressMeter

  init(_ thread: JSONThread, in tape: JSONTape, _ meter: ProgressMeter) {
    self.thread = thread
    self.tape = tape
    self.meter = meter
    reader = RecordReader(thread.api, in: tape)
    places = RecordPlaces(thread, reader)
    writer = RecordWriter(reader)
  }

  /// The document.
  ///
  /// - Parameter name: a title of last resort.
  mutating func write(name: String?) -> Document {
    writer.builder.diagnostics = tape.faults.diagnostics(for: tape.bytes)
    let posts = posts()
    writePosts(posts)
    writeDiscussion(without: posts)
    noteGaps()
    if writer.builder.metadata.title == nil { writer.builder.metadata.title = name.flatMap(TextSanitizer.line) }
    return writer.builder.finish()
  }

  // MARK: Posts

  /// The posts that are articles.
  private func posts() -> [Int] {
    var posts = thread.records.indices.filter { places.isPost[$0] && !places.isRepeated[$0] }
    if thread.api.list != nil {
      // What is answered stands before or after the list of answers, the oldest is read first.
      let moments = posts.map { reader.moment(of: thread.records[$0].node)?.timestamp?.iso8601 ?? "" }
      posts = posts.indices.sorted { (moments[$0], $0) < (moments[$1], $1) }.map { posts[$0] }
    }
    // Several that have answers within them are told apart as contributions.
    let isAnswered = posts.count > 1 && thread.records.contains { $0.container >= 0 }
    return thread.api.posts == .first || isAnswered ? Array(posts.prefix(1)) : posts
  }

  private mutating func writePosts(_ posts: [Int]) {
    let root = tape.children(of: tape.root).first { _ in true } ?? tape.root
    let whole = TapeQuery(thread.api.wholeTitle, of: tape).value(from: root, in: tape).flatMap(reader.text)
    writer.builder.metadata.site = thread.api.siteName
    if posts.count == 1, let post = posts.first, thread.api.posts != .feed {
      let node = thread.records[post].node
      writer.builder.metadata.title = reader.title(of: node) ?? whole
      writer.builder.metadata.byline = reader.author(of: node)
      writer.builder.metadata.published = reader.moment(of: node)?.timestamp
      writer.builder.metadata.address = reader.address(of: node)
      writer.builder.metadata.site = reader.site(of: node)
      writeWords(of: post)
      return
    }
    writer.builder.metadata.title = whole ?? (posts.isEmpty ? commonTitle : nil)
    for post in posts {
      let node = thread.records[post].node
      writer.builder.metadata.site = writer.builder.metadata.site ?? reader.site(of: node)
      writer.builder.openArticle(
        Article(
          title: reader.title(of: node),
          byline: reader.author(of: node),
          published: reader.moment(of: node)?.timestamp,
          address: reader.address(of: node)
        )
      )
      writeWords(of: post)
      writer.builder.close()
    }
  }

  private mutating func writeWords(of post: Int) {
    let node = thread.records[post].node
    _ = writer.read([node])
    writer.writeWords(0, node, as: .article, isPost: true)
  }

  /// What all contributions say that the whole is called.
  private var commonTitle: String? {
    guard let first = thread.records.first.flatMap({ reader.title(of: $0.node) }) else { return nil }
    return thread.records.allSatisfy { reader.title(of: $0.node) == first } ? first : nil
  }

  // MARK: Contributions

  private mutating func writeDiscussion(without posts: [Int]) {
    let articles = Set(posts)
    let order = RecordOrder(thread, isPost: places.isPost, reader).sorted(thread.api.order)
    let members = order.numbers.filter { !articles.contains($0) && !places.isRepeated[$0] }
    var assembler = ThreadAssembler(expectedCount: members.count)
    for number in members { assembler.add(id: places.keys[number], parent: places.parents[number]) }
    let entries = assembler.assemble().map { entry in
      Entry(record: entry.contribution.map { members[$0] }, id: entry.id, depth: entry.depth)
    }
    write(entries)
    writer.builder.diagnostics += assembler.shownDiagnostics
    if order.isReversed {
      writer.builder.diagnostics.append(Diagnostic(.info, "the list stands newest first; it is read from its end"))
    }
  }

  /// A contribution in its place; `nil` for one that is missing.
  private struct Entry {
    var record: Int?
    var id: String
    var depth: Int
  }

  /// Writes contributions, many of them in parts at the same time.
  private mutating func write(_ entries: [Entry]) {
    var writer = RecordWriter(reader)
    swap(&writer, &self.writer)
    DiscussionParts.write(entries[...], textCount: tape.bytes.count, with: &writer, isTopLevel: { $0.depth == 0 }) {
      part,
      writer in
      write(part, of: entries.count, with: &writer)
    }
    swap(&writer, &self.writer)
  }

  /// Writes a part of so many contributions.
  private func write(_ entries: ArraySlice<Entry>, of total: Int, with writer: inout RecordWriter) {
    var meter = meter
    var depth = 0
    var rest = entries
    // As if all were of the same length.
    var done: Int { Int(Double(tape.bytes.count) * Double(entries.count - rest.count) / Double(max(1, total))) }
    while !rest.isEmpty {
      guard meter.mayGoOn(at: done) else { return }
      let batch = rest.prefix(writer.read(rest.lazy.map { $0.record.map { thread.records[$0].node } }))
      rest = rest.dropFirst(batch.count)
      for (number, entry) in batch.enumerated() {
        while depth > entry.depth {
          writer.builder.close()
          depth -= 1
        }
        depth += 1
        guard let record = entry.record else {
          writer.builder.openComment(Comment(id: entry.id, standing: .missing))
          continue
        }
        let node = thread.records[record].node
        // A key that the program made stands for an id that stood before, or none.
        let id = ThreadAssembler.isPlaceholder(entry.id) ? reader.id(of: node) ?? "" : entry.id
        writer.writeComment(number, node, id: id, isPost: places.isPost[record])
      }
    }
    meter.end(at: done)
  }

  // MARK: What was noticed

  private mutating func noteGaps() {
    let repeated = places.isRepeated.count { $0 }
    if repeated > 0 {
      writer.builder.diagnostics.append(
        Diagnostic(.info, "\(repeated) contributions stand twice, word for word; they are shown once")
      )
    }
    guard let first = thread.gaps.min(by: { $0.offset < $1.offset }) else { return }
    var finder = PlaceFinder(tape.bytes)
    let place = finder.place(of: first.offset)
    let count = thread.gaps.reduce(0) { $0 + ($1.count ?? 1) }
    writer.builder.diagnostics.append(
      Diagnostic(
        .warning,
        line: place.line,
        column: place.column,
        """
        the source says that there are \(count) more comments than it has, in \(thread.gaps.count) places, the first \
        of them here; load them there
        """
      )
    )
  }
}
