import CNcurses
import TerminalModel

/// Makes key events of what ncurses reads: bytes, and keys that the terminal's description names.
///
/// Control sequences that the description does not know are understood here, or swallowed whole, so that no part of
/// one fires a command. Pasted text is swallowed as well.
struct KeyDecoder {
  private enum State {
    case ground
    /// After ESC: alone it is the key, before another key it is Alt.
    case escape
    /// After ESC `[`, with the parameters so far.
    case controlSequence([UInt8])
    /// After ESC `O`, with the parameters so far.
    case singleShift([UInt8])
    /// Within a character of several bytes, of which so many are missing.
    case multibyte(bytes: [UInt8], missing: Int, alt: Bool)
    /// After what begins a control string (OSC, DCS, SOS, PM, APC): that byte, and whether anything has followed.
    case controlString(UInt8, isBegun: Bool)
    /// After the ESC that ends a control string.
    case afterControlString
    /// Within a mouse report as X10 sends them, of which so many bytes are missing.
    case mouseReport(missing: Int)
    /// Within a paste, with what may be the beginning of its end.
    case paste([UInt8])
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  private static let escape: UInt8 = 0x1B

  private var state = State.ground
  private var mouse: [MouseEvent] = []

  /// Whether nothing that was taken waits for more input.
  var isBetweenKeys: Bool { if case .ground = state { true } else { false } }

  /// Takes what ncurses returned: a byte below 256, else a key.
  ///
  /// - Parameter name: What ncurses calls a key; asked for only when it is needed.
  /// - Returns: The events that are complete with it, mostly one or none.
  mutating func decode(_ input: Int32, name: (Int32) -> String?) -> [KeyEvent] {
    if let byte = UInt8(exactly: input) { return decode(byte) }
    let before = state
    state = .ground
    switch input {
    case Int32(SCREEN_KEY_PASTE_START):
      state = .paste([])
      return []
    case Int32(SCREEN_KEY_PASTE_END):
      return []
    case Int32(SCREEN_KEY_FOCUS):
      // Only the end of a paste ends it.
      if case .paste = before { state = before }
      return []
    default:
      if case .paste = before {
        state = .paste([])
        return []
      }
      guard let name = name(input) else { return [] }
      if name == "KEY_MOUSE" {
        // ncurses has read ESC `[` `<`; what follows is not keys.
        state = .controlSequence([UInt8(ascii: "<")])
        return []
      }
      guard var event = KeyNames.event(named: name) else { return [] }
      if case .escape = before { event.alt = true }
      return [event]
    }
  }

  /// What was done with the mouse since the last call.
  mutating func takeMouse() -> [MouseEvent] {
    defer { mouse = [] }
    return mouse
  }

  /// Takes note that no more input is there for now, which tells ESC alone from the beginning of something.
  ///
  /// A sequence or character that has broken off is still waited for: losing a key is better than taking the rest of a
  /// late sequence for keys.
  mutating func finish() -> [KeyEvent] {
    let event: KeyEvent
    switch state {
    case .escape: event = KeyEvent(.escape)
    case .controlSequence(let bytes) where bytes.isEmpty: event = KeyEvent(.character("["), alt: true)
    case .singleShift(let bytes) where bytes.isEmpty: event = KeyEvent(.character("O"), alt: true)
    case .controlString(let byte, isBegun: false): event = KeyNames.event(forASCII: byte, alt: true)
    case .controlString, .afterControlString:
      // Keys typed after a string that never ends would be lost for good.
      state = .ground
      return []
    default: return []
    }
    state = .ground
    return [event]
  }

