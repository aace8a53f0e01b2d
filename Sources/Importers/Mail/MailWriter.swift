import DocumentModel

/// Writes messages into a document.
struct MailWriter {
  /// The archive.
  let bytes: MailBytes
  var builder = DocumentBuilder()
  /// Whether `>From` stands for `From`.
  var unescapesFrom = false
  /// What was met that could not be read as it was meant: how often, and the message it was met in first.
  private(set) var troubles: [Trouble: (count: Int, offset: Int)] = [:]
  /// Where the message that is being written begins.
  var place = 0

  // Room for the work on one text, kept so that it need not be made anew for each.
  var body: [UInt8] = []
  var lines: [BodyLine] = []
  var attributions = AttributionReader()
  var run = RunShape()
  var patch = PatchLines()
  /// Whether the text that is being written says itself which of its lines go on in the next.
  var isFlowed = false
  /// The Content-Type field met last, and what it says.
  private var lastType: (field: Range<Int>, type: ContentType) = (0..<0, ContentType())

  /// What can be wrong with a message.
  enum Trouble: Int {
    case charset, nesting, depth
  }

  init(_ bytes: MailBytes) { self.bytes = bytes }

  /// Says that something of the message could not be read as it was meant.
  mutating func note(_ trouble: Trouble) {
    troubles[trouble, default: (0, place)].count += 1
  }

  /// A writer like this one for a later part of the discussion, see ``append(_:)``.
  func part() -> MailWriter {
    var part = self
    part.builder = DocumentBuilder(isPart: true)
    part.troubles = [:]
    return part
  }

  /// Adds what a writer of the part that follows has written.
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
    if !bytes.isSame(field, lastType.field) { lastType = (field, ContentType(bytes, field)) }
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
