/// The texts of strings and numbers in JSON (RFC 8259, sections 6 and 7).
enum JSONText {
  private static let quotationMark = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// The next quotation mark, backslash or control character.
  ///
  /// - Complexity: O(distance), eight bytes at a time
  static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A byte that becomes zero sets its highest bit; bytes above it may, but then one of these eight is special.
      let marks = zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x5c5c_5c5c_5c5c_5c5c)
      let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      guard marks | controls == 0 else { break }
      index += 8
    }
    while index < end {
      let byte = bytes[index]
      if byte == quotationMark || byte == backslash || byte < 0x20 { return index }
      index += 1
    }
    return end
  }

  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// An escape sequence.
  struct Escape {
    /// What it stands for; a backslash where it stands for nothing.
    var scalar: UInt32
    /// Its bytes, at least one.
    var length: Int
    /// What is wrong with it.
    var fault: JSONFaults.Kind?

    /// The sequence that the backslash at `index` begins.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) {
      if let unit = Self.unit(bytes, at: index, before: end) {
        (scalar, length) = (unit, 6)
        if (0xd800...0xdfff).contains(unit) {
          pair(with: Self.unit(bytes, at: index + 6, before: end))
        }
      } else if let letter = Self.letter(index + 1 < end ? bytes[index + 1] : 0) {
        (scalar, length) = (letter, 2)
      } else {
        (scalar, length, fault) = (0x5c, 1, .escape)
      }
    }

    /// What a letter after a backslash stands for.
    private static func letter(_ byte: UInt8) -> UInt32? {
      switch byte {
      case quotationMark: 0x22
      case backslash: 0x5c
      case UInt8(ascii: "/"): 0x2f
      case UInt8(ascii: "b"): 0x08
      case UInt8(ascii: "f"): 0x0c
      case UInt8(ascii: "n"): 0x0a
      case UInt8(ascii: "r"): 0x0d
      case UInt8(ascii: "t"): 0x09
      default: nil
      }
    }

    /// Makes one character of a surrogate and the code unit behind it, where they are a pair.
    private mutating func pair(with next: UInt32?) {
      if scalar < 0xdc00, let next, (0xdc00...0xdfff).contains(next) {
        scalar = 0x10000 + (scalar - 0xd800) << 10 + (next - 0xdc00)
        length = 12
      } else {
        scalar = 0xfffd
        fault = .surrogate
      }
    }

    /// The code unit that `\uXXXX` at `index` stands for.
    private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> UInt32? {
      guard index + 6 <= end, bytes[index] == backslash, bytes[index + 1] == UInt8(ascii: "u") else { return nil }
      var unit: UInt32 = 0
      for place in index + 2..<index + 6 {
        let digit: UInt8
        switch bytes[place] {
        case 0x30...0x39: digit = bytes[place] - 0x30
        case 0x41...0x46: digit = bytes[place] - 0x37
        case 0x61...0x66: digit = bytes[place] - 0x57
        default: return nil
        }
        unit = unit << 4 | UInt32(digit)
      }
      return unit
    }
  }

  /// What a string stands for, escape sequences replaced.
  ///
  /// - Complexity: O(length)
  static func decoded(_ string: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    decode(string, to: &result)
    return result
  }

  /// Adds what a string stands for.
  static func decode(_ string: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    result.reserveCapacity(result.count + string.count)
    var index = 0
    while index < string.count {
      let start = index
      while index < string.count, string[index] != backslash {
        index = endOfPlain(string, from: index, before: string.count)
        // Quotation marks and control characters do not end it here.
        if index < string.count, string[index] != backslash { index += 1 }
      }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: string[start..<index]))
      guard index < string.count else { return }
      let escape = Escape(string, at: index, before: string.count)
      append(escape.scalar, to: &result)
      index += escape.length
    }
  }

  private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return result.append(contentsOf: [0xef, 0xbf, 0xbd]) }
    if scalar.isASCII { result.append(UInt8(truncatingIfNeeded: scalar.value)) } else { result += scalar.utf8 }
  }

  /// Whether a word is a number (RFC 8259, section 6).
  static func isNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func digits() -> Int {
      let start = index
      while index < word.count, (0x30...0x39).contains(word[index]) { index += 1 }
      return index - start
    }
    func skip(_ signs: StaticString) -> Bool {
      guard index < word.count, signs.withUTF8Buffer({ $0.contains(word[index]) }) else { return false }
      index += 1
      return true
    }
    _ = skip("-")
    let start = index
    let count = digits()
    guard count > 0, count == 1 || word[start] != 0x30 else { return false }
    if skip("."), digits() == 0 { return false }
    if skip("eE") {
      _ = skip("+-")
      if digits() == 0 { return false }
    }
    return index == word.count
  }

  /// Whether the bytes are those of `text`.
  static func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { $0.elementsEqual(bytes) }
  }
}
