import TerminalModel

extension ReaderState {
  /// Shows the keys in force.
  mutating func openHelp() { panel = .help(top: 0) }

  /// Scrolls or closes the help.
  mutating func movePanel(_ move: Command.PanelMove) {
    guard case .help(let top) = panel else { return }
    let last = max(0, HelpText.lines.count - textRows)
    let moved: Int
    switch move {
    case .lines(let count): moved = top + count
    case .halves(let count): moved = top + count * max(1, textRows / 2)
    case .top: moved = 0
    case .bottom: moved = last
    case .close:
      panel = nil
      return
    }
    panel = .help(top: max(0, min(moved, last)))
  }
}

/// The help screen, made from the command table.
package enum HelpText {
  /// A line of help.
  package enum Line: Hashable, Sendable {
    /// The name of a group.
    case group(String)
    /// Keys and what they do.
    case command(keys: String, summary: String)
    /// Air.
    case blank
  }

  /// All lines, in the order shown.
  package static let lines: [Line] = Command.Group.allCases.flatMap { group -> [Line] in
    let commands = Command.table.filter { $0.group == group }
    return [.group(group.rawValue)] + commands.map { .command(keys: $0.keyText, summary: $0.summary) } + [.blank]
  }.dropLast()
}
