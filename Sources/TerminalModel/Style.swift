/// A colour as a terminal knows it.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// An entry of the 256-colour palette; 0–15 are the sixteen named colours, which the user's terminal defines.
  case indexed(UInt8)
  /// A direct colour, each part from 0 to 255.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How a cell is drawn.
package struct Style: Hashable, Sendable {
  /// Attributes that terminals have had for decades; a set, since they combine.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// A bit for each attribute.
    package let rawValue: UInt8
    /// The attributes whose bits are set.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier strokes, or brighter.
    package static let bold = Attributes(rawValue: 1)
    /// Fainter.
    package static let dim = Attributes(rawValue: 2)
    /// Slanted; terminals without it show nothing or reverse.
    package static let italic = Attributes(rawValue: 4)
    /// A line below.
    package static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    package static let reversed = Attributes(rawValue: 16)
    /// A line through.
    package static let crossedOut = Attributes(rawValue: 32)
  }

  /// Everything in one word, since each cell of the screen has a style and cells are compared with every frame: 26 bits
  /// for each colour, then the attributes.
  private(set) var bits: UInt64

  /// Colour of the glyph.
  package var foreground: Color {
    get { Color(bits: bits & Color.mask) }
    set { bits = bits & ~Color.mask | newValue.bits }
  }

  /// Colour behind the glyph.
  package var background: Color {
    get { Color(bits: bits >> Color.width & Color.mask) }
    set { bits = bits & ~(Color.mask << Color.width) | newValue.bits << Color.width }
  }

  /// Bold, dim and the like.
  package var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> (2 * Color.width))) }
    set { bits = bits & ((1 << (2 * Color.width)) - 1) | UInt64(newValue.rawValue) << (2 * Color.width) }
  }

  /// A style; what is not said is the terminal's own.
  package init(foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []) {
    bits = 0
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, no attributes.
  package static let plain = Style()
}

extension Color {
  /// Bits that a colour takes: two that tell the kinds apart, and 24.
  fileprivate static let width: UInt64 = 26
  fileprivate static let mask: UInt64 = (1 << width) - 1

  fileprivate var bits: UInt64 {
    switch self {
    case .standard: 0
    case .indexed(let index): 1 << 24 | UInt64(index)
    case .rgb(let red, let green, let blue): 2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  fileprivate init(bits: UInt64) {
    func byte(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: bits >> shift) }
    self =
      switch bits >> 24 {
      case 0: .standard
      case 1: .indexed(byte(0))
      default: .rgb(red: byte(16), green: byte(8), blue: byte(0))
      }
  }
}
