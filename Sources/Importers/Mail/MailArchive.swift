import DocumentModel
import LargePages

/// The messages of an archive: where they stand, and how they answer each other.
struct MailArchive {
  let bytes: MailBytes
  private(set) var messages: [ScannedMessage] = []
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
    var offset = bytes.trimmed(file).lowerBound
    if bytes.isEqual([0xef, 0xbb, 0xbf], at: offset, before: file.upperBound) {
      offset = bytes.trimmed(offset + 3..<file.upperBound).lowerBound
    }
    guard offset < file.upperBound else { return true }
    let isMailbox = mailbox.beginsMessage(at: offset, before: file.upperBound, from: file.lowerBound)
    if isMailbox { hasMailbox = true }
    guard isMailbox else {
      let head = MessageHead(bytes, from: offset, before: file.upperBound)
      add([ScannedMessage(bytes, head, before: file.upperBound, mailbox)])
      return meter.mayGoOn(at: file.upperBound)
    }
    var parts = MailboxScan.divide(offset..<file.upperBound, mailbox).map {
      MailboxScan(bytes, $0, before: file.upperBound, mailbox, meter)
    }
    // Not for every file of a folder: room would be made anew each time.
    if messages.isEmpty { messages.reserveLargeCapacity(MailboxScan.usualCount(file)) }
    var goesOn = true
    func take(_ part: inout MailboxScan) -> Bool {
      add(part.takeMessages())
      offset = part.end
      goesOn = part.isComplete
      return goesOn
    }
    // A part that does not begin where the one before it ended began within a message.
    Concurrency.perform(on: &parts, { $1.run() }, inOrder: { $1.part.lowerBound == offset && take(&$1) })
    if goesOn, offset < file.upperBound {
      var rest = MailboxScan(bytes, offset..<file.upperBound, before: file.upperBound, mailbox, meter)
      rest.run()
      return take(&rest)
    }
    return goesOn
  }

  private mutating func add(_ found: [ScannedMessage]) {
    for one in found {
      // A message without a date stays where it is among its neighbours.
      times.append(one.seconds ?? times.last ?? 0)
      if one.id == nil {
        if anonymous.count == 0 { anonymous.offset = one.head.start }
        anonymous.count += 1
      }
      threads.addMessage(id: one.id, hash: one.hash)
    }
    messages += found
  }

  /// All messages in reading order.
  ///
  /// - Parameter gathersSubjects: whether messages that refer to nothing are put below one with the same subject.
  mutating func assemble(gathersSubjects: Bool) -> [ReferenceThreads.Entry] {
    let times = times
    let (order, ()) = Concurrency.both({ ReferenceThreads.order(times) }, { addReferences() })
    guard gathersSubjects else { return threads.assemble(order) }
    let subjects = messages.map { message in
      let isReply = Subject.isReply(bytes, message.head.range(message.head.subject))
      return SubjectGathering.Subject(hash: message.subject, isReply: isReply)
    }
    return threads.assemble(order, subjects: subjects)
  }

  private mutating func addReferences() {
    for message in messages {
      // What is no id by itself is one where a message has it, and only now all are known.
      let chain =
        message.references.isUncertain
        ? ReferenceChain(bytes, message.head) { threads.isKnown($0) } : message.references
      threads.addReferences(chain, of: message.head, hash: message.hash)
    }
  }

  /// An id as it is shown.
  static func id(_ bytes: MailBytes, _ range: Range<Int>) -> String {
    var copy = String(decoding: bytes.part(range), as: UTF8.self)
    return copy.withUTF8(isPlainID) ? copy : HeaderText.safe(Array(copy.utf8))
  }

  /// Whether an id can be shown as it is.
  static func isPlainID(_ id: UnsafeBufferPointer<UInt8>) -> Bool { id.allSatisfy { $0 > 0x20 && $0 < 0x7f } }
}
