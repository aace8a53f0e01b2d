/// A moment, exactly as precise as its source: a year, a day, a minute, a second.
///
/// The source is quoted, not computed with: no time zone is applied unless the source gave one. Ten bytes, since there is one a comment.
package struct Timestamp: Hashable, Sendable {
  /// The year, 0–9999.
  package private(set) var year: Int16
  private var monthOrZero: UInt8 = 0
  private var dayOrZero: UInt8 = 0
  private var hourOrNone: Int8 = -1
  private var minuteOrNone: Int8 = -1
  private var secondOrNone: Int8 = -1
  private var offsetOrNone: Int16 = .min

  /// A moment; each part is given only if all before it are.
  ///
  /// - Parameter offset: minutes east of UTC.
  /// - Returns: `nil` when a part is out of its bounds, a day that its month does not have included.
  package init?(
    year: Int,
    month: Int? = nil,
    day: Int? = nil,
    hour: Int? = nil,
    minute: Int? = nil,
    second: Int? = nil,
    offset: Int? = nil
  ) {
    guard (0...9999).contains(year) else { return nil }
    self.year = Int16(year)
    guard let month else { return }
    guard (1...12).contains(month) else { return nil }
    monthOrZero = UInt8(month)
    guard let day else { return }
    guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
    dayOrZero = UInt8(day)
    guard let hour, let minute else { return }
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    hourOrNone = Int8(hour)
    minuteOrNone = Int8(minute)
    if let second {
      // 60 is a leap second (ISO 8601, 4.3.8).
      guard (0...60).contains(second) else { return nil }
      secondOrNone = Int8(second)
    }
    if let offset {
      guard (-1439...1439).contains(offset) else { return nil }
      offsetOrNone = Int16(offset)
    }
  }

  /// The month, 1–12.
  package var month: Int? { monthOrZero == 0 ? nil : Int(monthOrZero) }
  /// The day of the month, 1–31.
  package var day: Int? { dayOrZero == 0 ? nil : Int(dayOrZero) }
  /// The hour, 0–23.
  package var hour: Int? { hourOrNone < 0 ? nil : Int(hourOrNone) }
  /// The minute, 0–59.
  package var minute: Int? { minuteOrNone < 0 ? nil : Int(minuteOrNone) }
  /// The second, 0–60.
  package var second: Int? { secondOrNone < 0 ? nil : Int(secondOrNone) }
  /// Minutes east of UTC, when the source says so.
  package var offset: Int? { offsetOrNone == .min ? nil : Int(offsetOrNone) }

  /// The moment in ISO 8601: `2023`, `2023-09`, `2023-09-01`, `2023-09-01T13:33`, `2023-09-01T13:33:05+02:00`.
  package var iso8601: String {
    var text = Self.padded(Int(year), to: 4)
    guard let month else { return text }
    text += "-" + Self.padded(month, to: 2)
    guard let day else { return text }
    text += "-" + Self.padded(day, to: 2)
    guard let hour, let minute else { return text }
    text += "T" + Self.padded(hour, to: 2) + ":" + Self.padded(minute, to: 2)
    if let second { text += ":" + Self.padded(second, to: 2) }
    guard let offset else { return text }
    if offset == 0 { return text + "Z" }
    let distance = abs(offset)
    return text + (offset < 0 ? "-" : "+") + Self.padded(distance / 60, to: 2) + ":" + Self.padded(distance % 60, to: 2)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
