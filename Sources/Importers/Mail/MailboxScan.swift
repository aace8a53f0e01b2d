import DocumentModel

/// The search for the messages of a part of a mailbox.
struct MailboxScan {
  /// Where the part begins.
  let start: Int
  /// The messages found.
  private(set) var messages: [ScannedMessage] = []
  /// Where the last of them ends, which may be behind the part.
  private(set) var end: Int
  /// Whether the part was gone through.
  private(set) var isComplete = false

  private let bytes: MailBytes
  private let part: Range<Int>
  private let mailboxEnd: Int
  private let mailbox: MailboxLines
  private var meter: ProgressMeter

  /// Shorter parts are not worth a thread of their own, in bytes.
  private static let shortest = 1 << 19

  /// Most messages are longer, in bytes.
  private static let usualLength = 512

  /// - Parameters:
  ///   - part: begins with a message.
  ///   - mailboxEnd: where the mailbox ends.
  init(
    _ bytes: MailBytes,
    _ part: Range<Int>,
    before mailboxEnd: Int,
    _ mailbox: MailboxLines,
    _ meter: ProgressMeter
  ) {
    start = part.lowerBound
    end = start
    self.bytes = bytes
    self.part = part
    self.mailboxEnd = mailboxEnd
    self.mailbox = mailbox
    self.meter = meter
  }

  /// Divides a mailbox at lines that begin a message, as far as can be seen from there: where a message says how long it
  /// is, one may stand in another.
  static func divide(_ bytes: MailBytes, _ range: Range<Int>, _ mailbox: MailboxLines) -> [Range<Int>] {
    let count = max(1, min(Concurrency.width, range.count / shortest))
    var starts = [range.lowerBound]
    for part in 1..<count {
      let middle = range.lowerBound + range.count * part / count
      let start = mailbox.nextMessage(from: middle, before: range.upperBound, in: range.lowerBound)
      if start > starts[starts.count - 1], start < range.upperBound { starts.append(start) }
    }
    return zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
  }

  /// Finds the messages that begin in the part.
  mutating func run() {
    messages.reserveCapacity(part.count / Self.usualLength)
    while end < part.upperBound {
      let head = MessageHead(bytes, from: end, before: mailboxEnd)
      let next = mailbox.end(ofMessage: head, before: mailboxEnd)
      messages.append(ScannedMessage(bytes, head, before: next, mailbox))
      end = max(next, end + 1)
      guard meter.mayGoOn(at: end) else { return }
    }
    isComplete = true
  }
}
