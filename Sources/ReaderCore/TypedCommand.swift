/// What was typed at the prompt for commands: a name, a count before it or after it, and what the command takes.
///
/// `fold-all`, `5 line-down`, `line-down 5`, `40%`, `search fog signal`.
struct TypedCommand: Hashable {
  /// The count before the name.
  var count: Int?
  /// The name, or its beginning.
  var name = ""
  /// What follows the name and a blank; `nil` where nothing does.
  var argument: String?

  /// Reads what was typed.
  init(_ text: String) {
    var rest = text.drop { $0 == " " }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      count = min(Int(digits) ?? ReaderState.mostCount, ReaderState.mostCount)
      rest = rest.dropFirst(digits.count).drop { $0 == " " }
    }
    name = String(rest.prefix { $0 != " " })
    let words = rest.dropFirst(name.count)
    if !words.isEmpty { argument = String(words.drop { $0 == " " }) }
    // A percentage is written as one.
    if name == "%" { name = "percent" }
  }

  /// The commands that a beginning of a name stands for, those whose names have it further on last.
  static func candidates(for name: String) -> [Command] {
    let names = Command.table.filter { $0.name.hasPrefix(name) }
    return names + Command.table.filter { !$0.name.hasPrefix(name) && $0.name.contains("-" + name) }
  }
}

extension ReaderState {
  /// Performs what was typed at the prompt for commands.
  mutating func perform(typed text: String) -> [Effect] {
    let typed = TypedCommand(text)
    guard !typed.name.isEmpty else {
      if let count = typed.count { say("\(count) is no command; for a percentage type \(count)%") }
      return []
    }
    let candidates = TypedCommand.candidates(for: typed.name)
    let exact = candidates.first { $0.name == typed.name }
    guard let command = exact ?? (candidates.count == 1 ? candidates[0] : nil) else {
      let names = candidates.prefix(4).map(\.name).joined(separator: ", ")
      say(candidates.isEmpty ? "no command is called \(typed.name)" : "\(typed.name) may be \(names)")
      return []
    }
    guard let argument = typed.argument, !argument.isEmpty else { return perform(command, count: typed.count) }
    if let own = command.argument { return own.perform(&self, argument) }
    if let count = Int(argument), typed.count == nil, count >= 0 {
      return perform(command, count: min(count, Self.mostCount))
    }
    say("\(command.name) takes no \(argument)")
    return []
  }

  /// Puts the next of the completions in the place of what was typed.
  mutating func completeCommand(by steps: Int) {
    guard var open = prompt else { return }
    let typed = open.completed?.typed ?? open.input.text
    let texts = completions(of: typed)
    guard !texts.isEmpty else { return }
    let before = open.completed?.index ?? (steps > 0 ? -1 : 0)
    let index = (before + steps + texts.count) % texts.count
    open.complete(with: texts[index])
    open.completed = (typed, index)
    prompt = open
  }

  /// All that could be typed in the place of `text`.
  private func completions(of text: String) -> [String] {
    let typed = TypedCommand(text)
    let count = typed.count.map { "\($0) " } ?? ""
    guard let argument = typed.argument else { return TypedCommand.candidates(for: typed.name).map { count + $0.name } }
    guard let own = Command.table.first(where: { $0.name == typed.name })?.argument else { return [] }
    return own.values(self).filter { $0.hasPrefix(argument) }.map { count + typed.name + " " + $0 }
  }

  /// What would complete what was typed, and what that would do.
  func completion(of prompt: Prompt) -> (rest: String, note: String) {
    let text = prompt.input.text
    let typed = TypedCommand(text)
    let candidates = TypedCommand.candidates(for: typed.name)
    let best = candidates.first { $0.name == typed.name } ?? candidates.first
    guard let best, !text.isEmpty else { return ("", text.isEmpty ? "a command; Tab completes" : "no such command") }
    let all = completions(of: text)
    let rest = all.first.flatMap { $0.hasPrefix(text) ? String($0.dropFirst(text.count)) : nil } ?? ""
    let others = prompt.completed == nil && typed.argument == nil ? candidates.count - 1 : 0
    return (rest, best.summary + (others > 0 ? " (\(others) more)" : ""))
  }
}
