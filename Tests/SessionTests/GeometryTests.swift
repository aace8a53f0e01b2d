import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing
import TextLayout

/// The geometry contract: at every size from 1×1 to 200×60 every surface fits its window.
@Suite struct GeometryTests {
  static let widths = Array(1...32) + [38, 39, 40, 41, 59, 60, 61, 72, 79, 80, 81, 100, 132, 200]
  static let heights = [1, 2, 3, 4, 5, 12, 24, 60]

  static let sketch = """
    A first paragraph with 日本語の文 and a word that is far too long: Donaudampfschifffahrtsgesellschaftskapitän.
    # A heading
    > harbour board, by its secretary of many years: The light is not late. The sun is early.
    | let code = "a line of code that is wider than most windows and is never wrapped but can be moved sideways"
    1. One.
    1. Two, with more words than fit into a narrow window at all.
    ---
    @harbourmaster_with_a_long_name
      The fog signal was never automatic.
      @mira
        > harbourmaster_with_a_long_name: The fog signal was never automatic.
        The log says otherwise.
        @c
          Three.
          @d
            Four.
            @e
              Five, at some depth, where little room is left for words.
    """

  @Test(arguments: widths)
  func everySurfaceFits(width: Int) {
    let document = Document(
      sketch: Self.sketch,
      metadata: Metadata(title: "The light that kept its own hours", byline: "mira", site: "Coastal Review")
    )
    for height in Self.heights {
      var session = Session(document, columns: width, rows: height)
      for keys in [
        "", "zM", "l", "zR", "G", "g s", "Enter", "s P", "T", "B T t", "l i g h t", "Esc ?", "j", "/ z", "Enter q q",
        "h", "5 6", "+", "9 z", "Esc / e v e r", "Enter", "n :", "f o l d", "Tab", "Enter",
      ] {
        session.type(keys)
        check(session, "\(width)×\(height) after \(keys)")
      }
    }
  }

  @Test(arguments: 0..<20)
  func randomDocumentsFit(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var session = Session(Document(seed: UInt64(seed)), columns: 80, rows: 24)
    for _ in 0..<40 {
      session.resize(
        columns: Int.random(in: 1...200, using: &generator),
        rows: Int.random(in: 1...60, using: &generator)
      )
      let command = generator.pick(Command.table.filter { $0.name != "quit" })
      session.type(command.keys[0].split(separator: " ").joined(separator: " "))
      check(session, "seed \(seed), after \(command.name)")
    }
  }

  private func check(_ session: Session, _ what: String) {
    let state = session.state
    let frame = session.frame
    #expect(frame.size == state.size, "\(what)")
    let geometry = state.layout.geometry
    #expect(geometry.textStart + geometry.columns <= max(1, state.size.columns), "\(what)")
    #expect(geometry.columns >= min(LayoutGeometry.minimumColumns, state.size.columns), "\(what)")
    let lines = state.screenLines
    if let first = lines.first, state.layout.line(before: first) == nil {
      #expect(state.currentLine == lines[state.view.row], "\(what): a blank row above the first line")
    }
    for line in lines {
      let content = state.layout.content(of: line)
      #expect(content.columns <= geometry.columns, "\(what): \(content)")
    }
    for row in 0..<frame.size.rows {
      // A wide cluster never stands half on the screen.
      let cells = frame.rows[row].cells
      for (column, cell) in cells.enumerated()
      where !cell.isContinuation && DisplayWidth.columns(of: cell.glyph.string) == 2 {
        #expect(column + 1 < cells.count && cells[column + 1].isContinuation, "\(what): row \(row)")
      }
    }
  }
}
