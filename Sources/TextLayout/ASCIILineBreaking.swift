/// Line breaks between two characters of printable ASCII, as far as the two alone decide.
///
/// This is what the rules and the tailoring of ``LineBreaker`` come to for most of the pairs in an English text; a test
/// compares every pair in all sorts of contexts with them. Where more than the pair counts, the answer is `depends`.
enum ASCIILineBreaking {
  /// What a pair says of the place in its middle.
  enum Answer: UInt8 {
    case prohibited
    /// The first is a space, and a line may end unless an opening bracket stands before the spaces.
    case afterSpaces
    case depends
  }

  /// The answers, at `first << 7 | second`; made at first use, in about 0.1 ms.
  static let answers: [Answer] = (0..<128 * 128).map { answer(UInt8($0 >> 7), UInt8($0 & 127)) }

  private static func answer(_ first: UInt8, _ second: UInt8) -> Answer {
    guard first >= 0x20, first < 0x7F, second >= 0x20, second < 0x7F else { return .depends }
    if second == UInt8(ascii: " ") { return .prohibited }  // LB7
    let left = Unicode.Scalar(first)
    let right = Unicode.Scalar(second)
    if left == " " {
      switch right {
      case ")", "]", "}", "!", "?": return .prohibited  // LB13
      case ",", ".", ":", ";": return .depends  // LB15c, LB15d
      default: return .afterSpaces  // LB18 and the tailoring
      }
    }
    switch right {
    case "%": return .depends  // The tailoring of addresses.
    case ")", "]", "}", "!", "?", "/": return .prohibited  // LB13
    case ",", ".", ":", ";": return .prohibited  // LB15d
    case "\"", "'": return .prohibited  // LB19
    case "-", "|": return .prohibited  // LB21
    default: break
    }
    switch left {
    case "(", "[", "{": return .prohibited  // LB14
    case "\"", "'": return .prohibited  // LB19
    case "/", "?", "&", "=", ";": return .depends  // The tailoring of addresses.
    case "A"..."Z", "a"..."z", "0"..."9": return .prohibited  // LB23, LB24, LB25, LB28, LB30
    case "#", "*", "<", ">", "@", "^", "_", "`", "~": return .prohibited  // LB23, LB24, LB28, LB30
    case ")", "]": return isLetterOrDigit(second) ? .prohibited : .depends  // LB30
    case ",", ".", ":": return isLetterOrDigit(second) ? .prohibited : .depends  // LB25, LB29
    default: return .depends
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
