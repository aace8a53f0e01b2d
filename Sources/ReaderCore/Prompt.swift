import TerminalModel

/// A line at the bottom of the window that something is typed into: what is sought, or the name of a command.
package struct Prompt: Hashable, Sendable {
  /// What is asked for.
  package enum Kind: Hashable, Sendable {
    /// Words to be found in the document.
    case search
    /// What comments have to be like to be shown.
    case filter
    /// A command, by its name.
    case command
    /// Words to be found in the help.
    case help
  }

  /// What a key did.
  enum Outcome {
    /// Nothing but to move within the line.
    case moved
    /// The line is another one.
    case edited
    /// The line is to be taken as it stands.
    case accepted
    /// Another completion is wanted, the one after or before.
    case completed(by: Int)
    /// The prompt is to be closed.
    case cancelled
  }

  /// What is asked for.
  package let kind: Kind
  /// What was typed.
  package internal(set) var input = TextInput()
  /// How many lines of the history were gone back, and what was typed before that.
  private var stepsBack = 0
  private var draft = TextInput()
  /// What was typed before completions took its place, and which of them is shown.
  var completed: (typed: String, index: Int)? {
    get { stem.map { ($0, index) } }
    set { (stem, index) = (newValue?.typed, newValue?.index ?? 0) }
  }
  private var stem: String?
  private var index = 0

  init(_ kind: Kind) { self.kind = kind }

  /// What stands before the line.
  package var mark: String {
    switch kind {
    case .search, .help: "/"
    case .filter: "&"
    case .command: ":"
    }
  }

  private static let synonyms: [KeyEvent: Key] = [
    KeyEvent(.character("p"), control: true): .up, KeyEvent(.character("n"), control: true): .down,
    KeyEvent(.character("c"), control: true): .escape, KeyEvent(.character("g"), control: true): .escape,
    KeyEvent(.character("j"), control: true): .enter, KeyEvent(.character("m"), control: true): .enter,
  ]

  /// Takes a key; `history` holds what was typed before, the latest last.
  mutating func handle(_ key: KeyEvent, history: [String]) -> Outcome {
    switch Self.synonyms[key] ?? key.key {
    case .enter: return .accepted
    case .escape: return .cancelled
    case .backspace where input.text.isEmpty: return .cancelled
    case .tab: return .completed(by: 1)
    case .backTab: return .completed(by: -1)
    case .up: return step(1, in: history)
    case .down: return step(-1, in: history)
    default:
      let before = input.text
      guard input.handle(key), input.text != before else { return .moved }
      completed = nil
      return .edited
    }
  }

  /// Goes back in the history, forward when negative, among the lines that begin as the one that was typed.
  private mutating func step(_ steps: Int, in history: [String]) -> Outcome {
    if stepsBack == 0 { draft = input }
    let lines = history.reversed().filter { $0.hasPrefix(draft.text) && $0 != draft.text }
    let target = stepsBack + steps
    guard (0...lines.count).contains(target) else { return .moved }
    stepsBack = target
    input = target == 0 ? draft : TextInput(lines[target - 1])
    completed = nil
    return .edited
  }

  /// Puts a text in the place of what was typed.
  mutating func complete(with text: String) { input = TextInput(text) }
}

/// What a prompt shows.
package struct PromptContents: Hashable, Sendable {
  /// What stands before the line.
  package var mark: String
  /// The line.
  package var input: TextInput
  /// What would complete it.
  package var rest = ""
  /// What there is to say about it, at the right.
  package var note = ""
}
