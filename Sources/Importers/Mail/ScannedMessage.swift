import DocumentModel

/// A message of an archive: where it stands, and what it says of itself, whatever the others are.
struct ScannedMessage {
  var head: MessageHead
  /// Where its body ends.
  var end: Int
  /// The hash of its subject's base.
  var subject: UInt64
  var date: Timestamp?
  /// Seconds since 1970, to sort by.
  var seconds: Int?
  /// Where its id stands.
  var id: Range<Int>?
  /// The hash of its id; of nothing where it has none.
  var hash: UInt64
  /// What it refers to.
  var references: ReferenceChain

  init(_ bytes: MailBytes, _ head: MessageHead, before end: Int, _ mailbox: MailboxLines) {
    var date = head.date.isPresent ? MailDate(bytes, head.range(head.date)) : nil
    if date == nil, head.fromLine.isPresent { date = mailbox.date(ofLine: head.range(head.fromLine)) }
    self.head = head
    self.end = end
    subject = head.subject.isPresent ? Subject.hash(bytes, head.range(head.subject)) : 0
    self.date = date?.timestamp
    seconds = date?.seconds
    id = head.messageID.isPresent ? MessageIDs.own(bytes, head.range(head.messageID)) : nil
    hash = IdentifierTable.hash(bytes, id ?? 0..<0)
    references = ReferenceChain(bytes, head) { _ in false }
  }
}

/// What a message refers to: its References, or where there are none the first of In-Reply-To.
struct ReferenceChain {
  /// The id that it answers, and that id's hash.
  private(set) var last: (id: Range<Int>, hash: UInt64)?
  /// The hash of the whole sequence, and of the sequence without the last.
  private(set) var hash: UInt64 = 0
  private(set) var hashBefore: UInt64 = 0
  /// Whether ids were passed over that are none unless a message has them.
  private(set) var isUncertain = false

  /// What the message with this head refers to; `isKnown` tells whether an id is that of a message.
  init(_ bytes: MailBytes, _ head: MessageHead, isKnown: (Range<Int>) -> Bool) {
    if head.references.isPresent { add(bytes, head.range(head.references), isKnown) }
    if last == nil, head.inReplyTo.isPresent { add(bytes, head.range(head.inReplyTo), first: true, isKnown) }
  }

  private mutating func add(
    _ bytes: MailBytes,
    _ field: Range<Int>,
    first isFirst: Bool = false,
    _ isKnown: (Range<Int>) -> Bool
  ) {
    var ids = MessageIDs(bytes, field)
    while let id = ids.next() {
      guard MessageIDs.isUsual(bytes, id) || isKnown(id) else {
        isUncertain = true
        continue
      }
      let own = IdentifierTable.hash(bytes, id)
      last = (id, own)
      hashBefore = hash
      hash = IdentifierTable.hash(of: hash, followedBy: own)
      if isFirst { return }
    }
  }
}
