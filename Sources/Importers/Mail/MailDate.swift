import DocumentModel

/// A moment as mails, news articles and mailboxes write it.
///
/// RFC 5322, 3.3 and 4.3; before it RFC 1036, 2.1.2, and `asctime`; ISO 8601, as some programs send it.
struct MailDate {
  /// The moment, as precise as it was written.
  var timestamp: Timestamp
  /// Seconds since 1970 in UTC, to sort by. Without a zone it is taken as UTC.
  var seconds: Int

  private struct Parts {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute: Int?
    var second: Int?
    var offset: Int?
    var isAfternoon: Bool?
  }

  /// The longest date that is looked at, in bytes.
  private static let longest = 200

  /// The date in `range`.
  ///
  /// - Returns: `nil` without day, month, year and time.
  init?(_ bytes: MailBytes, _ range: Range<Int>) {
    var parts = Parts()
    let end = min(range.upperBound, range.lowerBound + Self.longest)
    var index = range.lowerBound
    while index < end {
      let byte = bytes[index]
      if byte == 0x28 {
        // A comment, `(CET)` for the most part.
        index = bytes.first(0x29, in: index..<end) + 1
        continue
      }
      let start = index
      if byte.isDigit || (byte == 0x2b || byte == 0x2d) && index + 1 < end && bytes[index + 1].isDigit {
        index = Self.readNumber(bytes, start..<end, into: &parts)
      } else if byte.isASCIILetter {
        while index < end, bytes[index].isASCIILetter { index += 1 }
        Self.readWord(bytes, start..<index, into: &parts)
      } else {
        index += 1
      }
    }
    guard let year = parts.year, let month = parts.month, let day = parts.day, var hour = parts.hour,
      let minute = parts.minute
    else { return nil }
    if let isAfternoon = parts.isAfternoon, hour <= 12 { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    guard
      let timestamp = Timestamp(
        year: year,
        month: month,
        day: day,
        hour: hour,
        minute: minute,
        second: parts.second,
        offset: parts.offset
      )
    else { return nil }
    self.timestamp = timestamp
    let time = (hour * 60 + minute - (parts.offset ?? 0)) * 60 + (parts.second ?? 0)
    seconds = Self.daysSince1970(year, month, day) * 86_400 + time
  }

  /// Reads what `range` begins with: digits with colons and dots between, perhaps with a sign.
  ///
  /// - Returns: where they end.
  private static func readNumber(_ bytes: MailBytes, _ range: Range<Int>, into parts: inout Parts) -> Int {
    let first = bytes[range.lowerBound]
    let isSigned = !first.isDigit
    var numbers = (0, 0, 0)
    var fields = 0
    var digits = 0
    var index = range.lowerBound + (isSigned ? 1 : 0)
    // The colon is the sign after the digits.
    while index < range.upperBound, bytes[index] &- 0x30 <= 10 {
      let digit = Int(bytes[index] &- 0x30)
      index += 1
      if digit == 10 {
        fields += 1
      } else if fields == 0 {
        digits += 1
        // More than eight are none of the numbers of a date.
        if digits <= 8 { numbers.0 = numbers.0 * 10 + digit }
      } else if fields == 1 {
        numbers.1 = min(99, numbers.1 * 10 + digit)
      } else {
        numbers.2 = min(99, numbers.2 * 10 + digit)
      }
    }
    // Parts of seconds are of no interest.
    while index < range.upperBound, bytes[index] &- 0x30 <= 10 || bytes[index] == 0x2e { index += 1 }
    if digits <= 8 { note(numbers, fields: fields, digits: digits, sign: isSigned ? first : nil, in: &parts) }
    return index
  }

  private static func note(
    _ numbers: (Int, Int, Int),
    fields: Int,
    digits: Int,
    sign: UInt8?,
    in parts: inout Parts
  ) {
    if let sign, parts.hour != nil {
      // +0200, +02:00, +2.
      let minutes =
        fields > 0
        ? numbers.0 * 60 + numbers.1 : digits <= 2 ? numbers.0 * 60 : numbers.0 / 100 * 60 + numbers.0 % 100
      if parts.offset == nil { parts.offset = sign == 0x2d ? -minutes : minutes }
    } else if fields > 0 {
      guard parts.hour == nil else { return }
      parts.hour = numbers.0
      parts.minute = numbers.1
      if fields > 1 { parts.second = numbers.2 }
    } else if digits >= 3 {
      if parts.year == nil { parts.year = digits == 3 ? numbers.0 + 1900 : numbers.0 }
    } else if parts.month == nil, parts.year != nil, parts.day == nil {
      // 2023-09-01: the month comes after the year.
      parts.month = numbers.0
    } else if parts.day == nil {
      parts.day = numbers.0
    } else if parts.year == nil {
      // RFC 5322, 4.3: two digits of a year.
      parts.year = numbers.0 + (numbers.0 < 50 ? 2000 : 1900)
    }
  }

  /// Whether `range` ends as most lines do that divide a mailbox: `Mon Mar  4 09:00:00 2024`. If so, there is a date.
  static func isUsual(_ bytes: MailBytes, _ range: Range<Int>) -> Bool {
    let start = range.upperBound - 24
    guard start > range.lowerBound, bytes[start - 1] == 0x20 else { return false }
    func number(_ place: Int) -> UInt8 {
      let (ten, one) = (bytes[start + place] &- 0x30, bytes[start + place + 1] &- 0x30)
      return ten < 10 && one < 10 ? ten * 10 + one : .max
    }
    let hasDay = bytes[start + 8] == 0x20 ? (0x31...0x39).contains(bytes[start + 9]) : (1...28).contains(number(8))
    guard hasDay, number(11) < 24, number(14) < 60, number(17) < 60, (19...20).contains(number(20)), number(22) < 100,
      bytes[start + 3] == 0x20, bytes[start + 7] == 0x20, bytes[start + 10] == 0x20, bytes[start + 19] == 0x20,
      bytes[start + 13] == 0x3a, bytes[start + 16] == 0x3a,
      let weekday = ShortWord(bytes, start..<start + 3), let month = ShortWord(bytes, start + 4..<start + 7)
    else { return false }
    return weekdays.contains(weekday) && months.contains(month)
  }

  /// The days of the week, as dates have them.
  static let weekdays: [ShortWord] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static let months: [ShortWord] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// RFC 5322, 4.3, in minutes.
  private static let zones: [(name: ShortWord, offset: Int)] = [
    ("gmt", 0), ("utc", 0), ("ut", 0), ("z", 0), ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300),
    ("mst", -420), ("mdt", -360), ("pst", -480), ("pdt", -420),
  ]

  private static func readWord(_ bytes: MailBytes, _ range: Range<Int>, into parts: inout Parts) {
    if parts.hour != nil, range.count <= 3 {
      let word = ShortWord(bytes, range)
      if let zone = zones.first(where: { $0.name == word }) {
        if parts.offset == nil { parts.offset = zone.offset }
        return
      }
      if range.count == 2, bytes[range.upperBound - 1].lowercased == 0x6d {
        let letter = bytes[range.lowerBound].lowercased
        if letter == 0x61 || letter == 0x70 { parts.isAfternoon = letter == 0x70 }
      }
    }
    guard range.count >= 3, parts.month == nil else { return }
    let word = ShortWord(bytes, range.lowerBound..<range.lowerBound + 3)
    if let index = months.firstIndex(where: { $0 == word }) { parts.month = index + 1 }
  }

  /// Days from 1970-01-01 to a day of the Gregorian calendar.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // A year that begins in March has its leap day at its end.
    let shifted = year - (month <= 2 ? 1 : 0)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
