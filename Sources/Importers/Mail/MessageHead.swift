/// The head of a message: where the fields stand that matter, and where the body begins.
///
/// RFC 5322, 2.2; of a field that stands more than once the first counts.
struct MessageHead {
  /// The bytes of a field's body, folded as they are, counted from the head's beginning.
  struct Field {
    private var start: UInt32 = 0
    private var count: UInt32 = 0

    init() {}

    fileprivate init(_ range: Range<Int>, from start: Int) {
      self.start = UInt32(clamping: range.lowerBound - start)
      count = UInt32(clamping: range.count)
    }

    var isPresent: Bool { start > 0 }

    fileprivate func range(from base: Int) -> Range<Int> { base + Int(start)..<base + Int(start) + Int(count) }
  }

  /// Where the head begins: at its first field, or at the mailbox's `From ` line before it.
  private(set) var start: Int
  /// Where the body begins.
  private(set) var bodyStart: Int
  /// The number of fields, those included that do not matter.
  private(set) var count = 0
  /// How many of them only mails and news articles have.
  private(set) var typicalCount = 0
  /// The rest of a `From ` line.
  private(set) var fromLine = Field()

  private(set) var from = Field()
  private(set) var subject = Field()
  private(set) var date = Field()
  private(set) var messageID = Field()
  private(set) var references = Field()
  private(set) var inReplyTo = Field()
  private(set) var newsgroups = Field()
  private(set) var listID = Field()
  private(set) var archivedAt = Field()
  private(set) var contentType = Field()
  private(set) var contentLength = Field()
  private(set) var contentDisposition = Field()
  private(set) var contentTransferEncoding = Field()

  /// Reads the head that begins at `start`.
  ///
  /// It ends with a blank line, or before the first line that is no field.
  /// - Complexity: O(length of the head)
  init(_ bytes: MailBytes, from start: Int, before end: Int) {
    self.start = start
    bodyStart = start
    var line = start
    while line < end {
      let lineEnd = bytes.lineEnd(from: line, before: end)
      if lineEnd == line || lineEnd == line + 1 && bytes[line] == 0x0d {
        bodyStart = min(end, lineEnd + 1)
        return
      }
      let isFirst = line == start
      if count == 0, let name = Self.envelope(bytes, line, lineEnd) {
        if isFirst { fromLine = Field(name..<lineEnd, from: start) }
        line = min(end, lineEnd + 1)
        bodyStart = line
        continue
      }
      guard let colon = Self.colon(bytes, line, lineEnd) else { return }
      var next = lineEnd + 1
      var valueEnd = lineEnd
      while next < end, bytes[next] == 0x20 || bytes[next] == 0x09 {
        valueEnd = bytes.lineEnd(from: next, before: end)
        next = valueEnd + 1
      }
      note(bytes, name: line..<colon.name, value: bytes.trimmed(colon.value..<valueEnd))
      line = min(end, next)
      bodyStart = line
    }
  }

  /// The same head where it begins at `start`.
  func moved(to start: Int) -> MessageHead {
    var head = self
    head.bodyStart += start - head.start
    head.start = start
    return head
  }

  /// The bytes of a field of this head.
  func range(_ field: Field) -> Range<Int> { field.range(from: start) }

  /// Where the words after `From ` begin, in the lines that mailboxes put before a head.
  private static func envelope(_ bytes: MailBytes, _ line: Int, _ end: Int) -> Int? {
    if bytes[line] == 0x46, bytes.matches("from ", at: line, before: end) { return line + 5 }
    if bytes[line] == 0x3e, bytes.matches(">from ", at: line, before: end) { return line + 6 }
    return nil
  }

  /// Where a field's name ends and its body begins; `nil` for a line that is no field.
  private static func colon(_ bytes: MailBytes, _ line: Int, _ end: Int) -> (name: Int, value: Int)? {
    var index = line
    while index < end, bytes[index] > 0x20, bytes[index] < 0x7f, bytes[index] != 0x3a { index += 1 }
    guard index > line else { return nil }
    let name = index
    // RFC 5322, 4.5: white space before the colon.
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < end && bytes[index] == 0x3a ? (name, index + 1) : nil
  }

  private mutating func note(_ bytes: MailBytes, name: Range<Int>, value: Range<Int>) {
    count += 1
    // Most words are none of those compared, as their first letter says.
    let first = bytes[name.lowerBound].lowercased
    func has(_ word: StaticString) -> Bool {
      word.utf8Start.pointee == first && bytes.matches(word, at: name.lowerBound, before: name.upperBound)
    }
    func set(_ field: inout Field, isTypical: Bool = true) {
      if !field.isPresent, !value.isEmpty { field = Field(value, from: start) }
      if isTypical { typicalCount += 1 }
    }
    switch name.count {
    case 2, 3: if has("to") || has("cc") { typicalCount += 1 }
    case 4:
      if has("from") { set(&from) }
      if has("date") { set(&date) }
      if has("path") || has("xref") { typicalCount += 1 }
    case 5: if has("lines") { typicalCount += 1 }
    case 7:
      if has("subject") { set(&subject) }
      if has("list-id") { set(&listID) }
    case 8: if has("received") || has("reply-to") { typicalCount += 1 }
    case 10:
      if has("message-id") { set(&messageID) }
      if has("references") { set(&references) }
      if has("newsgroups") { set(&newsgroups) }
    case 11:
      if has("in-reply-to") { set(&inReplyTo) }
      if has("archived-at") { set(&archivedAt, isTypical: false) }
      if has("return-path") { typicalCount += 1 }
    case 12:
      if has("content-type") { set(&contentType, isTypical: false) }
      if has("organization") || has("mime-version") || has("delivered-to") { typicalCount += 1 }
    case 14: if has("content-length") { set(&contentLength, isTypical: false) }
    case 19: if has("content-disposition") { set(&contentDisposition, isTypical: false) }
    case 25: if has("content-transfer-encoding") { set(&contentTransferEncoding, isTypical: false) }
    default: break
    }
  }
}
