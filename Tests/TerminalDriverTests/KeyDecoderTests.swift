import TerminalModel
import TestSupport
import Testing

@testable import TerminalDriver

@Suite("Bytes to keys")
struct KeyDecoderTests {
  /// The keys that bytes make, in the keymap's notation; the input pauses after each piece.
  private func keys(_ pieces: [UInt8]...) -> String {
    var decoder = KeyDecoder()
    var events: [KeyEvent] = []
    for piece in pieces {
      for byte in piece { events += decoder.decode(Int32(byte)) { _ in nil } }
      events += decoder.finish()
    }
    return events.map(\.notation).joined(separator: " ")
  }

  private func keys(_ text: String) -> String { keys(Array(text.utf8)) }

  @Test("ASCII writes itself")
  func ascii() {
    for byte in UInt8(0x21)...0x7E { #expect(keys([byte]) == String(Unicode.Scalar(byte))) }
    #expect(keys(" ") == "Space")
    #expect(keys("gG") == "g G")
  }

  @Test("Control characters are keys with Control, or keys with names")
  func controls() {
    let named: [UInt8: String] = [
      0x00: KeyEvent(.character(" "), control: true).notation, 0x08: "Backspace", 0x09: "Tab", 0x0A: "Enter",
      0x0D: "Enter", 0x1B: "Esc", 0x7F: "Backspace",
    ]
    for byte in Array(UInt8(0)...0x1F) + [0x7F] {
      let expected = named[byte] ?? "^" + String(Unicode.Scalar(byte | 0x40))
      #expect(keys([byte]) == expected, "byte \(byte)")
    }
  }

  @Test("Characters of several bytes come in any pieces")
  func characters() {
    for character in ["é", "ж", "日", "€", "🙂", "\u{10FFFF}", "\u{A0}"] {
      #expect(keys(character) == character)
      let bytes = Array(character.utf8)
      for cut in 1..<bytes.count {
        #expect(keys(Array(bytes[..<cut]), Array(bytes[cut...])) == character, "cut at \(cut)")
      }
      #expect(keys([0x1B] + bytes) == "M-" + character)
    }
  }

  @Test(
    "Bytes that are no characters make no keys, and what follows counts",
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xE2, 0x82], [0xF0, 0x9F, 0x99], [0xF5], [0xFF],
      [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC2, 0x85],
    ] as [[UInt8]]
  )
  func invalidBytes(bytes: [UInt8]) {
    #expect(keys(bytes + Array("jé".utf8)) == "j é")
  }

  @Test("ESC alone is Esc; before a key it is Alt")
  func escape() {
    #expect(keys([0x1B]) == "Esc")
    #expect(keys([0x1B], Array("x".utf8)) == "Esc x")
    #expect(keys("\u{1B}x") == "M-x")
    #expect(keys("\u{1B}\u{1B}") == "Esc Esc")
    #expect(keys("\u{1B}\r\u{1B} \u{1B}\u{7F}") == "M-Enter M-Space M-Backspace")
    #expect(keys("\u{1B}[") == "M-[")
    #expect(keys("\u{1B}O") == "M-O")
  }

  /// Every key with a name, and what terminals send for it after ESC.
  static let sequences: [(notation: String, sequences: [String])] = [
    ("Up", ["[A", "OA"]), ("Down", ["[B", "OB"]), ("Right", ["[C", "OC"]), ("Left", ["[D", "OD"]),
    ("Home", ["[H", "OH", "[1~", "[7~"]), ("End", ["[F", "OF", "[4~", "[8~"]), ("Ins", ["[2~"]), ("Del", ["[3~"]),
    ("PgUp", ["[5~"]), ("PgDn", ["[6~"]), ("S-Tab", ["[Z", "[9;2u"]), ("Enter", ["OM", "[13u"]),
    ("F1", ["OP", "[11~", "[P", "[[A"]), ("F2", ["OQ", "[12~", "[Q", "[[B"]), ("F3", ["OR", "[13~", "[R", "[[C"]),
    ("F4", ["OS", "[14~", "[S", "[[D"]), ("F5", ["[15~", "[[E"]), ("F6", ["[17~"]), ("F7", ["[18~"]),
    ("F8", ["[19~"]), ("F9", ["[20~"]), ("F10", ["[21~"]), ("F11", ["[23~"]), ("F12", ["[24~"]),
    ("+", ["Ok"]), ("5", ["Ou"]), ("j", ["[106u"]), ("Esc", ["[27u"]), ("日", ["[26085u"]), ("Tab", ["[9u"]),
    ("Backspace", ["[127u"]), ("^D", ["[100;5u", "[4u"]), ("M-x", ["[120;3u"]), ("M-Up", ["[1;3A"]),
    ("Down", ["[1;2B", "[1;1B", "[1:2B"]),
  ]

  @Test("Keys with names, in every sequence that terminals send", arguments: sequences)
  func namedKeys(notation: String, sequences: [String]) {
    for sequence in sequences {
      #expect(keys("\u{1B}" + sequence) == notation, "ESC \(sequence)")
      #expect(keys("\u{1B}\(sequence)j") == notation + " j", "ESC \(sequence) j")
      // A slow line may pause anywhere after the introducer.
      let bytes = Array(("\u{1B}" + sequence).utf8)
      for cut in 3..<max(3, bytes.count) {
        #expect(keys(Array(bytes[..<cut]), Array(bytes[cut...])) == notation, "ESC \(sequence), cut at \(cut)")
      }
    }
  }

  @Test("Modifiers of sequences: 1 and the bits Shift, Alt, Control")
  func modifiers() {
    for bits in 0..<8 {
      let expected = KeyEvent(.pageUp, control: bits & 4 != 0, alt: bits & 2 != 0)
      var decoder = KeyDecoder()
      var events: [KeyEvent] = []
      for byte in "\u{1B}[5;\(bits + 1)~".utf8 { events += decoder.decode(Int32(byte)) { _ in nil } }
      #expect(events == [expected])
    }
  }

  @Test("What is unknown is swallowed whole, so that no part of it fires a command")
  func unknownSequences() {
    for sequence in [
      "[99~", "[I", "[O", "[?1;2c", "[>0;276;0c", "[<0;10;20M", "[<0;10;20m", "[1;2;3;4;5x", "[!p", "[ q",
      "[27;5;106~", "OX", "O1;5z", "O!", "[12;40$y", "[[Z", "[=1u",
    ] {
      #expect(keys("\u{1B}\(sequence)") == "", "ESC \(sequence)")
      #expect(keys("\u{1B}\(sequence)j") == "j", "ESC \(sequence) j")
    }
  }

  @Test("What the mouse does is no key: presses and the wheel, wherever they are cut")
  func mouse() {
    let reports: [(String, MouseEvent?)] = [
      ("<0;10;20M", MouseEvent(.press, at: Position(row: 19, column: 9))), ("<0;10;20m", nil), ("<2;1;1M", nil),
      ("<4;1;1M", MouseEvent(.press, at: Position(row: 0, column: 0))), ("<32;5;5M", nil),
      ("<64;3;4M", MouseEvent(.wheel(down: false), at: Position(row: 3, column: 2))),
      ("<65;3;4M", MouseEvent(.wheel(down: true), at: Position(row: 3, column: 2))), ("<0;0;1M", nil), ("<0;1M", nil),
      ("<0;99999999999999999999;1M", nil), ("<0;999999;1M", MouseEvent(.press, at: Position(row: 0, column: 9999))),
    ]
    for (report, event) in reports {
      let bytes = Array("\u{1B}[\(report)".utf8)
      for cut in 3..<bytes.count {
        var decoder = KeyDecoder()
        var keys: [KeyEvent] = []
        for piece in [bytes[..<cut], bytes[cut...]] {
          for byte in piece { keys += decoder.decode(Int32(byte)) { _ in nil } }
          keys += decoder.finish()
        }
        #expect(keys.isEmpty)
        #expect(decoder.takeMouse() == (event.map { [$0] } ?? []), "\(report)")
        #expect(decoder.takeMouse().isEmpty)
      }
    }
  }

  @Test("Base64 is that of RFC 4648")
  func base64() {
    // Its test vectors, section 10.
    let vectors = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=", "foobar": "Zm9vYmFy"]
    for (text, code) in vectors { #expect(String(decoding: Base64.encode(text.utf8), as: UTF8.self) == code) }
    #expect(String(decoding: Base64.encode([0xFB, 0xFF, 0xFE]), as: UTF8.self) == "+//+")
  }

  @Test("A sequence that breaks off gives way to what comes instead")
  func brokenSequences() {
    #expect(keys("\u{1B}[1;\u{1B}[A") == "Up")
    #expect(keys("\u{1B}[1;\r") == "Enter")
    #expect(keys("\u{1B}O\u{1B}[B") == "Down")
    #expect(keys("\u{1B}O\r") == "Enter")
    #expect(keys("\u{1B}[5é") == "é")
    #expect(keys("\u{1B}Oé") == "é")
  }

  @Test("A paste is swallowed, wherever it is split and whatever it holds")
  func pastes() {
    let paste = Array("\u{1B}[200~quit\rq\u{1B}[20\u{1B}[201 ~é日\u{1B}[A\u{1B}[201~".utf8)
    #expect(keys(Array("j".utf8) + paste + Array("k".utf8)) == "j k")
    for cut in 3..<paste.count - 1 {
      #expect(keys(Array(paste[..<cut]), Array(paste[cut...]) + Array("k".utf8)) == "k", "cut at \(cut)")
    }
    #expect(keys("\u{1B}[200~\u{1B}[201~j") == "j")
    #expect(keys("\u{1B}[200~a\u{1B}[200~b\u{1B}[201~j") == "j")
  }
}
