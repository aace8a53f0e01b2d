import TerminalModel
import TestSupport
import Testing

@Suite struct CellGridTests {
  private static let pieces =
    ["a", "b", " ", "~", "ж", "│", "é", "e\u{301}", "漢", "👍🏽", "👩‍👩‍👧", "🇺🇸", "क्षि", "\u{600}1", "\u{1}", "\r\n", "\u{200B}"]
    + ["\u{301}", "ᄀ", "ᅡ", "\u{7F}", "\u{85}", "﷽", "\u{E9}\u{302}"]

  /// What drawing comes to, cluster by cluster.
  private func drawn(_ text: [UInt8], limit: Int) -> [Cell] {
    var cells: [Cell] = []
    var offset = 0
    while offset < text.count, cells.count < limit {
      let cluster = DisplayCluster(in: text.span, from: offset, to: text.count)
      offset = cluster.end
      guard cluster.columns > 0 else { continue }
      let fits = cells.count + cluster.columns <= limit
      cells.append(Cell(fits ? cluster.glyph(in: text.span) : .replacement))
      if fits, cluster.columns == 2 { cells.append(.continuation(style: .plain)) }
    }
    return cells
  }

  @Test(arguments: 0..<200)
  func shortCutsDrawWhatClustersAre(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var text: [UInt8] = []
    for _ in 0..<30 {
      text += Array(generator.pick(Self.pieces).utf8)
      if generator.chance(5) { text.append(generator.pick([0xFF, 0x80, 0xC3, 0xE2])) }
    }
    let limit = Int.random(in: 1...60, using: &generator)
    var row = CellRow(columns: 60, filledWith: .blank)
    let end = row.draw(text.span, 0..<text.count, column: 0, limit: limit, style: .plain)
    let expected = drawn(text, limit: limit)
    #expect(end == expected.count)
    #expect(Array(row.cells.prefix(end)) == expected, "\(String(decoding: text, as: UTF8.self).unicodeScalars)")
  }

  private func grid(_ rows: [String]) -> CellGrid {
    var grid = CellGrid(size: Size(rows: rows.count, columns: 12))
    for (row, text) in rows.enumerated() { grid.rows[row].draw(text, column: 0, limit: 12, style: .plain) }
    return grid
  }

  @Test func rowsThatMovedAreFound() {
    let text = (0..<9).map { "line \($0)" }
    let old = grid(["title"] + text[0..<8] + ["status 1"])
    let down = grid(["title"] + text[1..<9] + ["status 2"])
    #expect(down.scroll(from: old).map { "\($0.rows) \($0.distance)" } == "1..<9 1")
    #expect(old.scroll(from: down).map { "\($0.rows) \($0.distance)" } == "1..<9 -1")
    #expect(old.scroll(from: old) == nil)
    #expect(grid((0..<10).map { "else \($0)" }).scroll(from: old) == nil)
    // Rows that moved take part even where a mark beside them came or went.
    let marked = grid(["title"] + text[1..<3].map { $0 + " *" } + text[3..<8] + ["line 8 *", "status 1"])
    #expect(marked.scroll(from: old).map { "\($0.rows) \($0.distance)" } == "1..<9 1")
    // Blank rows are everywhere; that they are equal is no sign of a move.
    let blank = ["", "", "", "", "", "", "", "", ""]
    #expect(grid(["a"] + blank).scroll(from: grid(blank + ["b"])) == nil)
  }

  @Test(arguments: 0..<300)
  func aScrollAndTheChangesMakeTheNewFrame(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = Int.random(in: 1...14, using: &generator)
    let pieces = ["ab", "漢字", "│ ", " ", "e\u{301}", "▌"]
    var lines = (0..<rows).map { _ in (0..<4).map { _ in generator.pick(pieces) }.joined() }
    let old = grid(lines)
    let distance = Int.random(in: -rows...rows, using: &generator)
    lines = lines.indices.map { lines.indices.contains($0 + distance) ? lines[$0 + distance] : generator.pick(pieces) }
    if generator.chance(50) { lines[Int.random(in: 0..<rows, using: &generator)] = generator.pick(pieces) }
    let new = grid(lines)
    var screen = old
    if let scroll = new.scroll(from: old) {
      #expect(scroll.rows.lowerBound >= 0 && scroll.rows.upperBound <= rows)
      screen.scroll(scroll)
    }
    for row in 0..<rows {
      guard let columns = new.rows[row].changedColumns(from: screen.rows[row]) else { continue }
      for edge in [columns.lowerBound, columns.upperBound] where edge < 12 {
        #expect(!new[row, edge].isContinuation && !screen[row, edge].isContinuation, "half a wide cluster")
      }
      for column in columns { screen[row, column] = new[row, column] }
    }
    #expect(screen == new)
  }

  @Test func stylesKeepWhatTheyAreGiven() {
    let colors: [Color] = [
      .standard, .indexed(0), .indexed(255), .rgb(red: 1, green: 2, blue: 3), .rgb(red: 255, green: 255, blue: 255),
    ]
    for foreground in colors {
      for background in colors {
        var style = Style(foreground: foreground, background: background, attributes: [.bold, .crossedOut])
        #expect(style.foreground == foreground && style.background == background)
        style.foreground = background
        style.attributes.insert(.dim)
        #expect(style == Style(foreground: background, background: background, attributes: [.bold, .dim, .crossedOut]))
      }
    }
  }
}
