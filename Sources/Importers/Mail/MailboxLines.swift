/// The lines that divide a mailbox into messages.
///
/// `mbox` has four dialects (RFC 4155 describes the first): in all of them a message begins with a line `From SENDER
/// DATE`. Lines of a body that begin alike are changed to `>From` (mboxo), as are those changed before (mboxrd), or the
/// head says how long the body is (mboxcl, mboxcl2).
struct MailboxLines {
  private let bytes: MailBytes
  private let isComplete: Bool

  init(_ bytes: MailBytes, isComplete: Bool) {
    self.bytes = bytes
    self.isComplete = isComplete
  }

  /// Whether a line at `offset` begins a message.
  ///
  /// It has a date; and a blank line stands before it, or a field after it: bodies say `From` too.
  func beginsMessage(at offset: Int, before end: Int, from start: Int) -> Bool {
    guard bytes.matches("from ", at: offset, before: end), bytes[offset] == 0x46 else { return false }
    let lineEnd = bytes.lineEnd(from: offset, before: min(end, offset + 512))
    guard lineEnd < end || !isComplete || end - offset < 512 else { return false }
    guard MailDate.isUsual(bytes, offset + 5..<lineEnd) || date(ofLine: offset + 5..<lineEnd) != nil else {
      return false
    }
    if isAfterBlankLine(offset, from: start) { return true }
    return isField(at: min(end, lineEnd + 1), before: end)
  }

  /// The end of the message whose head is given: the next line that begins one, or `end`.
  ///
  /// A Content-Length is believed only where a message, or the end, follows the body that it measures.
  func end(ofMessage head: MessageHead, before end: Int) -> Int {
    if head.contentLength.isPresent, let bodyEnd = bodyEnd(head, before: end) { return bodyEnd }
    return nextMessage(from: head.bodyStart, before: end, in: head.start)
  }

  /// Where the next line that begins a message stands, at `offset` or behind it; `end` without one.
  ///
  /// - Parameter start: what stands before it does not count.
  func nextMessage(from offset: Int, before end: Int, in start: Int) -> Int {
    var index = offset
    while index < end {
      // A capital F is rarer than a line feed.
      index = bytes.first(0x46, in: index..<end)
      guard index < end else { break }
      if index > 0, bytes[index - 1] == 0x0a, beginsMessage(at: index, before: end, from: start) { return index }
      index += 1
    }
    return end
  }

  private func bodyEnd(_ head: MessageHead, before end: Int) -> Int? {
    var length = 0
    for byte in bytes[head.range(head.contentLength)] {
      guard byte.isDigit, length < 1 << 50 else { return nil }
      length = length * 10 + Int(byte - 0x30)
    }
    var next = head.bodyStart + length
    if next > end { return isComplete ? nil : end }
    // One line end divides messages, and is not counted.
    while next < end, next < head.bodyStart + length + 4, bytes[next] == 0x0a || bytes[next] == 0x0d { next += 1 }
    guard next == end || next > 0 && bytes[next - 1] == 0x0a && beginsMessage(at: next, before: end, from: 0) else {
      return nil
    }
    return next
  }

  /// The date in what follows `From `.
  func date(ofLine range: Range<Int>) -> MailDate? {
    MailDate(bytes, dateStart(range.lowerBound, range.upperBound)..<range.upperBound)
  }

  /// Where the date of a `From ` line begins: with the last weekday in it. Senders may be of several words.
  private func dateStart(_ start: Int, _ end: Int) -> Int {
    var index = end - 4
    while index > start {
      if bytes[index - 1] == 0x20, bytes[index + 3] == 0x20 || bytes[index + 3] == 0x2c,
        let word = ShortWord(bytes, index..<index + 3), MailDate.weekdays.contains(word)
      {
        return index
      }
      index -= 1
    }
    return bytes.first(0x20, in: start..<end)
  }

  private func isAfterBlankLine(_ offset: Int, from start: Int) -> Bool {
    if offset <= start { return true }
    var index = offset - 1
    if index > start, bytes[index - 1] == 0x0d { index -= 1 }
    return index > start && bytes[index - 1] == 0x0a
  }

  private func isField(at offset: Int, before end: Int) -> Bool {
    MessageHead(bytes, from: offset, before: min(end, bytes.nextLine(after: offset, before: end))).count > 0
  }
}
