import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing

/// The last row at every width: the place or a message, then the keys typed so far and the position.
@Suite("The status line")
struct StatusLineTests {
  static let document = Document(
    sketch: """
      The article.
      @harbourmaster
        One.
        @mira
          Two.
          @灯台守
            Three.
            @quiet_keeper
              Four.
      """ + String(repeating: "\n@later\n  More.", count: 30)
  )

  static let names = ["harbourmaster", "mira", "灯台守", "quiet_keeper"]

  /// Whether `text` is a breadcrumb of `names` that lost only its outermost parts, or the last name cut.
  private func isBreadcrumb(_ text: String) -> Bool {
    for kept in 1...Self.names.count {
      let part = Self.names.suffix(kept).joined(separator: " › ")
      if text == (kept == Self.names.count ? part : "… › " + part) { return true }
    }
    let last = Self.names[Self.names.count - 1]
    return text == last || text.hasSuffix("…") && last.hasPrefix(text.dropLast()) || last.hasPrefix(text)
  }

  /// What stands left and right of the gap, by columns.
  private func check(_ screen: Screen, left isLeft: (String) -> Bool, right: String, _ what: String) {
    let columns = screen.state.size.columns
    let cells = screen.frame.rows[screen.state.size.rows - 1].cells
    #expect(cells.count == columns)
    var text = screen.status
    #expect(DisplayWidth.columns(of: text) == columns, "\(what): \(text)")
    let tail = right + " "
    let hasRoom = columns - DisplayWidth.columns(of: tail) >= 6
    if hasRoom {
      #expect(text.hasSuffix(tail), "\(what): \(text)")
      text.removeLast(tail.count)
      #expect(text.hasSuffix(" "), "\(what): the two sides touch: \(text)")
    } else {
      #expect(!text.contains("%"), "\(what): \(text)")
    }
    if columns >= 20 { #expect(text.removeFirst() == " ", "\(what)") }
    while text.hasSuffix(" ") { text.removeLast() }
    #expect(isLeft(text), "\(what): \(text)")
  }

  @Test("The breadcrumb is shortened from the outermost name, and leaves the position alone", arguments: 1...120)
  func breadcrumb(columns: Int) {
    var screen = Screen(Self.document, columns: columns, rows: 12)
    screen.type("] ] ] ]")
    check(screen, left: isBreadcrumb, right: "\(screen.percentage) %", "\(columns) columns")
  }

  @Test("As much of the breadcrumb is shown as there is room for", arguments: 20...120)
  func noShorterThanNeeded(columns: Int) {
    var screen = Screen(Self.document, columns: columns, rows: 12)
    screen.type("] ] ] ]")
    let room = columns - 1 - DisplayWidth.columns(of: "\(screen.percentage) %") - 2
    let fitting = (1...Self.names.count).reversed().first { kept in
      let part = (kept < Self.names.count ? ["…"] : []) + Self.names.suffix(kept)
      return DisplayWidth.columns(of: part.joined(separator: " › ")) <= room
    }
    for (index, name) in Self.names.enumerated() where fitting != nil {
      #expect(screen.status.contains(name) == (index >= Self.names.count - fitting!), "\(screen.status)")
    }
  }

  @Test("A message takes the breadcrumb's place", arguments: 1...120)
  func message(columns: Int) throws {
    var screen = Screen(Self.document, columns: columns, rows: 12)
    screen.type("x")
    let message = try #require(screen.state.message).text
    check(
      screen,
      left: { $0 == message || $0.hasSuffix("…") && message.hasPrefix($0.dropLast()) || message.hasPrefix($0) },
      right: "\(screen.percentage) %",
      "\(columns) columns"
    )
  }

  @Test("Pending keys stand before the position", arguments: 1...120)
  func pendingKeys(columns: Int) {
    var screen = Screen(Self.document, columns: columns, rows: 12)
    screen.type("] ] ] ] 1 2 z")
    check(screen, left: isBreadcrumb, right: "12z  \(screen.percentage) %", "\(columns) columns")
  }

  @Test("Help has a status line of its own", arguments: 1...120)
  func help(columns: Int) {
    var screen = Screen(Self.document, columns: columns, rows: 12)
    screen.type("?")
    let text = screen.status
    #expect(DisplayWidth.columns(of: text) == columns)
    #expect(!text.contains("%"))
    if columns >= 34 { #expect(text.contains("Keys › / searches › q closes")) }
  }

  @Test("A window of one row has none")
  func oneRow() {
    let screen = Screen(Self.document, columns: 80, rows: 1)
    #expect(screen.frame.text(row: 0).hasSuffix("34 comments"))
  }

  @Test("The whole row has the status line's style")
  func style() {
    let screen = Screen(Self.document, columns: 80, rows: 12, theme: "dark")
    let backgrounds = Set(screen.frame.rows[11].cells.map(\.style.background))
    #expect(backgrounds == [.rgb(red: 0x23, green: 0x23, blue: 0x29)])
    #expect(Set(screen.frame.rows[10].cells.map(\.style.background)) == [.rgb(red: 0x16, green: 0x16, blue: 0x1A)])
  }
}
