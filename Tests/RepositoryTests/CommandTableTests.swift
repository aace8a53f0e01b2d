import ReaderCore
import TerminalModel
import Testing

@Suite struct CommandTableTests {
  @Test func namesAreUniqueKebabCase() {
    let names = Command.table.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)") }
  }

  @Test func everyCommandIsReachable() {
    let keymap = Keymap()
    for command in Command.table {
      #expect(!command.keys.isEmpty, "\(command.name) has no key")
      for keys in command.keys {
        let events = keys.split(separator: " ").map { KeyEvent(notation: String($0)) }
        #expect(!events.contains(nil), "\(command.name): \(keys) names no key")
        for length in 1..<max(1, events.count) {
          guard case .prefix = keymap.match(Array(events.compactMap { $0 }.prefix(length))) else {
            Issue.record("\(command.name): \(keys) cannot be typed, since its beginning is a command")
            continue
          }
        }
        guard case .command(let found) = keymap.match(events.compactMap { $0 }) else {
          Issue.record("\(command.name): \(keys) does nothing")
          continue
        }
        #expect(found.name == command.name, "\(keys) asks for \(found.name), not for \(command.name)")
      }
    }
  }

  @Test func summariesAreOneSentenceWithoutAFullStop() {
    for command in Command.table {
      #expect(!command.summary.hasSuffix("."), "\(command.name)")
      #expect(command.summary.count <= 60, "\(command.name): \(command.summary.count) characters")
      #expect(command.summary.first?.isUppercase == true, "\(command.name)")
    }
  }
}
