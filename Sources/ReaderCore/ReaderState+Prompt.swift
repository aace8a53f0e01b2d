import TerminalModel

extension ReaderState {
  /// Older lines are forgotten.
  private static let mostHistory = 100

  /// Asks for a line.
  mutating func open(_ kind: Prompt.Kind) { prompt = Prompt(kind) }

  /// Takes a key while something is asked for.
  mutating func handle(_ key: KeyEvent, in open: Prompt) -> [Effect] {
    var open = open
    let outcome = open.handle(key, history: histories[open.kind] ?? [])
    prompt = open
    switch outcome {
    case .moved: break
    case .edited: typed(in: open)
    case .completed(let steps): complete(open, by: steps)
    case .cancelled:
      prompt = nil
      cancelled(open)
    case .accepted:
      prompt = nil
      remember(open.input.text, for: open.kind)
      return accepted(open)
    }
    return []
  }

  private mutating func typed(in open: Prompt) {
    switch open.kind {
    case .search: seek(open.input.text)
    case .filter: filter(open.input.text)
    case .help: filterHelp(open.input.text)
    case .command: break
    }
  }

  private mutating func complete(_ open: Prompt, by steps: Int) {
    switch open.kind {
    case .command: completeCommand(by: steps)
    case .filter: completeFilter()
    case .search, .help: break
    }
  }

  private mutating func cancelled(_ open: Prompt) {
    switch open.kind {
    case .search: abandonSearch()
    case .filter: abandonFilter()
    case .help: filterHelp("")
    case .command: break
    }
  }

  private mutating func accepted(_ open: Prompt) -> [Effect] {
    switch open.kind {
    case .search: return acceptSearch()
    case .filter: acceptFilter()
    case .help: break
    case .command: return perform(typed: open.input.text)
    }
    return []
  }

  /// Keeps a line for the history.
  mutating func remember(_ line: String, for kind: Prompt.Kind) {
    guard !line.isEmpty else { return }
    var lines = histories[kind] ?? []
    lines.removeAll { $0 == line }
    lines.append(line)
    histories[kind] = lines.suffix(Self.mostHistory)
  }

  /// What the prompt shows; `nil` where nothing is asked for.
  package var promptContents: PromptContents? {
    guard let prompt else { return nil }
    var contents = PromptContents(mark: prompt.mark, input: prompt.input)
    switch prompt.kind {
    case .search: contents.note = searchText ?? ""
    case .filter: (contents.rest, contents.note) = (filterCompletion(of: prompt.input.text), filterText ?? "")
    case .help: contents.note = "\(helpLines.count { if case .command = $0 { true } else { false } }) commands"
    case .command: (contents.rest, contents.note) = completion(of: prompt)
    }
    return contents
  }
}
