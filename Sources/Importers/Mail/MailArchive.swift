import DocumentModel

/// The messages of an archive: where they stand, and how they answer each other.
struct MailArchive {
  /// A message and where it stands.
  struct Message {
    var head: MessageHead
    /// Where its body ends.
    var end: Int
    /// The hash of its subject's base.
    var subject: UInt64
    var date: Timestamp?
  }

  let bytes: MailBytes
  private(set) var messages: [Message] = []
  private(set) var threads: ReferenceThreads
  /// Seconds since 1970 by which messages are sorted.
  private var times: [Int] = []
  /// Whether a file was a mailbox, in which `>From` stands for `From`.
  private(set) var hasMailbox = false
  /// How many messages have no id, and where the first of them is.
  private(set) var anonymous: (count: Int, offset: Int) = (0, 0)

  init(_ bytes: MailBytes) {
    self.bytes = bytes
    threads = ReferenceThreads(bytes)
  }

  /// Finds the messages of a file: one, or those of a mailbox.
  ///
  /// - Returns: whether reading is to go on.
  mutating func add(_ file: Range<Int>, isComplete: Bool, _ meter: inout ProgressMeter) -> Bool {
    let mailbox = MailboxLines(bytes, isComplete: isComplete)
    var offset = file.lowerBound
    while offset < file.upperBound, bytes[offset].isMailSpace { offset += 1 }
    if bytes.isEqual([0xef, 0xbb, 0xbf], at: offset, before: file.upperBound) { offset += 3 }
    let isMailbox = mailbox.beginsMessage(at: offset, before: file.upperBound, from: file.lowerBound)
    if isMailbox { hasMailbox = true }
    while offset < file.upperBound {
      let head = MessageHead(bytes, from: offset, before: file.upperBound)
      let end = isMailbox ? mailbox.end(ofMessage: head, before: file.upperBound) : file.upperBound
      add(head, before: end, mailbox)
      offset = max(end, offset + 1)
      guard meter.mayGoOn(at: offset) else { return false }
    }
    return true
  }

  private mutating func add(_ head: MessageHead, before end: Int, _ mailbox: MailboxLines) {
    var date = head.date.isPresent ? MailDate(bytes, head.range(head.date)) : nil
    if date == nil, head.fromLine.isPresent { date = mailbox.date(ofLine: head.range(head.fromLine)) }
    // A message without a date stays where it is among its neighbours.
    times.append(date?.seconds ?? times.last ?? 0)
    let id = head.messageID.isPresent ? MessageIDs.own(bytes, head.range(head.messageID)) : nil
    if id == nil {
      if anonymous.count == 0 { anonymous.offset = head.start }
      anonymous.count += 1
    }
    threads.addMessage(id: id)
    let subject = head.subject.isPresent ? Subject.hash(bytes, head.range(head.subject)) : 0
    messages.append(Message(head: head, end: end, subject: subject, date: date?.timestamp))
  }

  /// All messages in reading order.
  ///
  /// - Parameter gathersSubjects: whether messages that refer to nothing are put below one with the same subject.
  mutating func assemble(gathersSubjects: Bool) -> [ReferenceThreads.Entry] {
    for message in messages {
      let head = message.head
      threads.addReferences(
        head.references.isPresent ? head.range(head.references) : nil,
        inReplyTo: head.inReplyTo.isPresent ? head.range(head.inReplyTo) : nil
      )
    }
    guard gathersSubjects else { return threads.assemble(times: times) }
    let subjects = messages.map { message in
      let isReply = Subject.isReply(bytes, message.head.range(message.head.subject))
      return SubjectGathering.Subject(hash: message.subject, isReply: isReply)
    }
    return threads.assemble(times: times, subjects: subjects)
  }

  /// The id under which a message is known: a repeated one carries `~2`, `~3` ….
  func id(of message: Int) -> String {
    let head = messages[message].head
    guard head.messageID.isPresent, let range = MessageIDs.own(bytes, head.range(head.messageID)) else { return "" }
    let id = Self.id(bytes, range)
    return threads.repeats[message].map { "\(id)~\($0)" } ?? id
  }

  /// An id as it is shown.
  static func id(_ bytes: MailBytes, _ range: Range<Int>) -> String {
    let copy = String(decoding: bytes.part(range), as: UTF8.self)
    if copy.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) { return copy }
    return HeaderText.safe(Array(copy.utf8))
  }
}
