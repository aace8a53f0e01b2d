import DocumentModel
import Glibc
import TextLayout

/// Moments of visits, as people speak of them.
package enum VisitTime {
  /// Now, in seconds since 1970.
  package static var now: Int64 { Int64(time(nil)) }

  /// `2024-03-01`, where the clock on the wall says so.
  package static func date(_ seconds: Int64 = now) -> String {
    let parts = local(seconds)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  /// How long ago something was: `just now`, `5 minutes ago`, `3 hours ago`, `yesterday`, `4 days ago`, `3 March 2024`.
  package static func text(_ seconds: Int64, now: Int64 = now) -> String {
    let age = now - seconds
    func ago(_ count: Int64, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s") ago" }
    if age < 60 { return "just now" }
    if age < 3600 { return ago(age / 60, "minute") }
    let days = day(now) - day(seconds)
    if days <= 0 || age < 6 * 3600 { return ago(age / 3600, "hour") }
    if days == 1 { return "yesterday" }
    if days < 7 { return ago(days, "day") }
    let parts = local(seconds)
    let date = Timestamp(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return date.map { DateText.text($0) } ?? ""
  }

  /// The same where there is little room: `now`, `5 min`, `3 h`, `4 d`, `3 March 2024`.
  package static func brief(_ seconds: Int64, now: Int64 = now) -> String {
    let age = max(0, now - seconds)
    return switch age {
    case ..<60: "now"
    case ..<3600: "\(age / 60) min"
    case ..<86_400: "\(age / 3600) h"
    case ..<604_800: "\(age / 86_400) d"
    default: text(seconds, now: now)
    }
  }

  /// The number of the day on the calendar here.
  private static func day(_ seconds: Int64) -> Int64 {
    let offset = Int64(local(seconds).tm_gmtoff)
    return Int64((Double(seconds + offset) / 86_400).rounded(.down))
  }

  private static func local(_ seconds: Int64) -> tm {
    var (moment, parts) = (time_t(seconds), tm())
    localtime_r(&moment, &parts)
    return parts
  }
}
