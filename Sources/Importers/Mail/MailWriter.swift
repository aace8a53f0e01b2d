import DocumentModel

/// Writes messages into a document.
struct MailWriter: DiscussionWriter {
  /// What is being written: a copy of a message.
  private(set) var bytes = MailBytes(UnsafeBufferPointer(start: nil, count: 0))
  var builder = DocumentBuilder()
  /// Whether `>From` stands for `From`.
  var unescapesFrom = false
  /// What was met that could not be read as it was meant: how often, and the message it was met in first.
  private(set) var troubles: [Trouble: (count: Int, offset: Int)] = [:]
  /// Where the message that is being written begins in the archive.
  private var messageStart = 0

  // Room for the work on one text, kept so that it need not be made anew for each.
  private var copy: [UInt8] = []
  var lines: [BodyLine] = []
  var attributions = AttributionReader()
  var run = RunShape()
  var patch = PatchLines()
  /// Whether the text that is being written says itself which of its lines go on in the next.
  var isFlowed = false
  /// The Content-Type field met last, and what it says.
  private var lastType: (field: [UInt8], type: ContentType) = ([], ContentType())

  /// The longest message, in bytes, whose room is kept for the next.
  private static let mostKept = 1 << 20

  /// What can be wrong with a message.
  enum Trouble: Int {
    case charset, nesting, depth
  }

  /// A message as it stands in its copy.
  struct Message {
    var head: MessageHead
    /// Where its id stands.
    var id: Range<Int>?
    var date: Timestamp?
    var end: Int

    fileprivate init(_ message: ScannedMessage) {
      let start = message.head.start
      head = message.head.moved(to: 0)
      id = message.id.map { $0.lowerBound - start..<$0.upperBound - start }
      date = message.date
      end = message.end - start
    }
  }

  /// Copies a message and has `write` write it as it stands there.
  ///
  /// What counts is the copy: other programs may write to the archive. And what is read in one go is not waited for
  /// line by line.
  mutating func withCopy(
    of message: ScannedMessage,
    from archive: MailBytes,
    _ write: (_ writer: inout MailWriter, _ message: Message) -> Void
  ) {
    var copy: [UInt8] = []
    swap(&copy, &self.copy)
    copy.removeAll(keepingCapacity: true)
    messageStart = message.head.start
    copy.append(contentsOf: archive.part(messageStart..<message.end))
    copy.withUnsafeBufferPointer {
      bytes = MailBytes($0)
      write(&self, Message(message))
      bytes = MailBytes(UnsafeBufferPointer(start: nil, count: 0))
    }
    if copy.capacity <= Self.mostKept { swap(&copy, &self.copy) }
  }

  /// Says that something of the message could not be read as it was meant.
  mutating func note(_ trouble: Trouble) {
    troubles[trouble, default: (0, messageStart)].count += 1
  }

  func part() -> MailWriter {
    var part = self
    part.builder = DocumentBuilder(isPart: true)
    part.troubles = [:]
    return part
  }

  mutating func append(_ part: MailWriter) {
    builder.append(discussionOf: part.builder)
    for (trouble, found) in part.troubles {
      let known = troubles[trouble, default: (0, found.offset)]
      troubles[trouble] = (known.count + found.count, known.offset)
    }
  }

  /// What a part with this head is.
  mutating func type(of head: MessageHead) -> ContentType {
    guard head.contentType.isPresent else { return ContentType() }
    let field = head.range(head.contentType)
    if !lastType.field.elementsEqual(bytes[field]) { lastType = (Array(bytes[field]), ContentType(bytes, field)) }
    return lastType.type
  }

  // MARK: Blocks

  /// Writes what closes a message or a list's mails: a signature, a footer.
  mutating func writeSignature(_ range: Range<Int>, of text: MailBytes) {
    writeLines(range, as: .signature, of: text)
  }

  /// Writes lines as they are; those that stand together are one `element`.
  mutating func writeLines(_ range: Range<Int>, as element: Element, of text: MailBytes) {
    for group in lines[range].split(whereSeparator: \.isBlank) {
      builder.open(element)
      var isFirst = true
      for line in group {
        if !isFirst { builder.text(byte: 0x0a) }
        isFirst = false
        write(line.range, of: text)
      }
      builder.close()
    }
  }

  /// Adds to the open node's own text.
  mutating func write(_ range: Range<Int>, of text: MailBytes) { builder.text(text.part(range)) }
}
