import ReaderCore
import TerminalModel
import TestSupport
import Testing

@Suite("A line that is typed")
struct TextInputTests {
  /// The line after keys in the keymap's notation, the cursor as `|`.
  private func typed(_ keys: String) -> String {
    var input = TextInput()
    // By scalars: a mark after a blank would join it.
    for key in keys.unicodeScalars.split(separator: " ") { _ = input.handle(KeyEvent(notation: String(key))!) }
    return input.text.prefix(input.cursor) + "|" + input.text.dropFirst(input.cursor)
  }

  @Test(
    "Keys edit as in a shell",
    arguments: [
      ("a b c", "abc|"), ("a b Left c", "ac|b"), ("a b Backspace", "a|"), ("a b Home Del", "|b"), ("Backspace", "|"),
      ("a Space b ^W", "a |"), ("a Space ^W", "|"), ("a b ^A c ^E d", "cabd|"), ("a b Left ^U", "|b"),
      ("a b Left ^K", "a|"), ("a b ^B ^B ^F c", "ac|b"), ("a b ^H", "a|"), ("x Up", "x|"),
      ("e \u{301} x Left Backspace", "|x"), ("日 本 Left 灯", "日灯|本"), ("a Space b M-Backspace", "a |"),
    ]
  )
  func edits(keys: String, expected: String) { #expect(typed(keys) == expected) }

  @Test("Keys that do not edit are left to others", arguments: ["Up", "Enter", "Esc", "^N", "F1", "M-x", "Tab"])
  func others(key: String) {
    var input = TextInput()
    let isTaken = input.handle(KeyEvent(notation: key)!)
    #expect(!isTaken)
  }

  @Test("What was kept is replaced by what is typed, and edited by what edits")
  func selected() {
    for (key, expected) in [("x", "x"), ("Backspace", ""), ("Left", "ab")] {
      var input = TextInput()
      for letter in ["a", "b"] { _ = input.handle(KeyEvent(notation: letter)!) }
      input.select()
      _ = input.handle(KeyEvent(notation: key)!)
      #expect(input.text == expected)
    }
  }

  @Test("Whatever is typed, the cursor stays within the line", arguments: 0..<20)
  func bounds(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var input = TextInput()
    let keys = ["a", "Space", "\u{301}", "🪜", "Left", "Right", "Home", "End", "Backspace", "Del", "^W", "^U", "^K", "^A", "^E"]
    for _ in 0..<600 {
      _ = input.handle(KeyEvent(notation: generator.pick(keys))!)
      #expect((0...input.text.count).contains(input.cursor))
      #expect(input.text.count <= 400)
    }
  }
}

@Suite("What typed letters fit")
struct FuzzyMatchTests {
  private func letters(_ text: String) -> [UInt32] { text.unicodeScalars.map { $0 == " " ? 0 : $0.value } }

  @Test(
    "Words, parts of words, first letters, letters left out",
    arguments: [
      ("fog", "the fog signal", 3), ("og", "the fog signal", 2), ("tfs", "the fog signal", 1),
      ("signl", "the fog signal", 1), ("fosi", "the fog signal", 1), ("sat", "the fog signal", 0),
      ("gef", "the fog signal", 0), ("thesignal", "the fog signal", 1), ("ig", "the fog signal", 2), ("x", "", 0),
    ]
  )
  func scores(word: String, text: String, expected: Int) {
    #expect(FuzzyMatch.score(letters(word), in: letters(text)) == expected)
  }
}
