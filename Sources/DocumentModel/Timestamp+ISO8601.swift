extension Timestamp {
  /// The moment that a text in the form of ISO 8601 says, as ``iso8601`` writes it: `2023`, `2023-09-01`,
  /// `2023-09-01T13:33:05.250+02:00`; `nil` for any other text.
  ///
  /// A space may stand for the `T`, an offset may lack its colon; what is less than a second is left out.
  package init?(iso8601 text: some Collection<UInt8>) {
    var rest = Array(text.prefix(40))[...]
    func digits(_ count: Int) -> Int? {
      let found = rest.prefix(count)
      guard found.count == count, found.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      rest = rest.dropFirst(count)
      return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func skip(_ signs: StaticString) -> UInt8? {
      guard let first = rest.first, signs.withUTF8Buffer({ $0.contains(first) }) else { return nil }
      return rest.removeFirst()
    }
    guard let year = digits(4) else { return nil }
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute: Int?
    var second: Int?
    var offset: Int?
    if skip("-") != nil {
      month = digits(2)
      guard month != nil else { return nil }
      if skip("-") != nil {
        day = digits(2)
        guard day != nil else { return nil }
        if skip("Tt ") != nil {
          hour = digits(2)
          guard hour != nil, skip(":") != nil else { return nil }
          minute = digits(2)
          guard minute != nil else { return nil }
          if skip(":") != nil {
            second = digits(2)
            guard second != nil else { return nil }
            if skip(".,") != nil { rest = rest.drop { (0x30...0x39).contains($0) } }
          }
          if skip("Zz") != nil {
            offset = 0
          } else if let sign = skip("+-") {
            guard let hours = digits(2) else { return nil }
            _ = skip(":")
            offset = (hours * 60 + (digits(2) ?? 0)) * (sign == UInt8(ascii: "-") ? -1 : 1)
          }
        }
      }
    }
    guard rest.isEmpty else { return nil }
    self.init(year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: offset)
  }
}
