import TerminalModel

extension Color {
  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "gray", "light-red", "light-green", "light-yellow", "light-blue", "light-magenta", "light-cyan", "light-white",
  ]

  /// A colour by its name (`default`, one of the terminal's sixteen) or as `#rrggbb`.
  package init?(name: String) {
    if name == "default" {
      self = .standard
    } else if let index = Self.names.firstIndex(of: name) {
      self = .indexed(UInt8(index))
    } else if name.utf8.count == 7, name.hasPrefix("#"), name.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(name.dropFirst(), radix: 16)
    {
      self = .rgb(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    } else {
      return nil
    }
  }
}

extension Style.Attributes {
  /// An attribute by the name that themes use.
  init?(name: String) {
    switch name {
    case "bold": self = .bold
    case "dim": self = .dim
    case "italic": self = .italic
    case "underline": self = .underline
    case "reversed": self = .reversed
    case "crossed_out": self = .crossedOut
    default: return nil
    }
  }
}
