import DocumentModel

/// Makes a document of an archive.
struct ArchiveWriter {
  private let archive: MailArchive
  private var writer: MailWriter
  private let meter: ProgressMeter
  /// So many messages are looked up together.
  private static let batchSize = 64

  init(_ archive: MailArchive, _ meter: ProgressMeter) {
    self.archive = archive
    self.meter = meter
    writer = MailWriter()
    writer.unescapesFrom = archive.hasMailbox
  }

  /// The document of the messages in reading order.
  mutating func write(_ entries: [ReferenceThreads.Entry], name: String?) -> Document {
    var entries = entries[...]
    // The only root is the article.
    var articleSubject: UInt64 = 0
    let isArticle = entries.first?.message != nil && !entries.dropFirst().contains { $0.depth == 0 }
    if isArticle, let number = entries.first?.message {
      let message = archive.messages[number]
      articleSubject = message.subject
      writer.withCopy(of: message, from: archive.bytes) { writer, message in
        Self.writeFacts(of: message, with: &writer)
        writer.writeMessage(message.head, before: message.end)
      }
      entries = entries.dropFirst()
    } else if let first = archive.messages.first {
      writer.builder.metadata.site = Self.list(archive.bytes, first.head)
    }
    writeDiscussion(entries, below: isArticle ? 1 : 0, articleSubject)
    if writer.builder.metadata.title == nil {
      writer.builder.metadata.title = name.map { TextSanitizer.field($0.utf8) }
    }
    noteTroubles()
    return writer.builder.finish()
  }

  private static func writeFacts(of message: MailWriter.Message, with writer: inout MailWriter) {
    let (bytes, head) = (writer.bytes, message.head)
    writer.builder.metadata.title = HeaderText.text(bytes, head.range(head.subject))
    writer.builder.metadata.byline = Mailbox(bytes, head.range(head.from)).name
    writer.builder.metadata.published = message.date
    writer.builder.metadata.site = list(bytes, head)
    writer.builder.metadata.address = writer.address(head)
  }

  /// The name of the list or newsgroup.
  private static func list(_ bytes: MailBytes, _ head: MessageHead) -> String? {
    if head.listID.isPresent {
      // RFC 2919: a description, and an id in brackets.
      let range = head.range(head.listID)
      let open = bytes.first(0x3c, in: range)
      let description = bytes.trimmed(range.lowerBound..<open)
      let id =
        min(open + 1, range.upperBound)..<bytes.first(0x3e, in: min(open + 1, range.upperBound)..<range.upperBound)
      return HeaderText.text(bytes, description.isEmpty ? id : description).map(Mailbox.unquoted)
    }
    return HeaderText.text(bytes, head.range(head.newsgroups))
  }

  /// Writes all messages but the article, many of them in parts at the same time.
  private mutating func writeDiscussion(
    _ entries: ArraySlice<ReferenceThreads.Entry>,
    below base: Int,
    _ articleSubject: UInt64
  ) {
    var writer = MailWriter()
    swap(&writer, &self.writer)
    DiscussionParts.write(entries, textCount: archive.bytes.count, with: &writer, isTopLevel: { $0.depth == base }) {
      part,
      writer in
      writeComments(part, below: base, articleSubject, with: &writer)
    }
    swap(&writer, &self.writer)
  }

  private func writeComments(
    _ entries: ArraySlice<ReferenceThreads.Entry>,
    below base: Int,
    _ articleSubject: UInt64,
    with writer: inout MailWriter
  ) {
    var meter = meter
    // Bytes of the messages written.
    var written = 0
    _ = meter.mayGoOn(at: 0)
    // The subjects of the comments that are open, outermost first.
    var subjects: [UInt64] = []
    var rest = entries
    while !rest.isEmpty {
      let batch = rest.prefix(Self.batchSize)
      rest = rest.dropFirst(Self.batchSize)
      // They are kept as they came, far from each other as they are read: looked up together before the first of them
      // is written, the memory of none is waited for by itself.
      let messages = batch.map { $0.message.map { archive.messages[$0] } }
      for (entry, message) in zip(batch, messages) {
        let depth = entry.depth - base
        while subjects.count > depth {
          writer.builder.close()
          subjects.removeLast()
        }
        guard let message, let number = entry.message else {
          writer.builder.openComment(Comment(id: MailArchive.id(archive.bytes, entry.id), standing: .missing))
          subjects.append(0)
          continue
        }
        let repetition = archive.threads.repeats[number]
        // A subject is said where it is new.
        let isNew = message.subject != 0 && message.subject != subjects.last ?? articleSubject
        writer.withCopy(of: message, from: archive.bytes) { writer, message in
          let head = message.head
          writer.openComment(message, repetition: repetition)
          if isNew, let subject = HeaderText.text(writer.bytes, head.range(head.subject)) {
            writer.builder.leaf(.heading(level: 3), subject)
          }
          writer.writeMessage(head, before: message.end)
        }
        subjects.append(message.subject)
        written += message.end - message.head.start
        guard meter.mayGoOn(at: written) else { return }
      }
    }
    meter.end(at: written)
  }

  // MARK: What was noticed

  private mutating func noteTroubles() {
    var notes: [(offset: Int, Diagnostic.Severity, message: String)] = writer.troubles.map { trouble, found in
      let messages = found.count == 1 ? "a message" : "\(found.count) messages"
      let text =
        switch trouble {
        case .charset: "\(messages) in a charset that is not known; read as UTF-8 or windows-1252"
        case .nesting: "\(messages) with more parts, or deeper ones, than are told apart; the rest is shown as text"
        case .depth: "\(messages) with quotations nested more than \(BodyLineReader.deepest) deep; shown at that level"
        }
      return (found.offset, .warning, text)
    }
    if archive.anonymous.count > 0 {
      let count = archive.anonymous.count
      notes.append((archive.anonymous.offset, .info, "\(count == 1 ? "a message" : "\(count) messages") without an id"))
    }
    if let first = archive.threads.repeats.keys.min() {
      let count = archive.threads.repeats.count
      let what = count == 1 ? "a message has" : "\(count) messages have"
      notes.append(
        (archive.messages[first].head.start, .warning, "\(what) the id of another; the later ones are told apart by ~2")
      )
    }
    var line = 1
    var offset = 0
    for note in notes.sorted(by: { ($0.offset, $0.message) < ($1.offset, $1.message) }) {
      while offset < note.offset {
        offset = archive.bytes.nextLine(after: offset, before: archive.bytes.count)
        line += 1
      }
      writer.builder.diagnostics.append(Diagnostic(note.1, line: line, column: 1, note.message))
    }
  }
}
