extension EngineReader {
  /// The name that a text gives: what stands before `says` or a date, or else all of it; `nil` for a date
  /// alone that is more than one word.
  static func name(_ text: String) -> String? {
    // One word says nothing else, whatever month it begins with.
    if text.utf8.count <= longestWord, text.utf8.first?.isASCIILetter ?? false,
      text.utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "_") })
    {
      return text
    }
    var name = text
    let bytes = Array(text.utf8)
    if bytes.count <= Tokenizer.maximumBytes {
      bytes.withUnsafeBufferPointer { buffer in
        var reader = HeadLineReader(SourceText(buffer))
        let line = reader.read(0..<buffer.count)
        let isDated = line.moment.map { $0.bytes.lowerBound == 0 || buffer[$0.bytes.lowerBound - 1] == 0x20 } ?? false
        // `Today` may be somebody.
        if isDated, line.name == nil, bytes.contains(where: \.isDigit) { name = "" }
        guard let range = line.name else { return }
        if line.hasSays || isDated || line.hasBy && isLedIn(range, in: buffer) {
          name = String(decoding: buffer[range], as: UTF8.self)
        }
      }
    }
    let scalars = name.unicodeScalars
    let start = scalars.firstIndex { !isRule($0) } ?? scalars.endIndex
    let end = scalars[start...].lastIndex { !isRule($0) && !isStop($0) }.map(scalars.index(after:)) ?? start
    if start > scalars.startIndex || end < scalars.endIndex { name = String(scalars[start..<end]) }
    return name.isEmpty || name.utf8.count > 200 ? nil : name
  }

  /// In bytes.
  private static let longestWord = 40

  /// Whether a character stands between a name and what is beside it.
  private static func isRule(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "|", "·", "•", "—", "–": true
    default: false
    }
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == ":" || scalar == ";" }

  /// Whether what stands before a name is no beginning of it: `von da Vinci` and not `Da Vinci`, nor `da6869`; several
  /// words never are, such as `Comment by`.
  private static func isLedIn(_ name: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = text[..<name.lowerBound].drop { !$0.isASCIILetter && $0 < 0x80 }
    guard before.last == 0x20 else { return false }
    return before.first.map { $0 >= 0x61 } ?? false || before.dropLast().contains(0x20)
  }

  /// The first whole number in a text, with its sign and a `k` for thousands.
  static func number(in text: String) -> Int? {
    var value: Int?
    var sign = 1
    var scale = 1
    var decimals = -1
    scan: for character in text.unicodeScalars {
      switch character {
      case "0"..."9":
        guard (value ?? 0) < 1_000_000_000 else { break scan }
        value = (value ?? 0) * 10 + Int(character.value - 0x30)
        if decimals >= 0 { decimals += 1 }
      case "-", "\u{2212}", "\u{2013}": if value == nil { sign = -1 } else { break scan }
      case ".", ",": if value != nil { if decimals < 0 { decimals = 0 } else { break scan } }
      case "k", "K", "к", "К":
        if value != nil { scale = 1000 }
        break scan
      default: if value != nil { break scan } else { sign = 1 }
      }
    }
    guard var result = value else { return nil }
    // `1.2k` is 1200; `1,200` is 1200; `1.5` is 1.
    if scale == 1000 {
      for _ in 0..<max(0, decimals) { scale /= 10 }
      return sign * result * max(1, scale)
    }
    if decimals > 0, decimals != 3 { for _ in 0..<decimals { result /= 10 } }
    return sign * result
  }
}
