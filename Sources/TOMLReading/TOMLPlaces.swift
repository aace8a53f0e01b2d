/// Where the keys of a text in TOML stand, which its parser does not tell.
///
/// Made of texts that the parser has read, so that what is no TOML need not be understood. Keys within inline tables stand
/// where their table does.
struct TOMLPlaces {
  /// A place in the text, both counted from 1; columns are Unicode scalars.
  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  private var places: [[String]: Place] = [:]

  /// Finds the keys of `source`.
  ///
  /// - Complexity: O(n)
  init(_ source: String) {
    var scanner = Scanner(source)
    var table: [String] = []
    while scanner.skipToStatement() {
      let place = scanner.place
      if scanner.take("[") {
        _ = scanner.take("[")
        table = scanner.key()
        note(table, at: place)
      } else {
        let key = table + scanner.key()
        note(key, at: place)
        scanner.skipValue()
      }
      scanner.skipLine()
    }
  }

  /// Where a key stands, or the innermost table around it that does.
  func place(of key: [String]) -> Place? {
    var key = key
    while !key.isEmpty {
      if let place = places[key] { return place }
      key.removeLast()
    }
    return nil
  }

  private mutating func note(_ key: [String], at place: Place) {
    var key = key
    while !key.isEmpty, places[key] == nil {
      places[key] = place
      key.removeLast()
    }
  }
}

/// Goes through a text scalar by scalar.
private struct Scanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private(set) var place = TOMLPlaces.Place(line: 1, column: 1)

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func advance() {
    if current == "\n" { place = TOMLPlaces.Place(line: place.line + 1, column: 1) } else { place.column += 1 }
    index += 1
  }

  /// Goes to where the next statement begins; gives whether there is one.
  mutating func skipToStatement() -> Bool {
    while let scalar = current {
      if scalar == "#" { skipLine() } else if scalar.properties.isWhitespace { advance() } else { return true }
    }
    return false
  }

  /// Goes past the end of the line.
  mutating func skipLine() {
    while let scalar = current {
      advance()
      if scalar == "\n" { return }
    }
  }

  /// Goes past `scalar` when it is next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    advance()
    return true
  }

  /// The parts of a key, dots between them.
  mutating func key() -> [String] {
    var parts: [String] = []
    while true {
      skipBlanks()
      guard let first = current else { return parts }
      if first == "\"" || first == "'" {
        parts.append(string(in: first))
      } else {
        var part = String.UnicodeScalarView()
        while let scalar = current,
          scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil
        {
          part.append(scalar)
          advance()
        }
        parts.append(String(part))
      }
      skipBlanks()
      guard take(".") else { return parts }
    }
  }

  /// Goes past `=` and a value, which may go on over several lines.
  mutating func skipValue() {
    var depth = 0
    while let scalar = current {
      switch scalar {
      case "\n" where depth == 0, "#" where depth == 0: return
      case "#": skipLine()
      case "\"", "'": skipString(in: scalar)
      case "[", "{":
        depth += 1
        advance()
      case "]", "}":
        depth -= 1
        advance()
      default: advance()
      }
    }
  }

  private mutating func skipBlanks() {
    while let scalar = current, scalar == " " || scalar == "\t" { advance() }
  }

  /// A string of one line between `mark`s, as it stands.
  private mutating func string(in mark: Unicode.Scalar) -> String {
    advance()
    var text = String.UnicodeScalarView()
    while let scalar = current, scalar != mark, scalar != "\n" {
      text.append(scalar)
      advance()
    }
    _ = take(mark)
    return String(text)
  }

  private mutating func skipString(in mark: Unicode.Scalar) {
    let isLong = index + 2 < scalars.count && scalars[index + 1] == mark && scalars[index + 2] == mark
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    while let scalar = current {
      if scalar == "\\", mark == "\"" {
        advance()
        advance()
      } else if scalar == mark, !isLong {
        return advance()
      } else if scalar == mark, index + 2 < scalars.count, scalars[index + 1] == mark, scalars[index + 2] == mark {
        for _ in 0..<3 { advance() }
        return
      } else {
        advance()
      }
    }
  }
}
