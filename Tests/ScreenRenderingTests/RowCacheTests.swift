import DocumentModel
import ReaderCore
import StatementLinking
import TerminalModel
import TestSupport
import Testing

/// Rows and status lines that are shown again.
@Suite struct RowCacheTests {
  @Test("A frame is what it would be if no row had been drawn before", arguments: 0..<60)
  func frames(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = Document(seed: UInt64(seed))
    var screen = Screen(document, columns: generator.pick([12, 26, 40, 80]), rows: generator.pick([3, 12, 40]))
    let keys = [
      "j", "k", "j", "j", "d", "u", "Space", "b", "]", "[", "s", "S", "}", "p", "h", "l", "g", "G", "zM", "zR", "zm",
      "Enter", "Backspace", "<", ">", "+", "-", "?", "q", "3", "z", "Escape", "j",
    ]
    for step in 0..<60 {
      let key = generator.pick(keys)
      if screen.state.panel == nil, key == "q" { continue }
      screen.type(key)
      if generator.chance(4) {
        screen.resize(columns: generator.pick([12, 40, 41, 80]), rows: generator.pick([1, 6, 24]))
      }
      #expect(screen.frame == screen.freshFrame, "seed \(seed), step \(step), after \(key)")
    }
  }

  @Test("A longer document under the same places is drawn anew")
  func longerDocument() {
    func document(_ words: String) -> Document { Document(sketch: "\(words)\n@ann\n  Hello.") }
    var screen = Screen(document("One."))
    #expect(screen.frame.text.contains("One."))
    screen.take(.read(document("Two."), .complete))
    #expect(screen.frame.text.contains("Two."))
    #expect(screen.frame == screen.freshFrame)
  }
}
