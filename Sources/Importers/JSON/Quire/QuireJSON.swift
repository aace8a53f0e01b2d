import DocumentModel

/// Quire's own JSON, which is taken as it stands: nothing is guessed, linked or made again.
struct QuireJSON {
  let tape: JSONTape
  private let document: JSONNode
  var builder = DocumentBuilder()
  /// What contradicts itself, besides what is no JSON; the first of each kind.
  var troubles = QuireTroubles()
  /// For each statement written, what is said about its source.
  var sources: [JSONNode?] = []

  /// A reader of a text; `nil` where that is something else.
  init?(_ tape: JSONTape) {
    guard let document = tape.children(of: tape.root).first(where: { _ in true }),
      let version = tape.member("quire", of: document), tape.kind(of: version) == .number
    else { return nil }
    self.tape = tape
    self.document = document
    if tape.integer(version) != 1 { troubles.note(.version, at: tape.start(of: version)) }
  }

  /// The document.
  ///
  /// - Complexity: O(n)
  consuming func read(_ meter: consuming ProgressMeter) -> Document {
    builder.reserveText(tape.bytes.count)
    builder.metadata = Metadata(
      title: line("title", of: document),
      byline: line("byline", of: document),
      site: line("site", of: document),
      published: moment("published", of: document),
      address: line("url", of: document),
      language: line("language", of: document)
    )
    if let body = tape.member("body", of: document) { writeBlocks(of: body) }
    writeComments(&meter)
    readDiagnostics()
    var result = builder.finish()
    result.sources = SourceReader(result, tape).passages(sources, &troubles)
    result.diagnostics += tape.faults.diagnostics(for: tape.bytes) + troubles.diagnostics(for: tape.bytes)
    return result
  }

  // MARK: Comments

  private mutating func writeComments(_ meter: inout ProgressMeter) {
    guard let list = tape.member("comments", of: document) else { return }
    var comments: [JSONNode] = []
    var assembler = ThreadAssembler()
    for comment in tape.children(of: list) where tape.kind(of: comment) == .object {
      let id = line("id", of: comment) ?? ThreadAssembler.placeholder(comments.count)
      assembler.add(id: id, parent: line("parent", of: comment))
      comments.append(comment)
    }
    var depth = 0
    for entry in assembler.assemble() {
      while depth > entry.depth {
        builder.close()
        depth -= 1
      }
      depth += 1
      guard let contribution = entry.contribution else {
        builder.openComment(Comment(id: entry.id, standing: .missing))
        continue
      }
      let comment = comments[contribution]
      guard meter.mayGoOn(at: tape.start(of: comment)) else { break }
      if let said = tape.member("depth", of: comment), tape.integer(said) != entry.depth {
        troubles.note(.depth, at: tape.start(of: said))
      }
      open(comment, id: ThreadAssembler.isPlaceholder(entry.id) ? "" : entry.id)
      if let body = tape.member("body", of: comment) { writeBlocks(of: body) }
    }
    builder.diagnostics += assembler.shownDiagnostics
  }

  private mutating func open(_ comment: JSONNode, id: String) {
    var facts = CommentFacts()
    facts.author = builder.share(line("author", of: comment))
    facts.displayName = builder.share(line("name", of: comment))
    facts.published = moment("published", of: comment)
    facts.age = builder.share(line("age", of: comment))
    facts.score = tape.member("score", of: comment).flatMap(tape.integer)
    facts.address = builder.share(line("url", of: comment))
    facts.standing = line("status", of: comment).flatMap(Comment.Standing.init) ?? .live
    builder.openComment(facts, id: id)
  }

  private mutating func readDiagnostics() {
    guard let list = tape.member("diagnostics", of: document) else { return }
    for item in tape.children(of: list) {
      guard let message = line("message", of: item) else { continue }
      builder.diagnostics.append(
        Diagnostic(
          line("severity", of: item).flatMap(Diagnostic.Severity.init) ?? .info,
          line: tape.member("line", of: item).flatMap(tape.integer),
          column: tape.member("column", of: item).flatMap(tape.integer),
          message
        )
      )
    }
  }

  // MARK: Values

  /// A text of one line as it stands; made harmless where it is not.
  func line(_ name: StaticString, of node: JSONNode) -> String? {
    guard let value = tape.member(name, of: node), tape.kind(of: value) == .string else { return nil }
    let text = tape.text(value)
    let isClean = text.withUnsafeBufferPointer { CleanText.end(in: $0) == $0.count && !$0.contains(0x0a) }
    return isClean ? String(decoding: text, as: UTF8.self) : JSONTape.line(text)
  }

  /// A moment in ISO 8601.
  func moment(_ name: StaticString, of node: JSONNode) -> Timestamp? {
    tape.member(name, of: node).flatMap { Timestamp(iso8601: tape.text($0)) }
  }

  /// A whole number.
  func number(_ name: StaticString, of node: JSONNode) -> Int? { tape.member(name, of: node).flatMap(tape.integer) }
}
