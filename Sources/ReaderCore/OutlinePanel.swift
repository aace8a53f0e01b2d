import DocumentModel
import TextLayout

/// The outline as a panel: its entries, or those that fit what was typed.
package struct OutlinePanel: Sendable {
  /// The list.
  package internal(set) var list = ListPanel()
  /// What is listed.
  let outline: Outline
  /// The entries that fit, in their order; `nil` where nothing was typed.
  private var matches: [Int32]?
  /// What was typed when the matches were found.
  private var query = ""

  /// All of an outline, the entry around `node` chosen.
  init(_ outline: Outline, at node: NodeIndex) {
    self.outline = outline
    list.chosen = outline.entry(around: node) ?? 0
  }

  /// The number of entries listed.
  var count: Int { matches?.count ?? outline.entries.count }

  /// The node of the chosen entry.
  var chosen: NodeIndex? { list.chosen < count ? outline.entries[entry(list.chosen)].node : nil }

  /// The entry at an index into those listed.
  private func entry(_ index: Int) -> Int { matches.map { Int($0[index]) } ?? index }

  /// Finds the entries that fit what was typed, and chooses the one that fits best.
  ///
  /// - Complexity: O(number of entries that have all the letters); of those that fitted before where more was typed.
  mutating func filter() {
    let typed = list.input.text
    let words = OutlineLetters.words(of: typed)
    guard !words.isEmpty else {
      let node = chosen
      matches = nil
      query = ""
      if let index = node.flatMap({ node in outline.entries.firstIndex { $0.node == node } }) { list.chosen = index }
      return
    }
    var letters = OutlineLetters(outline.document)
    let bits = words.joined().reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1 & 63) }
    var found: [Int32] = []
    var best = (score: 0, index: 0)
    // What fits more letters has fitted fewer.
    let isLonger = matches != nil && typed.hasPrefix(query)
    for index in 0..<(isLonger ? count : outline.entries.count) {
      let number = isLonger ? entry(index) : index
      let candidate = outline.entries[number]
      guard candidate.letters & bits == bits else { continue }
      _ = letters.read(candidate, of: outline)
      var score = 0
      for word in words {
        let own = FuzzyMatch.score(word, in: letters.letters)
        if own == 0 {
          score = 0
          break
        }
        score += own
      }
      guard score > 0 else { continue }
      if score > best.score { best = (score, found.count) }
      found.append(Int32(number))
    }
    matches = found
    query = typed
    list.chosen = best.index
    list.top = 0
  }
}

// MARK: Rows

extension OutlinePanel {
  private static let titles: [Outline.Kind: String] = [.statement: "Statements", .thread: "Discussion"]

  /// The entries listed of a kind, as indices into those listed.
  private func range(of kind: Outline.Kind) -> Range<Int> {
    let range = outline.range(of: kind)
    guard let matches else { return range }
    return matches.partition { Int($0) < range.lowerBound }..<matches.partition { Int($0) < range.upperBound }
  }

  /// The number of rows: entries and the titles above them.
  var rowCount: Int { count + Self.titles.keys.count { !range(of: $0).isEmpty } }

  /// The row of an entry, and whether a title stands above it.
  private func row(of index: Int) -> (row: Int, isTitled: Bool) {
    var row = index
    for (kind, _) in Self.titles {
      let range = range(of: kind)
      if !range.isEmpty, range.lowerBound <= index { row += 1 }
    }
    return (row, Self.titles.keys.contains { range(of: $0).first == index })
  }

  /// Brings the chosen entry into view.
  mutating func settle(page: Int) {
    list.choose(list.chosen, of: count)
    let place = row(of: list.chosen)
    list.show(row: place.row, titled: place.isTitled, of: rowCount, page: page)
  }

  /// The rows from the list's top on.
  func rows(page: Int) -> [ListPanelContents.Row] {
    var rows: [ListPanelContents.Row] = []
    var row = 0
    for kind in Outline.Kind.allCases {
      let range = range(of: kind)
      guard !range.isEmpty else { continue }
      if let title = Self.titles[kind] {
        if row >= list.top, rows.count < page { rows.append(ListPanelContents.Row(title: title)) }
        row += 1
      }
      let first = max(0, list.top - row)
      for index in range.dropFirst(first).prefix(max(0, page - rows.count)) {
        let isFirst = rows.isEmpty || rows[rows.count - 1].title != nil
        rows.append(self.row(index, of: kind, before: isFirst || index == range.lowerBound ? nil : index - 1))
      }
      row += range.count
    }
    return rows
  }

  private func row(_ index: Int, of kind: Outline.Kind, before: Int?) -> ListPanelContents.Row {
    let entry = outline.entries[self.entry(index)]
    let document = outline.document
    var row = ListPanelContents.Row(words: words(of: entry), isChosen: index == list.chosen)
    switch kind {
    case .heading:
      if case .heading(let level) = document[entry.node] { row.indent = 2 * min(3, max(0, level - 2)) }
    case .statement:
      row.hasNames = true
      row.indent = 2
      let isSame = before.map { outline.entries[self.entry($0)].name == entry.name } ?? false
      row.name = isSame ? nil : outline.name(of: entry) ?? "unknown"
    case .thread:
      row.hasNames = true
      row.indent = 2
      row.name = outline.name(of: entry) ?? outline.document.comment(at: entry.node)?.name
      let replies = document.replyCount(of: entry.node)
      if replies > 0 { row.note = replies == 1 ? "1 reply" : "\(replies) replies" }
    }
    return row
  }

  private func words(of entry: Outline.Entry) -> String {
    let document = outline.document
    let bytes = outline.words(of: entry)
    if bytes.isEmpty, let article = document[entry.node].articleIndex { return document.articles[article].title ?? "" }
    return String(decoding: document.text[bytes].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
