/// A letter with its case taken away, cheaply: ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic are folded, other
/// letters are taken as they are.
///
/// Enough to look words up that stand in tables; not a Unicode case folding.
struct FoldedLetter {
  /// Number of bytes the letter has in the text.
  let count: Int
  private let first: UInt8
  private let second: UInt8
  private let third: UInt8

  /// The letter at `index`; `nil` for signs, digits and white space.
  init?(at index: Int, before end: Int, in text: SourceText) {
    guard index < end else { return nil }
    let byte = text[index]
    if byte < 0x80 {
      let lower = byte | 0x20
      guard (0x61...0x7a).contains(lower) || byte == 0x5f else { return nil }
      self.init(1, byte == 0x5f ? byte : lower)
    } else if byte < 0xe0 {
      guard index + 1 < end else { return nil }
      let next = text[index + 1]
      // U+0080–U+00BF are signs, but for ª µ º; so are × and ÷.
      if byte == 0xc2 { guard next == 0xaa || next == 0xb5 || next == 0xba else { return nil } }
      if byte == 0xc3, next == 0x97 || next == 0xb7 { return nil }
      let (a, b) = Self.folded(byte, next)
      self.init(2, a, b)
    } else if byte < 0xf0 {
      guard index + 2 < end else { return nil }
      let (second, third) = (text[index + 1], text[index + 2])
      if Self.isSign(byte, second, third) { return nil }
      self.init(3, byte, second, third)
    } else {
      // Emoji and historic scripts: signs to us.
      return nil
    }
  }

  private init(_ count: Int, _ first: UInt8, _ second: UInt8 = 0, _ third: UInt8 = 0) {
    self.count = count
    self.first = first
    self.second = second
    self.third = third
  }

  /// How many bytes the folded letter has.
  var foldedCount: Int { isDottedCapital ? 1 : count }

  /// A byte of the folded letter.
  func byte(_ place: Int) -> UInt8 {
    if isDottedCapital { return 0x69 }
    return place == 0 ? first : place == 1 ? second : third
  }

  /// A dotted capital I folds to two scalars in Turkish; tables are written with the plain i.
  private var isDottedCapital: Bool { count == 2 && first == 0xc4 && second == 0xb0 }

  /// Whether both are the same letter, case aside.
  static func == (left: FoldedLetter, right: FoldedLetter) -> Bool {
    (0..<3).allSatisfy { left.byte($0) == right.byte($0) }
  }

  private static func folded(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
    switch first {
    case 0xc3 where (0x80...0x9e).contains(second): return (0xc3, second + 0x20)
    case 0xc4 where second == 0xb0: return (first, second)
    // U+0100–U+0137: capitals are even; U+0139–U+0148: odd; U+014A–U+0177: even; Ź Ż Ž: odd.
    case 0xc4 where second < 0xb8: return (first, second | 1)
    case 0xc4 where second % 2 == 1 && second >= 0xb9 && second < 0xbf: return (first, second + 1)
    case 0xc4 where second == 0xbf: return (0xc5, 0x80)
    case 0xc5 where second <= 0x88: return (first, second % 2 == 1 ? second + 1 : second)
    case 0xc5 where (0x8a...0xb7).contains(second): return (first, second | 1)
    case 0xc5 where (0xb9...0xbe).contains(second): return (first, second % 2 == 1 ? second + 1 : second)
    case 0xce where (0x91...0x9f).contains(second): return (first, second + 0x20)
    case 0xce where (0xa0...0xa9).contains(second): return (0xcf, second - 0x20)
    case 0xd0 where (0x90...0x9f).contains(second): return (first, second + 0x20)
    case 0xd0 where (0xa0...0xaf).contains(second): return (0xd1, second - 0x20)
    case 0xd0 where second <= 0x8f: return (0xd1, second + 0x10)
    case 0xd2 where second >= 0x90: return (first, second | 1)
    default: return (first, second)
    }
  }

  /// General punctuation, arrows, symbols, CJK and full-width punctuation, private use.
  private static func isSign(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case 0xe2: second < 0xb0
    case 0xe3: second == 0x80 && third != 0x85 && third != 0x86
    case 0xee: true
    case 0xef:
      second < 0xa4 || second == 0xb8 || second == 0xbb || second == 0xbf
        || second == 0xbc && (third <= 0x90 || third >= 0x9a && third <= 0xa0 || third >= 0xbb)
        || second == 0xbd && third >= 0x9b
    default: false
    }
  }
}

extension FoldedLetter {
  /// Whether a lower-case letter outside ASCII stands at `index`: Latin-1, Greek or Cyrillic.
  static func isLowercase(at index: Int, in text: SourceText) -> Bool {
    guard index + 1 < text.count else { return false }
    let second = text[index + 1]
    switch text[index] {
    case 0xc3: return second >= 0x9f && second != 0xb7
    case 0xc4, 0xc5: return second % 2 == 1
    case 0xce: return second >= 0xac
    case 0xcf: return second <= 0x8e
    case 0xd0: return second >= 0xb0
    case 0xd1: return second <= 0x9f
    default: return false
    }
  }
}