  private mutating func decode(_ byte: UInt8) -> [KeyEvent] {
    switch state {
    case .ground:
      return begin(byte, alt: false)
    case .escape:
      state = .ground
      switch byte {
      case Self.escape:
        state = .escape
        return [KeyEvent(.escape)]
      case UInt8(ascii: "["): state = .controlSequence([])
      case UInt8(ascii: "O"): state = .singleShift([])
      // ECMA-48 5.6. Alone, each is a key with Alt.
      case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
        state = .controlString(byte, isBegun: false)
      default: return begin(byte, alt: true)
      }
      return []
    case .controlSequence(let bytes):
      return decode(byte, endingSequence: bytes)
    case .singleShift(let bytes):
      if (0x30...0x3B).contains(byte) {
        state = .singleShift(bytes + [byte])
        return []
      }
      state = .ground
      // As within a control sequence, a control character means that this one has broken off.
      guard (0x20...0x7E).contains(byte) else { return begin(byte, alt: false) }
      return [ControlSequence(parameters: bytes, final: byte).keyAfterSingleShift].compactMap { $0 }
    case .controlString(let opener, _):
      switch byte {
      case 0x07: state = .ground
      // ESC ends it, as the first byte of ST or of something else; the backslash of ST is then swallowed.
      case Self.escape: state = .afterControlString
      default: state = .controlString(opener, isBegun: true)
      }
      return []
    case .afterControlString:
      state = .escape
      return byte == UInt8(ascii: "\\") ? ground() : decode(byte)
    case .mouseReport(let missing):
      state = missing > 1 ? .mouseReport(missing: missing - 1) : .ground
      return []
    case .multibyte(let bytes, let missing, let alt):
      return decode(byte, continuing: bytes, missing: missing, alt: alt)
    case .paste(let bytes):
      let matched = Array((bytes + [byte]).suffix(Self.pasteEnd.count))
      state = matched == Self.pasteEnd ? .ground : .paste(matched)
      return []
    }
  }

  private mutating func ground() -> [KeyEvent] {
    state = .ground
    return []
  }

  private mutating func begin(_ byte: UInt8, alt: Bool) -> [KeyEvent] {
    switch byte {
    case Self.escape:
      state = .escape
      return []
    case 0xC2...0xDF: state = .multibyte(bytes: [byte], missing: 1, alt: alt)
    case 0xE0...0xEF: state = .multibyte(bytes: [byte], missing: 2, alt: alt)
    case 0xF0...0xF4: state = .multibyte(bytes: [byte], missing: 3, alt: alt)
    case 0x80...: break
    default: return [KeyNames.event(forASCII: byte, alt: alt)]
    }
    return []
  }

  private mutating func decode(_ byte: UInt8, continuing bytes: [UInt8], missing: Int, alt: Bool) -> [KeyEvent] {
    state = .ground
    // A character that breaks off is left out, and what comes instead counts.
    guard byte & 0xC0 == 0x80 else { return begin(byte, alt: false) }
    if missing > 1 {
      state = .multibyte(bytes: bytes + [byte], missing: missing - 1, alt: alt)
      return []
    }
    guard let scalar = String(validating: bytes + [byte], as: UTF8.self)?.unicodeScalars.first else { return [] }
    // U+0080 to U+009F control the terminal and are on no keyboard.
    return scalar.value < 0xA0 ? [] : [KeyEvent(.character(scalar), alt: alt)]
  }

  private mutating func decode(_ byte: UInt8, endingSequence bytes: [UInt8]) -> [KeyEvent] {
    switch byte {
    case 0x20...0x3F:
      state = .controlSequence(bytes + [byte])
      return []
    case UInt8(ascii: "[") where bytes.isEmpty:
      // The Linux console sends one letter more for F1 to F5.
      state = .controlSequence([byte])
      return []
    case 0x40...0x7E:
      state = .ground
      let sequence = ControlSequence(parameters: bytes, final: byte)
      if sequence.startsPaste { state = .paste([]) }
      if byte == UInt8(ascii: "M"), bytes.isEmpty { state = .mouseReport(missing: 3) }
      if let event = sequence.mouse { mouse.append(event) }
      return [sequence.key].compactMap { $0 }
    default:
      // ECMA-48 allows nothing else within a sequence: it has broken off.
      state = .ground
      return begin(byte, alt: false)
    }
  }
}
