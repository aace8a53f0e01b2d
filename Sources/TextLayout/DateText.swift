import DocumentModel

/// Dates as a reader meets them: `3 March 2024 14:02`.
package enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The moment in words, as precise as it is known. The year is left out when it is `year`.
  package static func text(_ moment: Timestamp, leavingOut year: Int16? = nil) -> String {
    var parts: [String] = []
    if let month = moment.month {
      if let day = moment.day { parts.append(String(day)) }
      parts.append(months[month - 1])
    }
    if moment.year != year || parts.isEmpty { parts.append(String(moment.year)) }
    if let hour = moment.hour, let minute = moment.minute {
      parts.append((hour < 10 ? "0" : "") + String(hour) + ":" + (minute < 10 ? "0" : "") + String(minute))
    }
    return parts.joined(separator: " ")
  }
}
