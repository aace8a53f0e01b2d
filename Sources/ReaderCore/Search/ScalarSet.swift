/// A set of characters, as an expression names it.
struct ScalarSet: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case range(ClosedRange<UInt32>)
    case set(ScalarSet)
    case word
    case digit
    case space
    case newline
  }

  private var parts: [Part] = []
  private var isInverted = false
  /// Whether the other case of a character counts as well.
  private var ignoresCase = false
  /// A bit for each of the first 64 characters of ASCII that is in it.
  fileprivate private(set) var low: UInt64 = 0
  /// The same of the others.
  fileprivate private(set) var high: UInt64 = 0

  private init(_ parts: [Part], isInverted: Bool = false, ignoresCase: Bool = false) {
    self.parts = parts
    self.isInverted = isInverted
    self.ignoresCase = ignoresCase
    for value in UInt32(0)..<128 where lookUp(value) {
      if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
    }
  }

  /// The characters from one to another.
  init(_ range: ClosedRange<Unicode.Scalar>, ignoringCase: Bool) {
    self.init([.range(range.lowerBound.value...range.upperBound.value)], ignoresCase: ignoringCase)
  }

  /// All that is in one of some sets, or in none of them.
  init(_ sets: [ScalarSet], isInverted: Bool = false) { self.init(sets.map(Part.set), isInverted: isInverted) }

  /// Letters, digits, marks and the underscore.
  static let word = ScalarSet([.word])
  /// Decimal digits.
  static let digit = ScalarSet([.digit])
  /// White space.
  static let space = ScalarSet([.space])
  /// All but the end of a line.
  static let any = ScalarSet([.newline], isInverted: true)

  /// Whether a character is in it.
  ///
  /// - Complexity: O(1) for ASCII, else O(size of the set)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 64 { return low >> UInt64(value) & 1 == 1 }
    if value < 128 { return high >> UInt64(value - 64) & 1 == 1 }
    return lookUp(value)
  }

  private func lookUp(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    let other = ignoresCase ? scalar.inOtherCase : scalar
    return parts.contains { Self.isIn($0, scalar) || other != scalar && Self.isIn($0, other) } != isInverted
  }

  private static func isIn(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
    switch part {
    case .range(let range): return range.contains(scalar.value)
    case .set(let set): return set.contains(scalar)
    case .newline: return scalar == "\n"
    case .space: return scalar.properties.isWhitespace
    case .digit: return scalar.properties.generalCategory == .decimalNumber
    case .word:
      if scalar == "_" || scalar.properties.isAlphabetic { return true }
      switch scalar.properties.generalCategory {
      case .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark, .enclosingMark: return true
      default: return false
      }
    }
  }

  /// Whether any character beyond ASCII may be in it.
  fileprivate var hasOthers: Bool {
    if isInverted || ignoresCase { return true }
    return parts.contains { part in
      switch part {
      case .range(let range): range.upperBound >= 128
      case .set(let set): set.hasOthers
      case .newline: false
      case .word, .digit, .space: true
      }
    }
  }
}

/// The bytes of UTF-8 that the characters of some sets begin with; those beyond ASCII are not told apart.
struct FirstBytes: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var hasOthers = false

  /// Adds those of the characters of a set.
  mutating func formUnion(_ set: ScalarSet) {
    low |= set.low
    high |= set.high
    hasOthers = hasOthers || set.hasOthers
  }

  /// Whether it is one of them.
  @inline(__always)
  func contains(firstByte byte: UInt8) -> Bool {
    if byte >= 128 { return hasOthers }
    return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1
  }
}
