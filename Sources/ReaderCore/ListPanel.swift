import TerminalModel

/// A list with one entry chosen, and a line to filter it by: the shape of every panel that is searched.
package struct ListPanel: Hashable, Sendable {
  /// What a key did.
  enum Outcome {
    /// Nothing but to move within the list.
    case moved
    /// The line to filter by is another one.
    case edited
    /// The chosen entry is wanted.
    case accepted
    /// The panel is to be closed.
    case closed
  }

  /// What the list is filtered by.
  package internal(set) var input = TextInput()
  /// The chosen entry, as an index into those listed.
  package internal(set) var chosen = 0
  /// The first row that is shown; rows are entries and what stands between them.
  package internal(set) var top = 0

  /// Control keys that lists know for the same.
  private static let synonyms: [KeyEvent: Key] = [
    KeyEvent(.character("n"), control: true): .down, KeyEvent(.character("p"), control: true): .up,
    KeyEvent(.character("g"), control: true): .escape, KeyEvent(.character("c"), control: true): .escape,
    KeyEvent(.character("j"), control: true): .enter, KeyEvent(.character("m"), control: true): .enter,
  ]

  /// Takes a key.
  ///
  /// - Parameters:
  ///   - count: the number of entries listed.
  ///   - page: the number of rows that are shown.
  mutating func handle(_ key: KeyEvent, count: Int, page: Int) -> Outcome {
    switch Self.synonyms[key] ?? key.key {
    case .enter: return .accepted
    case .escape: return .closed
    case .down, .tab: choose(chosen + 1, of: count)
    case .up, .backTab: choose(chosen - 1, of: count)
    case .pageDown: choose(chosen + max(1, page - 1), of: count)
    case .pageUp: choose(chosen - max(1, page - 1), of: count)
    case .home: choose(0, of: count)
    case .end: choose(count - 1, of: count)
    default: return input.handle(key) ? .edited : .moved
    }
    return .moved
  }

  /// Chooses an entry; the nearest where there are not as many.
  mutating func choose(_ entry: Int, of count: Int) { chosen = max(0, min(entry, count - 1)) }

  /// Scrolls no further than needed to show a row and, where it stands below one, its title.
  mutating func show(row: Int, titled: Bool, of rows: Int, page: Int) {
    let first = titled && page > 1 ? row - 1 : row
    if first < top { top = first }
    if row >= top + page { top = row - page + 1 }
    top = max(0, min(top, rows - page))
  }
}

/// Where a panel with a list stands in the window, and what of it is drawn.
package struct ListPanelGeometry: Hashable, Sendable {
  /// Windows narrower than this give a panel all their columns.
  private static let narrow = 72
  /// Panels narrower than this have no frame at their sides.
  private static let frameless = 60
  /// A panel beside the document is no wider than this, and no narrower where it can be.
  private static let besides = 42...76

  /// The rows it takes, from the top of the window.
  package let rows: Int
  /// The columns it takes, up to the right edge of the window.
  package let columns: Range<Int>
  /// Whether it has a frame.
  package let hasFrame: Bool
  /// Whether there is room for its title and what it is filtered by.
  package var hasTitle: Bool { rows >= 2 }

  /// The number of rows of the list.
  package var page: Int { max(1, rows - (hasTitle ? 1 : 0) - (hasFrame ? 1 : 0)) }

  /// The geometry of a panel with `entries` rows, in a window that has `rows` rows for it.
  package init(window: Size, rows available: Int, entries: Int) {
    if window.columns < Self.narrow {
      columns = 0..<window.columns
      hasFrame = window.columns >= Self.frameless && available >= 6
      rows = available
    } else {
      let width = max(Self.besides.lowerBound, min(window.columns / 2, Self.besides.upperBound))
      columns = window.columns - width..<window.columns
      hasFrame = available >= 4
      rows = min(available, max(entries, 3) + 2)
    }
  }
}

/// What a panel shows, row by row.
package struct ListPanelContents: Hashable, Sendable {
  /// A row of the list.
  package struct Row: Hashable, Sendable {
    /// What the rows below have in common, when it is a title.
    package var title: String?
    /// Who says it; `nil` where the row above has said so.
    package var name: String?
    /// By how many columns it stands further in.
    package var indent = 0
    /// Whether names have a column of their own.
    package var hasNames = false
    /// What it says.
    package var words = ""
    /// What stands at its right.
    package var note: String?
    /// Whether it is the chosen one.
    package var isChosen = false
  }

  /// What the panel is.
  package var title: String
  /// `4 of 21`.
  package var count: String
  /// The line to filter by.
  package var input: TextInput
  /// The rows on the screen.
  package var rows: [Row]
  /// Where it stands.
  package var geometry: ListPanelGeometry

  /// A list of which `count` entries are left of `all`.
  init(
    _ title: String,
    _ list: ListPanel,
    _ rows: [Row],
    count: Int,
    of all: Int,
    _ geometry: ListPanelGeometry
  ) {
    self.title = title
    self.count = list.input.text.isEmpty ? "\(all)" : "\(count) of \(all)"
    input = list.input
    self.rows = rows
    self.geometry = geometry
  }
}
