/// A key as a person names it.
package enum Key: Hashable, Sendable {
  /// A key that writes something; a control key keeps the letter, in lower case, with ``KeyEvent/control`` set.
  case character(Unicode.Scalar)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case home
  case end
  /// A function key, from 1.
  case function(Int)
}

/// One press of a key.
package struct KeyEvent: Hashable, Sendable {
  /// The key.
  package var key: Key
  /// Whether Control was held (for keys that do not imply it).
  package var control: Bool
  /// Whether Alt or Meta was held.
  package var alt: Bool

  /// A key press.
  package init(_ key: Key, control: Bool = false, alt: Bool = false) {
    self.key = key
    self.control = control
    self.alt = alt
  }
}

extension KeyEvent {
  private static let names: [(name: String, key: Key)] = [
    ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Home", .home), ("End", .end),
  ]

  /// Reads the notation of the keymap: `j`, `^D`, `M-x`, `Space`, `PgDn`, `S-Tab`, `F1`.
  ///
  /// - Returns: `nil` when `notation` names no key.
  package init?(notation: String) {
    let scalars = Array(notation.unicodeScalars)
    if notation.hasPrefix("M-"), scalars.count > 2, let rest = KeyEvent(notation: String(notation.dropFirst(2))) {
      self = KeyEvent(rest.key, control: rest.control, alt: true)
    } else if scalars.count == 1 {
      self.init(.character(scalars[0]))
    } else if scalars.count == 2, scalars[0] == "^" {
      self.init(.character(scalars[1].properties.lowercaseMapping.unicodeScalars.first ?? scalars[1]), control: true)
    } else if let named = Self.names.first(where: { $0.name == notation }) {
      self.init(named.key)
    } else if scalars.first == "F", let number = Int(notation.dropFirst()), (1...24).contains(number) {
      self.init(.function(number))
    } else {
      return nil
    }
  }

  /// The key in the notation of the keymap, as `init(notation:)` reads it.
  package var notation: String {
    let plain: String
    if let named = Self.names.first(where: { $0.key == key }) {
      plain = named.name
    } else if case .character(let scalar) = key {
      plain = control ? "^" + String(scalar).uppercased() : String(scalar)
    } else if case .function(let number) = key {
      plain = "F\(number)"
    } else {
      plain = ""
    }
    return alt ? "M-" + plain : plain
  }
}
