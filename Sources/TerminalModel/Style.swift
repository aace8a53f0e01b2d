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

  /// Colour of the glyph.
  package var foreground: Color
  /// Colour behind the glyph.
  package var background: Color
  /// Bold, dim and the like.
  package var attributes: Attributes

  /// A style; what is not said is the terminal's own.
  package init(foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, no attributes.
  package static let plain = Style()
}
