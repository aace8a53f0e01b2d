import TerminalModel

/// A control sequence from the keyboard, as xterm and those that follow it send them: CSI, parameters, final byte.
struct ControlSequence {
  private let numbers: [Int]
  private let isPrivate: Bool
  private let isMouse: Bool
  private let isConsole: Bool
  private let final: UInt8

  /// A sequence of these parameter bytes and this final byte.
  init(parameters: [UInt8], final: UInt8) {
    isMouse = parameters.first == UInt8(ascii: "<")
    numbers = parameters.drop { $0 == UInt8(ascii: "<") }.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      // A subparameter, after a colon, says nothing about which key it was.
      let digits = part.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }
    isPrivate = parameters.first.map { (0x3C...0x3F).contains($0) } ?? false
    isConsole = parameters.first == UInt8(ascii: "[")
    self.final = final
  }

  /// Whether pasted text follows.
  var startsPaste: Bool { !isPrivate && final == UInt8(ascii: "~") && numbers.first == 200 }

  /// What was done with the mouse, when that is what the sequence reports (SGR 1006): buttons, column and row from 1.
  var mouse: MouseEvent? {
    guard isMouse, numbers.count == 3, final == UInt8(ascii: "M"), numbers[1] > 0, numbers[2] > 0 else { return nil }
    let position = Position(row: min(numbers[2], 10_000) - 1, column: min(numbers[1], 10_000) - 1)
    // The bits of 4, 8 and 16 are Shift, Meta and Control.
    switch numbers[0] & ~0b11100 {
    case 0: return MouseEvent(.press, at: position)
    case 64: return MouseEvent(.wheel(down: false), at: position)
    case 65: return MouseEvent(.wheel(down: true), at: position)
    default: return nil
    }
  }

  /// The key that sends the sequence after CSI; `nil` for reports and for keys without a name.
  var key: KeyEvent? {
    guard !isPrivate else { return nil }
    if isConsole {
      let number = Int(final) - Int(UInt8(ascii: "A")) + 1
      return (1...5).contains(number) ? KeyEvent(.function(number)) : nil
    }
    switch final {
    case UInt8(ascii: "~"): return Self.tildeKeys[numbers.first ?? 0].map(modified)
    // The keyboard protocol that sends every key as the number of its character.
    case UInt8(ascii: "u"): return numbers.first.flatMap(Self.event(forScalar:)).map { modified($0) }
    case UInt8(ascii: "Z"): return KeyEvent(.backTab)
    default: return Self.letterKeys[final].map(modified)
    }
  }

  /// The key that sends the sequence after SS3, which the keypad and F1 to F4 use.
  var keyAfterSingleShift: KeyEvent? {
    if let key = Self.letterKeys[final] { return modified(key) }
    switch final {
    case UInt8(ascii: "M"): return KeyEvent(.enter)
    // The keypad in application mode sends its ASCII characters moved up by 64.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return KeyEvent(.character(Unicode.Scalar(final - 64)))
    default: return nil
    }
  }

  private static let letterKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let tildeKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1),
    12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7),
    19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]

  private static func event(forScalar number: Int) -> KeyEvent? {
    if let byte = UInt8(exactly: number), byte < 0x80 { return KeyNames.event(forASCII: byte, alt: false) }
    return UInt32(exactly: number).flatMap(Unicode.Scalar.init).map { KeyEvent(.character($0)) }
  }

  private func modified(_ key: Key) -> KeyEvent { modified(KeyEvent(key)) }

  // The second number is 1 plus bits: 1 Shift, 2 Alt, 4 Control.
  private func modified(_ event: KeyEvent) -> KeyEvent {
    let bits = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
    if event.key == .tab, bits & 1 != 0 { return KeyEvent(.backTab, alt: bits & 2 != 0) }
    return KeyEvent(event.key, control: event.control || bits & 4 != 0, alt: event.alt || bits & 2 != 0)
  }
}
