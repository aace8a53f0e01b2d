import DocumentModel
import LargePages

/// The search for the messages of a part of a mailbox.
struct MailboxScan {
  /// The messages found.
  private(set) var messages: [ScannedMessage] = []
  /// Where the last of them ends, which may be behind the part.
  private(set) var end: Int
  /// Whether the part was gone through.
  private(set) var isComplete = false

  private let bytes: MailBytes
  /// Where the messages begin that are searched for.
  let part: Range<Int>
  private let mailboxEnd: Int
  private let mailbox: MailboxLines
  private var meter: ProgressMeter

  /// Shorter parts are not worth the division, in bytes.
  private static let shortest = 1 << 19

  /// Few mailboxes of that many bytes have more messages.
  static func usualCount(_ bytes: Range<Int>) -> Int { bytes.count / 512 }

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
    end = part.lowerBound
    self.bytes = bytes
    self.part = part
    self.mailboxEnd = mailboxEnd
    self.mailbox = mailbox
    self.meter = meter
  }

  /// Divides a mailbox at lines that begin a message, as far as can be seen from there: where a message says how long it
  /// is, one may stand in another.
  static func divide(_ range: Range<Int>, _ mailbox: MailboxLines) -> [Range<Int>] {
    DiscussionParts.divide(range, atLeast: shortest, share: 4) { middle in
      mailbox.nextMessage(from: middle, before: range.upperBound, in: range.lowerBound)
    }
  }

  /// Gives away the messages found.
  mutating func takeMessages() -> [ScannedMessage] {
    let found = messages
    messages = []
    return found
  }

  /// Finds the messages that begin in the part.
  mutating func run() {
    messages.reserveLargeCapacity(Self.usualCount(part))
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
