import DocumentModel
import HTMLParsing

/// Writes a discussion that was found in JSON as a document.
struct JSONThreadWriter {
  private let thread: JSONThread
  private let tape: JSONTape
  private let reader: RecordReader
  private let places: RecordPlaces
  private var bodies = JSONBodyWriter()
  private var meter: ProgressMeter
  private var builder = DocumentBuilder()
  private var written = 0
  /// How many comments are open.
  private var depth = 0
  /// How many contributions are written while the next are parsed.
  private static let batchSize = 256

  init(_ thread: JSONThread, in tape: JSONTape, _ meter: ProgressMeter) {
    self.thread = thread
    self.tape = tape
    self.meter = meter
    reader = RecordReader(thread.api, in: tape)
    places = RecordPlaces(thread, reader)
    builder.reserveText(tape.bytes.count)
  }

  /// The document.
  ///
  /// - Parameter name: a title of last resort.
  mutating func write(name: String?) -> Document {
    builder.diagnostics = tape.faults.diagnostics(for: tape.bytes)
    let posts = posts()
    writePosts(posts)
    writeDiscussion(without: posts)
    noteGaps()
    if builder.metadata.title == nil { builder.metadata.title = name.flatMap(TextSanitizer.line) }
    return builder.finish()
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
    builder.metadata.site = thread.api.siteName
    if posts.count == 1, let post = posts.first, thread.api.posts != .feed {
      let node = thread.records[post].node
      builder.metadata.title = reader.title(of: node) ?? whole
      builder.metadata.byline = reader.author(of: node)
      builder.metadata.published = reader.moment(of: node)?.timestamp
      builder.metadata.address = reader.address(of: node)
      builder.metadata.site = reader.site(of: node)
      writeWords(of: node, as: .article, isPost: true)
      written += 1
      return
    }
    builder.metadata.title = whole ?? (posts.isEmpty ? commonTitle : nil)
    for post in posts {
      let node = thread.records[post].node
      builder.metadata.site = builder.metadata.site ?? reader.site(of: node)
      builder.openArticle(
        Article(
          title: reader.title(of: node),
          byline: reader.author(of: node),
          published: reader.moment(of: node)?.timestamp,
          address: reader.address(of: node)
        )
      )
      writeWords(of: node, as: .article, isPost: true)
      builder.close()
      written += 1
    }
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
    var assembler = ThreadAssembler()
    for number in members { assembler.add(id: places.keys[number], parent: places.parents[number]) }
    let entries = assembler.assemble().map { entry in
      Entry(record: entry.contribution.map { members[$0] }, id: entry.id, depth: entry.depth)
    }
    write(entries)
    builder.diagnostics += assembler.shownDiagnostics
    if order.isReversed {
      builder.diagnostics.append(Diagnostic(.info, "the list stands newest first; it is read from its end"))
    }
  }

  /// A contribution in its place; `nil` for one that is missing.
  private struct Entry {
    var record: Int?
    var id: String
    var depth: Int
  }

  /// Writes contributions. While one batch is written, the HTML of the next is parsed.
  private mutating func write(_ entries: [Entry]) {
    let isLarge = entries.count > 4 * Self.batchSize && Concurrency.width > 1
    let nodes = thread.records.map(\.node)
    var batch = 0..<min(Self.batchSize, entries.count)
    var trees: [HTMLTree?] = []
    while !batch.isEmpty {
      let following = batch.upperBound..<min(batch.upperBound + Self.batchSize, entries.count)
      let (reader, current) = (reader, trees)
      var parsed: [HTMLTree?] = []
      var mayGoOn = true
      Concurrency.perform(isLarge && !following.isEmpty ? 2 : 1) { number in
        if number == 0 {
          mayGoOn = write(entries[batch], current)
        } else {
          parsed = entries[following].map { $0.record.flatMap { JSONBodyWriter.tree(of: nodes[$0], reader) } }
        }
      }
      guard mayGoOn else { return }
      (batch, trees) = (following, parsed)
    }
  }

  /// Writes a batch.
  ///
  /// - Parameter trees: the HTML of each, where it has been parsed.
  /// - Returns: whether the reading is to go on.
  private mutating func write(_ batch: ArraySlice<Entry>, _ trees: [HTMLTree?]) -> Bool {
    for (index, entry) in batch.enumerated() {
      let done = Int(Double(tape.bytes.count) * Double(written) / Double(max(1, thread.records.count)))
      guard meter.mayGoOn(at: done) else { return false }
      while depth > entry.depth {
        builder.close()
        depth -= 1
      }
      depth += 1
      guard let record = entry.record else {
        builder.openComment(Comment(id: entry.id, standing: .missing))
        continue
      }
      let node = thread.records[record].node
      // A key that the program made stands for an id that stood before, or none.
      let id = ThreadAssembler.isPlaceholder(entry.id) ? reader.id(of: node) ?? "" : entry.id
      builder.openComment(reader.facts(of: node, id: id, in: &builder), id: id)
      let isPost = places.isPost[record]
      if isPost, let title = reader.title(of: node) { writeTitle(title) }
      writeWords(of: node, as: .comment, isPost: isPost, tree: index < trees.count ? trees[index] : nil)
      written += 1
    }
    return true
  }

  private mutating func writeTitle(_ title: String) {
    builder.open(.paragraph)
    let start = builder.textCount
    builder.text(title)
    builder.span(.strong, from: start)
    builder.close()
  }

  private mutating func writeWords(
    of node: JSONNode,
    as setting: HTMLBlockWriter.Setting,
    isPost: Bool,
    tree: HTMLTree? = nil
  ) {
    if let warning = reader.warning(of: node) { writeTitle(warning) }
    if isPost, let link = reader.link(of: node) {
      builder.open(.paragraph)
      let start = builder.textCount
      builder.text(link)
      builder.span(.link(address: link), from: start)
      builder.close()
    }
    if let (format, words) = reader.body(of: node) {
      // Few words have links that depend on where they stand.
      let base = JSONBodyWriter.hasLinks(tape.scalar(words)) ? reader.address(of: node) : nil
      if let tree {
        bodies.write(tree, base: base, setting: setting, to: &builder)
      } else {
        tape.withText(words) { bodies.write($0, as: format, base: base, setting: setting, to: &builder) }
      }
    }
    for figure in reader.figures(of: node) {
      builder.openFigure(figure)
      builder.close()
    }
  }

  // MARK: What was noticed

  private mutating func noteGaps() {
    let repeated = places.isRepeated.count { $0 }
    if repeated > 0 {
      builder.diagnostics.append(
        Diagnostic(.info, "\(repeated) contributions stand twice, word for word; they are shown once")
      )
    }
    guard let first = thread.gaps.min(by: { $0.offset < $1.offset }) else { return }
    var finder = PlaceFinder(tape.bytes)
    let place = finder.place(of: first.offset)
    let count = thread.gaps.reduce(0) { $0 + ($1.count ?? 1) }
    builder.diagnostics.append(
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
