import Foundation
import ReaderCore
import TerminalModel
import Testing

/// The keys that the product is to have: it has them all.
@Suite("The key table of the product")
struct KeyTableTests {
  @Test func everyKeyAsksForACommand() throws {
    let file = SharedFolder.url.appendingPathComponent("product.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("SKIPPED: no \(file.path); set QUIRE_SHARED to the shared folder")
      return
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("## Keys") }
    let rows = lines.dropFirst().prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("| `") }
    try #require(rows.count > 10)
    // Two tables stand beside each other: keys and what they do, twice.
    let keys = rows.flatMap { row in
      let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
      return Self.keys(in: cells[0]) + (cells.count > 2 ? Self.keys(in: cells[2]) : [])
    }
    #expect(keys.count > 60)
    for key in keys { #expect(isBound(key), "\(key)") }
  }

  /// The keys that a cell names: `` `j` ``, `` `m`x `` with the name that follows it, `^D`, `PgDn`, arrows; a slash parts them.
  private static func keys(in cell: Substring) -> [String] {
    let arrows = ["↓": "Down", "↑": "Up", "←": "Left", "→": "Right"]
    return cell.split(separator: " ").compactMap { word in
      if word.hasPrefix("`") { return word.split(separator: "`").first.map(String.init) }
      return ["|", "/"].contains(word) ? nil : arrows[String(word)] ?? String(word)
    }
  }

  private func isBound(_ keys: String) -> Bool {
    let events = KeyEvent(notation: keys).map { [$0] } ?? keys.unicodeScalars.map { KeyEvent(.character($0)) }
    if case .command = Keymap().match(events) { return true }
    return false
  }
}
