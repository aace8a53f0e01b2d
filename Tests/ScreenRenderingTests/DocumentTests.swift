import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing
import TextLayout

/// What is drawn over and beside the document's lines: highlight, focus bar, marks at the edge.
@Suite("The document on the screen")
struct DocumentTests {
  static let widths = [1, 2, 5, 12, 20, 24, 25, 26, 33, 40, 59, 60, 61, 80, 120, 200]

  /// The glyphs of the highlighted cells, blanks left out: where a line breaks, its blank is not drawn.
  private func highlighted(_ screen: Screen) -> String {
    screen.frame.cells.filter { $0.style.attributes.contains(.reversed) }.map(\.glyph.string).joined().filter {
      $0 != " "
    }
  }

  @Test("The highlight covers the words of the source and nothing else", arguments: widths)
  func highlight(columns: Int) throws {
    let said = "The fog signal was never automatic: 灯台は手で巻かれた, it was wound by hand."
    let document = Document(
      sketch: "@ann\n  Before it. \(said) After it, more words.\n  @bob\n    > ann: \(said)\n    I have the log."
    )
    var screen = Screen(document, columns: columns, rows: 200)
    #expect(highlighted(screen) == "")
    screen.type("s Enter")
    let source = try #require(screen.state.highlight)
    #expect(document.string(in: source.bytes) == said)
    // The mark for a wide cluster that has no room stands for it.
    if columns > 1 {
      #expect(highlighted(screen) == said.filter { $0 != " " })
    }
    let cells = screen.frame.cells
    for (index, cell) in cells.enumerated() where cell.isContinuation {
      #expect(cell.style == cells[index - 1].style, "a wide cluster has one style")
    }
    screen.type("j")
    #expect(highlighted(screen) == "", "until the next move")
  }

  @Test("The bar stands beside the rows of the focused block and no others", arguments: 0..<80)
  func focusBar(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = Document(seed: UInt64(seed))
    var screen = Screen(document, columns: generator.pick([25, 26, 40, 80, 120]), rows: generator.pick([3, 12, 40]))
    for _ in 0..<25 {
      screen.type(generator.pick(["j", "k", "d", "]", "s", "}", "h", "l", "G", "zM", "zR", "Enter"]))
      let state = screen.state
      guard let current = state.currentLine else { return }
      // The block: the innermost statement around the current line within its comment or section, else its node.
      var block = current.node
      for ancestor in document.ancestors(ofAndIncluding: current.node) {
        if document[ancestor].statementIndex != nil {
          block = ancestor
          break
        }
        if document[ancestor].isFoldable { break }
      }
      let frame = screen.frame
      for (row, line) in state.screenLines.enumerated() {
        let isBlank = line.index == state.layout.lineCount(of: line.node) - 1 && isBlankRow(line, of: state.layout)
        let belongs =
          !isBlank
          && (line.node == block || document[block].statementIndex != nil && document.isNode(line.node, within: block))
        let bar = frame[row, state.layout.geometry.margin].glyph
        #expect((bar == "▌") == belongs, "row \(row) of \n\(frame.text)")
      }
      for row in state.screenLines.count..<state.textRows { #expect(frame.text(row: row) == "") }
    }
  }

  /// Whether a line holds nothing but guides and bars, and belongs to a node that has words above it.
  private func isBlankRow(_ line: LinePosition, of layout: DocumentLayout) -> Bool {
    guard line.index > 0 else { return false }
    return layout.content(of: line).runs.allSatisfy {
      guard case .literal(let words) = $0.content else { return false }
      return words.allSatisfy { " │┃".contains($0) }
    } && layout.anchor(of: line).offset == Anchor.blank
  }

  @Test("A wide cluster is never drawn by half, and nothing beyond the text column", arguments: 1...90)
  func wideClusters(columns: Int) {
    let wide = String(repeating: "日本🙂語e\u{301}", count: 40)
    let document = Document(
      sketch: "a\(wide)\n# \(wide)\n| \(wide)\n> \(wide): \(wide)\n* \(wide)\n@\(wide)\n  \(wide)\n  @b\n    \(wide)"
    )
    var screen = Screen(document, columns: columns, rows: 50)
    for keys in ["", ">", "> > >", "zM", "zR G", "?"] {
      screen.type(keys)
      let frame = screen.frame
      let geometry = screen.state.layout.geometry
      for row in 0..<frame.size.rows {
        let cells = frame.rows[row].cells
        for (column, cell) in cells.enumerated() {
          let isWide = DisplayWidth.columns(of: cell.glyph.string) == 2
          let next = column + 1 < columns ? cells[column + 1] : nil
          #expect(isWide == (next?.isContinuation ?? false), "\(columns) columns after \(keys), row \(row)")
          if row < screen.state.textRows, screen.state.panel == nil, column >= geometry.textStart + geometry.columns {
            #expect(cell.glyph == " ", "\(columns) columns after \(keys), row \(row)")
          }
        }
      }
    }
  }

  @Test("With the ASCII symbols, an ASCII document is drawn in ASCII alone", arguments: widths)
  func ascii(columns: Int) {
    let document = Document(
      sketch: """
        A paragraph of many words that goes on, and on, and does not end before the end of the line.
        # A heading
        > the board: The light is not late. The sun is early.
        * One entry
          * below another
        1. First
        | let code = "a line that is wider than any window, so that it goes on beyond the edge of all of them, really"
        ---
        @harbourmaster
          The fog signal was never automatic.
          @mira
            > harbourmaster: The fog signal was never automatic.
            The log says otherwise.
            @third
              > Nobody said this.
              Three.
              @fourth
                Four.
        """,
      metadata: Metadata(
        title: "The light that kept its own hours",
        byline: "mira",
        site: "Coastal Review",
        published: Timestamp(year: 2024, month: 3, day: 3)
      )
    )
    var screen = Screen(document, columns: columns, rows: 20, symbols: .ascii)
    for keys in [
      "", "G", "s", "g s s Enter", "Backspace", "zM", "zr", "g } h", "l", "?", "G", "q", "x", "5", "Esc", ">", "+",
    ] {
      screen.type(keys)
      for cell in screen.frame.cells {
        let isASCII = cell.glyph.utf8.allSatisfy { $0 < 0x80 }
        #expect(isASCII, "\(cell.glyph) after \(keys)")
      }
    }
  }

  @Test("The cursor stands on the current line: on the bar or, where there is no room for it, on the text", arguments: widths)
  func cursor(columns: Int) {
    var screen = Screen(Document(sketch: "One.\n# Two\nThree."), columns: columns, rows: 30)
    screen.type("j")
    #expect(screen.frame.cursor == Position(row: 1, column: screen.state.layout.geometry.margin))
  }
}
