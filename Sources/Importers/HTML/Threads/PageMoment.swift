import DocumentModel

/// When something was published, as a page says it.
struct PageMoment: Hashable {
  var timestamp: Timestamp?
  /// In the page's words, where that is all there is.
  var age: String?

  /// A moment that is known.
  init(_ timestamp: Timestamp) { self.timestamp = timestamp }

  /// What `text` says: a number of seconds or milliseconds since 1970, an ISO date, or a date or age in words; `nil`
  /// where it says none.
  ///
  /// - Complexity: O(length), at most ``Tokenizer/maximumBytes``
  init?(_ text: String, order: DateOrder = .dayFirst) {
    if let timestamp = Self.epoch(text) {
      self.timestamp = timestamp
      return
    }
    // What most pages say in their markup; a year alone is no date there.
    if text.utf8.count >= 10, let timestamp = Timestamp(iso8601: text.utf8) {
      self.timestamp = timestamp
      return
    }
    let bytes = Array(text.utf8.prefix(Tokenizer.maximumBytes))
    let found: (Timestamp?, Range<Int>)? = bytes.withUnsafeBufferPointer { buffer in
      var tokenizer = Tokenizer()
      tokenizer.tokenize(0..<buffer.count, of: SourceText(buffer))
      guard let moment = MomentReader(tokens: tokenizer.tokens, order: order).first() else { return nil }
      return (moment.timestamp, moment.bytes)
    }
    guard let (timestamp, range) = found else { return nil }
    self.timestamp = timestamp
    if timestamp == nil { age = TextSanitizer.field(bytes[range]) }
  }

  /// The moment so many seconds after 1970 began, or milliseconds where it is that many; UTC.
  private static func epoch(_ text: String) -> Timestamp? {
    guard (9...13).contains(text.utf8.count), let number = Int(text) else { return nil }
    let seconds = text.utf8.count > 11 ? number / 1000 : number
    return seconds < 4_102_444_800 ? Timestamp(secondsSince1970: seconds) : nil
  }
}

extension Timestamp {
  /// A moment of UTC, from its distance to the beginning of 1970 in seconds (days from civil, Howard Hinnant's
  /// algorithm of the proleptic Gregorian calendar).
  init?(secondsSince1970 seconds: Int) {
    guard seconds >= 0 else { return nil }
    let days = seconds / 86400 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1,
      hour: seconds % 86400 / 3600,
      minute: seconds % 3600 / 60,
      second: seconds % 60,
      offset: 0
    )
  }
}
