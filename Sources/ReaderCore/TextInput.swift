import TerminalModel

/// A line of text that is being typed: what a prompt or the filter of a panel holds.
package struct TextInput: Hashable, Sendable {
  /// No more characters than this can be typed.
  private static let capacity = 400

  /// What was typed.
  package private(set) var text = ""
  /// Before which character the next one goes, from 0.
  package private(set) var cursor = 0
  /// Whether the next character takes the place of all: what was kept from the last time.
  package private(set) var isSelected = false

  /// An empty line.
  package init() {}

  /// A line of `text`, to be gone on with at its end.
  init(_ text: String) {
    self.text = String(text.prefix(Self.capacity))
    cursor = self.text.count
  }

  /// Control keys that shells know for the same.
  private static let synonyms: [KeyEvent: Key] = [
    KeyEvent(.character("h"), control: true): .backspace, KeyEvent(.character("d"), control: true): .delete,
    KeyEvent(.character("b"), control: true): .left, KeyEvent(.character("f"), control: true): .right,
    KeyEvent(.character("a"), control: true): .home, KeyEvent(.character("e"), control: true): .end,
  ]

  /// Keeps the text, to be replaced by what is typed next.
  package mutating func select() {
    cursor = text.count
    isSelected = !text.isEmpty
  }

  /// Takes a key that edits, by the customs of shells; `false` for any other.
  package mutating func handle(_ key: KeyEvent) -> Bool {
    let wasSelected = isSelected
    switch Self.synonyms[key] ?? key.key {
    case .character(let scalar) where !key.control && !key.alt:
      if wasSelected { self = TextInput() }
      insert(scalar)
    case .backspace where wasSelected: self = TextInput()
    case .backspace where key.alt: delete(from: startOfWord, to: cursor)
    case .backspace: delete(from: max(0, cursor - 1), to: cursor)
    case .delete: delete(from: cursor, to: min(text.count, cursor + 1))
    case .character("w") where key.control: delete(from: startOfWord, to: cursor)
    case .character("u") where key.control: delete(from: 0, to: cursor)
    case .character("k") where key.control: delete(from: cursor, to: text.count)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    default: return false
    }
    isSelected = false
    return true
  }

  private var startOfWord: Int {
    let before = Array(text.prefix(cursor))
    var start = before.count
    while start > 0, before[start - 1] == " " { start -= 1 }
    while start > 0, before[start - 1] != " " { start -= 1 }
    return start
  }

  private mutating func insert(_ scalar: Unicode.Scalar) {
    guard text.count < Self.capacity, scalar.value >= 0x20, scalar.value != 0x7f else { return }
    // A mark joins the character before it, so that the place is counted anew.
    let before = String(text.prefix(cursor)) + String(scalar)
    text = before + text.dropFirst(cursor)
    cursor = before.count
  }

  private mutating func delete(from start: Int, to end: Int) {
    text = String(text.prefix(start)) + text.dropFirst(end)
    cursor = start
  }
}
