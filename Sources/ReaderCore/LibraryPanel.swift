import StatementLinking
import TerminalModel

/// A document that was read before.
package struct LibraryEntry: Hashable, Sendable {
  /// Its number in the library.
  package var id: Int64
  /// What it is called.
  package var title: String
  /// Where it is from: a site, a file's name.
  package var origin: String
  /// When it was read last, in words.
  package var visited: String
  /// How many comments were new then.
  package var new: Int

  /// A document of the library.
  package init(id: Int64, title: String, origin: String, visited: String, new: Int) {
    self.id = id
    self.title = title
    self.origin = origin
    self.visited = visited
    self.new = new
  }
}

/// The library as a panel: its documents, or those that fit what was typed.
package struct LibraryPanel: Sendable {
  /// The list.
  package internal(set) var list = ListPanel()
  /// What is listed, the latest first.
  let entries: [LibraryEntry]
  /// The letters of each entry, as ``FuzzyMatch`` takes them.
  private let letters: [[UInt32]]
  /// The entries that fit what was typed, those that fit best first.
  private(set) var matches: [Int]

  /// All of `entries`.
  init(_ entries: [LibraryEntry]) {
    self.entries = entries
    var folding = LetterFolding()
    letters = entries.map { entry in
      [0] + (entry.title + " " + entry.origin).unicodeScalars.map { folding.letter(of: $0.value) }
    }
    matches = Array(entries.indices)
  }

  /// The chosen entry.
  var chosen: LibraryEntry? { matches.indices.contains(list.chosen) ? entries[matches[list.chosen]] : nil }

  /// Finds the entries that fit what was typed.
  ///
  /// - Complexity: O(letters of all entries)
  mutating func filter() {
    let words = OutlineLetters.words(of: list.input.text)
    var found: [(entry: Int, score: Int)] = []
    for entry in entries.indices {
      let scores = words.map { FuzzyMatch.score($0, in: letters[entry]) }
      if !scores.contains(0) { found.append((entry, scores.reduce(0, +))) }
    }
    // Of those that fit alike the latest comes first, as it stands.
    matches = found.sorted { ($1.score, $0.entry) < ($0.score, $1.entry) }.map(\.entry)
    list.chosen = 0
    list.top = 0
  }

  /// Brings the chosen entry into view.
  mutating func settle(page: Int) {
    list.choose(list.chosen, of: matches.count)
    list.show(row: list.chosen, titled: false, of: matches.count, page: page)
  }

  /// The rows from the list's top on.
  func rows(page: Int) -> [ListPanelContents.Row] {
    matches.indices.dropFirst(list.top).prefix(page).map { index in
      let entry = entries[matches[index]]
      var row = ListPanelContents.Row(words: entry.title, isChosen: index == list.chosen)
      row.note = (entry.new > 0 ? "\(entry.new) new, " : "") + entry.visited
      return row
    }
  }
}

extension ReaderState {
  /// Shows what was read before; where the reader has not asked for it, only before they do anything else.
  mutating func showLibrary(_ entries: [LibraryEntry], isAsked: Bool) {
    guard isAsked || !memory.hasActed else { return }
    guard !entries.isEmpty else {
      if isAsked { say("the library is empty: it keeps what you read") }
      return
    }
    message = nil
    libraryPanel = LibraryPanel(entries)
    panel = .library
    settleLibrary()
  }

  /// Takes a key while the library is open.
  mutating func handleInLibrary(_ key: KeyEvent) -> [Effect] {
    guard var open = libraryPanel else {
      panel = nil
      return []
    }
    let outcome = open.list.handle(key, count: open.matches.count, page: geometry(of: open).page)
    if outcome == .edited { open.filter() }
    libraryPanel = open
    settleLibrary()
    guard outcome == .closed || outcome == .accepted else { return [] }
    panel = nil
    libraryPanel = nil
    guard outcome == .accepted, let chosen = open.chosen else { return [] }
    return [.openDocument(chosen.id)]
  }

  /// Brings the library within its bounds.
  mutating func settleLibrary() {
    guard var open = libraryPanel else { return }
    open.settle(page: geometry(of: open).page)
    libraryPanel = open
  }

  func geometry(of panel: LibraryPanel) -> ListPanelGeometry {
    ListPanelGeometry(window: size, rows: textRows, entries: panel.entries.count)
  }
}
