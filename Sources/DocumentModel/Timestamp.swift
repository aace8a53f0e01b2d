/// A moment, exactly as precise as its source: a year, a day, a minute, a second.
///
/// The source is quoted, not computed with: no time zone is applied unless the source gave one. Eight bytes, since there
/// is one a comment.
package struct Timestamp: Hashable, Sendable {
  /// Where a part stands in ``bits``. Each is kept as 1 more than it is, so that 0 stands for one that is not given.
  private enum Part: UInt64 {
    case offset = 0
    case second = 12
    case minute = 19
    case hour = 26
    case day = 33
    case month = 40
    case year = 47
  }

  /// All parts, as one number; never 0.
  private(set) var bits: UInt64 = 0

  /// The moment that ``bits`` of another stand for; `nil` for 0.
  init?(bits: UInt64) {
    guard bits != 0 else { return nil }
    self.bits = bits
  }

  private mutating func set(_ part: Part, _ value: Int) { bits |= UInt64(value + 1) << part.rawValue }

  private func value(_ part: Part, width: UInt64 = 7) -> Int? {
    let value = Int(bits >> part.rawValue & (1 << width - 1))
    return value == 0 ? nil : value - 1
  }

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
    set(.year, year)
    guard let month else { return }
    guard (1...12).contains(month) else { return nil }
    set(.month, month)
    guard let day else { return }
    guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
    set(.day, day)
    guard let hour, let minute else { return }
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    set(.hour, hour)
    set(.minute, minute)
    if let second {
      // 60 is a leap second (ISO 8601, 4.3.8).
      guard (0...60).contains(second) else { return nil }
      set(.second, second)
    }
    if let offset {
      guard (-1439...1439).contains(offset) else { return nil }
      set(.offset, offset + 1439)
    }
  }

  /// The year, 0–9999.
  package var year: Int16 { Int16(truncatingIfNeeded: value(.year, width: 14) ?? 0) }
  /// The month, 1–12.
  package var month: Int? { value(.month) }
  /// The day of the month, 1–31.
  package var day: Int? { value(.day) }
  /// The hour, 0–23.
  package var hour: Int? { value(.hour) }
  /// The minute, 0–59.
  package var minute: Int? { value(.minute) }
  /// The second, 0–60.
  package var second: Int? { value(.second) }
  /// Minutes east of UTC, when the source says so.
  package var offset: Int? { value(.offset, width: 12).map { $0 - 1439 } }

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
