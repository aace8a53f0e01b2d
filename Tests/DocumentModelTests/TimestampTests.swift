import DocumentModel
import Testing

@Suite("Moments")
struct TimestampTests {
  /// The moment of up to six parts and an offset, in ISO 8601; `nil` out of bounds.
  private func iso(_ parts: Int..., offset: Int? = nil) -> String? {
    func part(_ index: Int) -> Int? { index < parts.count ? parts[index] : nil }
    return Timestamp(
      year: parts[0],
      month: part(1),
      day: part(2),
      hour: part(3),
      minute: part(4),
      second: part(5),
      offset: offset
    )?.iso8601
  }

  @Test("They are as precise as their source")
  func precision() {
    #expect(iso(2023) == "2023")
    #expect(iso(2023, 9) == "2023-09")
    #expect(iso(2023, 9, 1) == "2023-09-01")
    #expect(iso(2023, 9, 1, 13, 33) == "2023-09-01T13:33")
    #expect(iso(2023, 9, 1, 13, 33, 5) == "2023-09-01T13:33:05")
    #expect(iso(7, 1, 1, 0, 0) == "0007-01-01T00:00")
    #expect(iso(2023, 9, 1, 13) == "2023-09-01", "an hour without its minute is no time")
  }

  @Test("Offsets are said only where they are known")
  func offsets() {
    #expect(iso(2023, 9, 1, 13, 33, offset: 0) == "2023-09-01T13:33Z")
    #expect(iso(2023, 9, 1, 13, 33, 5, offset: 120) == "2023-09-01T13:33:05+02:00")
    #expect(iso(2023, 9, 1, 13, 33, offset: -210) == "2023-09-01T13:33-03:30")
    #expect(iso(2023, 9, 1, 13, 33, offset: -1439) == "2023-09-01T13:33-23:59")
    #expect(iso(2023, 9, 1, 13, 33, offset: 1440) == nil)
    #expect(iso(2023, 9, 1, offset: 60) == "2023-09-01")
  }

  @Test("They are read as they are written, and as others write them")
  func reading() {
    for text in ["2023", "2023-09", "2023-09-01", "2023-09-01T13:33", "2023-09-01T13:33:05", "2023-09-01T13:33-03:30"] {
      #expect(Timestamp(iso8601: text.utf8)?.iso8601 == text)
    }
    #expect(Timestamp(iso8601: "2023-09-01 13:33:05.123456+0200".utf8)?.iso8601 == "2023-09-01T13:33:05+02:00")
    #expect(Timestamp(iso8601: "2023-09-01t13:33:05z".utf8)?.iso8601 == "2023-09-01T13:33:05Z")
    let others = [
      "", "23", "2023-", "2023-9-1", "2023-09-01T", "2023-09-01T13", "2023-09-01T13:33:05 PM", "2023-13-01",
      "2023-09-01T13:33+", "2023-09-01T13:33:05-", "2023-09-01T13:33+2",
    ]
    for text in others {
      #expect(Timestamp(iso8601: text.utf8) == nil, "\(text)")
      #expect(Timestamp(iso8601: Array(text.utf8).lazy.map { $0 }) == nil, "\(text)")
    }
  }

  @Test("Every part is held to its bounds")
  func bounds() {
    #expect(iso(-1) == nil)
    #expect(iso(10_000) == nil)
    #expect(iso(9999, 12, 31, 23, 59, 60) == "9999-12-31T23:59:60")
    #expect(iso(2023, 0) == nil)
    #expect(iso(2023, 13) == nil)
    #expect(iso(2023, 1, 0) == nil)
    #expect(iso(2023, 1, 1, 24, 0) == nil)
    #expect(iso(2023, 1, 1, -1, 0) == nil)
    #expect(iso(2023, 1, 1, 0, 60) == nil)
    #expect(iso(2023, 1, 1, 0, 0, 61) == nil)
  }

  @Test("Months have their days, February those of its year")
  func days() {
    let common = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for year in [1900, 2000, 2023, 2024] {
      for month in 1...12 {
        let isLeap = year == 2000 || year == 2024
        let last = common[month - 1] + (month == 2 && isLeap ? 1 : 0)
        #expect(iso(year, month, last) != nil)
        #expect(iso(year, month, last + 1) == nil)
      }
    }
  }

  @Test("Its parts are those it was made of")
  func parts() {
    let whole = Timestamp(year: 2023, month: 9, day: 1, hour: 0, minute: 0, second: 0, offset: 0)
    #expect(whole?.month == 9 && whole?.day == 1 && whole?.hour == 0 && whole?.minute == 0)
    #expect(whole?.second == 0 && whole?.offset == 0)
    let year = Timestamp(year: 2023)
    #expect(year?.month == nil && year?.day == nil && year?.hour == nil && year?.minute == nil)
    #expect(year?.second == nil && year?.offset == nil)
  }
}
