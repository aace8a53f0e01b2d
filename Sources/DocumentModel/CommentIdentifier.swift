/// A comment's id in eight bytes.
///
/// An id made of a hash, thirteen hexadecimal digits, is kept as the number it is, with the number of a repeat (`~2`)
/// beside it; any other stands in a table of strings.
struct CommentIdentifier: Equatable, Sendable {
  private static let digits = 13
  private static let hashBits: UInt64 = 52
  /// Repeats beyond this stand in the table of strings.
  private static let maximumRepeat = 1 << 11 - 1

  /// Bit 63: whether this is the number of a string. Else bits 52–62: which repeat, 0 for none; below: the hash.
  let bits: UInt64

  /// The id made of `hash`, of which 52 bits count.
  init(hash: UInt64) { bits = hash & (1 << Self.hashBits - 1) }

  /// The string of this number.
  init(string: UInt32) { bits = 1 << 63 | UInt64(string) }

  /// The id `text`, when it is of the form that needs no string.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard (Self.digits..<Self.digits + 6).contains(text.count) else { return nil }
    var hash: UInt64 = 0
    for byte in text[..<Self.digits] {
      switch byte {
      case 0x30...0x39: hash = hash << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: hash = hash << 4 | UInt64(byte - 0x57)
      default: return nil
      }
    }
    guard text.count > Self.digits else {
      bits = hash
      return
    }
    let number = String(decoding: text[(Self.digits + 1)...], as: UTF8.self)
    guard text[Self.digits] == UInt8(ascii: "~"), let place = Int(number), String(place) == number,
      let repeated = Self(hash: hash).repeated(place)
    else { return nil }
    self = repeated
  }

  private init(bits: UInt64) { self.bits = bits }

  /// The same id with `~number`; `nil` when that needs a string.
  func repeated(_ number: Int) -> CommentIdentifier? {
    guard bits >> Self.hashBits == 0, (2...Self.maximumRepeat).contains(number) else { return nil }
    return Self(bits: bits | UInt64(number) << Self.hashBits)
  }

  /// Whether it needs no string.
  var isShort: Bool { bits >> 63 == 0 }

  /// The number of the string it is; `nil` where it needs none.
  var string: UInt32? { isShort ? nil : UInt32(truncatingIfNeeded: bits) }

  /// The id as a string; `strings` is the table it may stand in.
  func text(_ strings: StringTable) -> String {
    if let string { return strings[string] ?? "" }
    let digits = String(bits & (1 << Self.hashBits - 1), radix: 16)
    let text = String(repeating: "0", count: Self.digits - digits.count) + digits
    let number = bits >> Self.hashBits
    return number == 0 ? text : "\(text)~\(number)"
  }
}
