extension Timestamp {
  /// The moment that a text in the form of ISO 8601 says, as ``iso8601`` writes it: `2023`, `2023-09-01`,
  /// `2023-09-01T13:33:05.250+02:00`; `nil` for any other text.
  ///
  /// A space may stand for the `T`, an offset may lack its colon; what is less than a second is left out.
  package init?(iso8601 text: some Collection<UInt8>) {
    // Read where it stands, where that is possible: there is one a comment.
    let read = text.withContiguousStorageIfAvailable { ISO8601Reader($0).timestamp() }
    let moment = read ?? Array(text).withUnsafeBufferPointer { ISO8601Reader($0).timestamp() }
    guard let moment else { return nil }
    self = moment
  }
}

/// Reads a moment from left to right.
private struct ISO8601Reader {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>

  /// What stands further on is not looked at, in bytes.
  private static let longest = 40

  init(_ text: UnsafeBufferPointer<UInt8>) { rest = text.prefix(Self.longest) }

  consuming func timestamp() -> Timestamp? {
    guard let year = number(4) else { return nil }
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute: Int?
    var second: Int?
    var offset: Int?
    if skip("-") {
      month = number(2)
      guard month != nil else { return nil }
      if skip("-") {
        day = number(2)
        guard day != nil else { return nil }
        if skip("T") || skip("t") || skip(" ") {
          hour = number(2)
          guard hour != nil, skip(":") else { return nil }
          minute = number(2)
          guard minute != nil else { return nil }
          if skip(":") {
            second = number(2)
            guard second != nil else { return nil }
            if skip(".") || skip(",") { while number(1) != nil {} }
          }
          offset = zone()
        }
      }
    }
    guard rest.isEmpty else { return nil }
    return Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: offset)
  }

  /// Minutes east of UTC; `nil` where none are said.
  private mutating func zone() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let start = rest
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = number(2) else {
      rest = start
      return nil
    }
    _ = skip(":")
    let minutes = hours * 60 + (number(2) ?? 0)
    return isWest ? -minutes : minutes
  }

  /// The number of so many digits that stand here.
  private mutating func number(_ count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var number = 0
    for byte in rest.prefix(count) {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    rest = rest.dropFirst(count)
    return number
  }

  /// Whether a sign stands here, which is passed then.
  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
