import TerminalModel

extension ReaderState {
  /// Shows the keys in force.
  mutating func openHelp() {
    filterHelp("")
    panel = .help(top: 0)
  }

  /// Shows the lines of help that have all that was typed.
  mutating func filterHelp(_ typed: String) {
    helpLines = HelpText.lines(with: typed, for: keymap)
    if case .help = panel { panel = .help(top: 0) }
  }

  /// Scrolls or closes the help.
  mutating func movePanel(_ move: Command.PanelMove) {
    guard case .help(let top) = panel else { return }
    let last = max(0, helpLines.count - textRows)
    let moved: Int
    switch move {
    case .lines(let count): moved = top + count
    case .halves(let count): moved = top + count * max(1, textRows / 2)
    case .top: moved = 0
    case .bottom: moved = last
    case .close:
      // What was found in it goes first.
      if helpLines.count < HelpText.lines.count { filterHelp("") } else { panel = nil }
      return
    case .find: return open(.help)
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
    /// Keys and what they do; the name that the command has at the prompt.
    case command(keys: String, summary: String, name: String)
    /// Air.
    case blank
  }

  /// All lines, in the order shown, with the default keys.
  package static let lines = lines(for: Keymap())

  /// All lines, in the order shown, with the keys that `keymap` has in force.
  package static func lines(for keymap: Keymap) -> [Line] {
    Command.Group.allCases.flatMap { group -> [Line] in
      let commands = Command.table.filter { $0.group == group }
      return [.group(group.rawValue)]
        + commands.map { .command(keys: keymap.keyText(of: $0), summary: $0.summary, name: $0.name) } + [.blank]
    }.dropLast()
  }

  /// The lines of the commands that have all the words of `text` in their keys, names or summaries, below their groups.
  ///
  /// Case counts where a word is in upper case: `zM` is another key than `zm`.
  static func lines(with text: String, for keymap: Keymap) -> [Line] {
    let patterns = text.split(separator: " ").compactMap { try? SearchPattern(typed: String($0)) }
    let lines = lines(for: keymap)
    guard !patterns.isEmpty else { return lines }
    var found: [Line] = []
    var group: Line?
    for line in lines {
      switch line {
      case .blank: break
      case .group: group = line
      case .command(let keys, let summary, let name):
        let words = [keys, name, summary].joined(separator: " ")
        guard patterns.allSatisfy({ $0.isFound(in: words) }) else { continue }
        if let title = group { found += found.isEmpty ? [title] : [.blank, title] }
        group = nil
        found.append(line)
      }
    }
    return found
  }
}
