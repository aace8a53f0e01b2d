import DocumentModel

/// When something was published, as a line of text says it.
struct Moment: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    case timestamp(Timestamp)
    /// In the source's words, which are the bytes of the moment: an age, or a date without a year.
    case age
  }

  var value: Value
  /// Where the words stand.
  var bytes: Range<Int>
  /// Index of the first token of it.
  var firstToken: Int
  /// Index after the last token of it.
  var endToken: Int
  /// Whether a time of day or an age is given, not only a day: what comments have and articles often have not.
  var isPrecise: Bool

  var timestamp: Timestamp? {
    if case .timestamp(let timestamp) = value { timestamp } else { nil }
  }
}

/// Which part of `03/04/2023` is the month.
enum DateOrder: Hashable, Sendable {
  case dayFirst, monthFirst
}

/// A year, a month, a day: what a date says.
struct CalendarDate: Hashable, Sendable {
  /// `nil` where the source gives none.
  var year: Int?
  var month: Int
  /// `nil` where the source gives none.
  var day: Int?
}

/// A time of day.
struct ClockTime: Hashable, Sendable {
  var hour: Int
  var minute: Int
  var second: Int?
  /// Minutes east of UTC.
  var offset: Int?
  /// Whether `am` or `pm` was said.
  var isTwelveHour = false
}
