import CNcurses
import TerminalModel
import TestSupport
import Testing

@testable import TerminalDriver

/// What ncurses has recognised already, among bytes.
@Suite("Keys that ncurses names")
struct NamedKeyTests {
  /// Decodes one input after another, each a number and what ncurses calls it.
  private struct Typist {
    var decoder = KeyDecoder()

    mutating func type(_ input: Int32, _ name: String? = nil) -> String {
      decoder.decode(input) { _ in name }.map(\.notation).joined(separator: " ")
    }
  }

  @Test("Names are keys, those with a modifier included; unknown ones are none")
  func names() {
    var typist = Typist()
    #expect(typist.type(300, "KEY_DOWN") == "Down")
    #expect(typist.type(300, "KEY_BTAB") == "S-Tab")
    #expect(typist.type(300, "KEY_F(5)") == "F5")
    #expect(typist.type(300, "kPRV3") == "M-PgUp")
    #expect(KeyNames.event(named: "kUP5") == KeyEvent(.up, control: true))
    #expect(KeyNames.event(named: "kEND8") == KeyEvent(.end, control: true, alt: true))
    #expect(KeyNames.event(named: "KEY_F(13)") == KeyEvent(.function(13)))
    #expect(KeyNames.event(named: "KEY_F(25)") == KeyEvent(.function(1), control: true))
    #expect(KeyNames.event(named: "KEY_F(49)") == KeyEvent(.function(1), alt: true))
    for name in ["KEY_UNHEARD_OF", "KEY_F(0)", "KEY_F(64)", "KEY_F(x)", "kUP9", "kUP1", ""] {
      #expect(typist.type(300, name) == "", "\(name)")
    }
    #expect(typist.type(300, nil) == "")
  }

  @Test("ESC before a named key is Alt")
  func alt() {
    var typist = Typist()
    #expect(typist.type(0x1B) == "")
    #expect(typist.type(300, "KEY_UP") == "M-Up")
    #expect(typist.type(300, "KEY_UP") == "Up")
  }

  @Test("What follows the mouse's introducer is no key")
  func mouse() {
    var typist = Typist()
    #expect(typist.type(300, "KEY_MOUSE") == "")
    for byte in "0;10;20M".utf8 { #expect(typist.type(Int32(byte)) == "") }
    #expect(typist.type(0x6A) == "j")
  }

  @Test("A paste is swallowed, with keys and reports of focus in it")
  func paste() {
    var typist = Typist()
    #expect(typist.type(Int32(SCREEN_KEY_FOCUS)) == "")
    #expect(typist.type(Int32(SCREEN_KEY_PASTE_START)) == "")
    for byte in "quit\r".utf8 { #expect(typist.type(Int32(byte)) == "") }
    #expect(typist.type(300, "KEY_DOWN") == "")
    #expect(typist.type(Int32(SCREEN_KEY_FOCUS)) == "")
    #expect(typist.type(0x71) == "", "the paste goes on after a report of focus")
    #expect(typist.type(300, "KEY_MOUSE") == "")
    #expect(typist.type(0x71) == "")
    #expect(typist.type(Int32(SCREEN_KEY_PASTE_END)) == "")
    #expect(typist.type(0x71) == "q")
  }

  @Test("After any bytes at all, keys come through again", arguments: 0..<200)
  func anyBytes(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var decoder = KeyDecoder()
    for _ in 0..<200 {
      let common: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x32, 0x30, 0x7E, 0x6A, 0xE6, 0x97]
      let byte = generator.chance(60) ? generator.pick(common) : UInt8.random(in: 0...255, using: &generator)
      for event in decoder.decode(Int32(byte), name: { _ in nil }) {
        guard case .character(let scalar) = event.key else { continue }
        #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value), "a control character as a key")
      }
      if generator.chance(10) { _ = decoder.finish() }
    }
    // Whatever is open ends with the end of a paste, which means nothing elsewhere.
    for byte in "\u{1B}[201~".utf8 { _ = decoder.decode(Int32(byte)) { _ in nil } }
    #expect(decoder.decode(0x6A) { _ in nil } == [KeyEvent(.character("j"))])
  }
}
