import TerminalModel
import Testing

@testable import TerminalDriver

/// Answers of a terminal that were meant for another program fire no commands.
@Suite struct ControlStringTests {
  /// The keys that the pieces amount to; between pieces no input is there.
  private func keys(_ pieces: String...) -> String {
    var decoder = KeyDecoder()
    var events: [KeyEvent] = []
    for piece in pieces {
      for byte in piece.utf8 { events += decoder.decode(Int32(byte)) { _ in nil } }
      events += decoder.finish()
    }
    return events.map(\.notation).joined(separator: " ")
  }

  @Test func stringsAreSwallowedWhole() {
    #expect(keys("\u{1B}]11;rgb:00q/q/q\u{07}j") == "j")
    #expect(keys("\u{1B}]11;rgb:00q/q/q\u{1B}\\j") == "j")
    #expect(keys("\u{1B}P1$rq\u{1B}\\k") == "k")
    #expect(keys("\u{1B}_Gq\u{1B}\\k") == "k")
    #expect(keys("\u{1B}[M qj", "k") == "k")
  }

  @Test func aloneTheyAreKeysWithAlt() {
    #expect(keys("\u{1B}]") == "M-]")
    #expect(keys("\u{1B}P", "j") == "M-P j")
  }

  @Test func aStringWithoutEndLosesNoLaterKey() {
    #expect(keys("\u{1B}]11;rgb", "j") == "j")
    #expect(keys("\u{1B}]11\u{1B}", "j") == "j")
    #expect(keys("\u{1B}]11\u{1B}[A") == "Up")
  }
}
