import TerminalModel

/// Key events for ASCII characters and for the names that ncurses gives to keys.
enum KeyNames {
  /// The key that writes an ASCII character or a control character.
  static func event(forASCII byte: UInt8, alt: Bool) -> KeyEvent {
    switch byte {
    case 0x00: KeyEvent(.character(" "), control: true, alt: alt)
    case 0x09: KeyEvent(.tab, alt: alt)
    // Enter sends CR; LF comes from ^J, which every terminal program takes for Enter.
    case 0x0A, 0x0D: KeyEvent(.enter, alt: alt)
    case 0x1B: KeyEvent(.escape, alt: alt)
    // Terminals differ in which of the two their Backspace key sends.
    case 0x08, 0x7F: KeyEvent(.backspace, alt: alt)
    case 0x01...0x1A: KeyEvent(.character(Unicode.Scalar(byte + 0x60)), control: true, alt: alt)
    case 0x1C...0x1F: KeyEvent(.character(Unicode.Scalar(byte + 0x40)), control: true, alt: alt)
    default: KeyEvent(.character(Unicode.Scalar(byte)), alt: alt)
    }
  }

  /// The key that ncurses calls `name`; `nil` when it is none of ours.
  ///
  /// Keys with modifiers have names of the terminal's description: `kUP5` is Up with modifier 5, that is Control.
  static func event(named name: String) -> KeyEvent? {
    if let key = keys[name] { return KeyEvent(key) }
    if name.hasPrefix("KEY_F("), let number = Int(name.dropFirst(6).dropLast()) { return functionKey(number) }
    guard let last = name.last, let modifier = last.wholeNumberValue, (2...8).contains(modifier) else {
      return modifiable[name].map { KeyEvent($0) }
    }
    let bits = modifier - 1
    return modifiable[String(name.dropLast())].map { KeyEvent($0, control: bits & 4 != 0, alt: bits & 2 != 0) }
  }

  private static let keys: [String: Key] = [
    "KEY_UP": .up, "KEY_DOWN": .down, "KEY_LEFT": .left, "KEY_RIGHT": .right, "KEY_HOME": .home, "KEY_END": .end,
    "KEY_PPAGE": .pageUp, "KEY_NPAGE": .pageDown, "KEY_IC": .insert, "KEY_DC": .delete, "KEY_BTAB": .backTab,
    "KEY_BACKSPACE": .backspace, "KEY_ENTER": .enter, "KEY_FIND": .home, "KEY_SELECT": .end, "KEY_LL": .end,
    "KEY_A1": .home, "KEY_A3": .pageUp, "KEY_C1": .end, "KEY_C3": .pageDown, "KEY_HELP": .function(1),
    "KEY_SR": .up, "KEY_SF": .down, "KEY_SLEFT": .left, "KEY_SRIGHT": .right, "KEY_SHOME": .home, "KEY_SEND": .end,
    "KEY_SPREVIOUS": .pageUp, "KEY_SNEXT": .pageDown, "KEY_SIC": .insert, "KEY_SDC": .delete,
  ]

  private static let modifiable: [String: Key] = [
    "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end, "kPRV": .pageUp,
    "kNXT": .pageDown, "kIC": .insert, "kDC": .delete,
  ]

  // As in xterm, a description numbers F1 with Shift as F13, with Control as F25 and with Alt as F49.
  private static func functionKey(_ number: Int) -> KeyEvent? {
    switch number {
    case 1...24: KeyEvent(.function(number))
    case 25...48: KeyEvent(.function((number - 1) % 12 + 1), control: true)
    case 49...63: KeyEvent(.function((number - 1) % 12 + 1), alt: true)
    default: nil
    }
  }
}
