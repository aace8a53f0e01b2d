import DocumentModel
import ReaderCore
import TerminalModel
import TextLayout

extension ScreenRenderer {
  /// Draws the lines on the screen, and the bar beside those of the block that has the focus.
  func drawDocument(of state: ReaderState, lines: [LinePosition], into grid: inout CellGrid) {
    let geometry = state.layout.geometry
    let focused = geometry.gutter > 0 ? state.focused(among: lines) : []
    let top = lines.first?.node ?? .document
    let showsCounts = state.hasBacklinkCounts
    let margin = rightMargin(of: state)
    for (row, line) in lines.enumerated() {
      let key = RowCache.Key(
        line: line,
        // Whom a reply answers is said where the reader cannot see it.
        showsParent: state.document.parentComment(of: line.node).map { $0 < top } ?? false,
        sideways: state.sideways,
        isFocused: geometry.gutter > 0 && focused[row],
        highlight: state.highlight?.bytes,
        quotations: showsCounts ? state.backlinkCount(at: line, atLast: margin < Self.leastMargin) : 0,
        link: state.focusedLinkBytes,
        sought: state.sought
      )
      grid.rows[row] = rows.row(key, at: state.layout.revision) ?? rows.keep(self.row(key, of: state), for: key)
    }
    if let hints = state.hints { draw(hints, of: state, lines: lines, into: &grid) }
    // Screen readers and braille lines follow the cursor; where there is no room for the bar, so do eyes.
    if !lines.isEmpty { grid.cursor = Position(row: state.view.row, column: geometry.gutter > 0 ? geometry.margin : 0) }
  }

  /// Draws letters over the beginnings of links.
  private func draw(_ hints: LinkHints, of state: ReaderState, lines: [LinePosition], into grid: inout CellGrid) {
    let text = state.document.text
    let limit = state.layout.geometry.textStart + state.layout.geometry.columns
    var hints = hints.hints[...]
    for (row, line) in lines.enumerated() {
      var column = state.layout.geometry.textStart
      for run in state.layout.content(of: line, sideways: state.sideways).runs {
        if case .document(let bytes) = run.content {
          while let hint = hints.first, bytes.contains(hint.byte) {
            let start = column + DisplayWidth.columns(of: text.span, bytes.lowerBound..<hint.byte)
            grid.rows[row].drawOver(hint.letters, column: start, limit: limit, style: styles.hint)
            hints.removeFirst()
          }
        }
        column += run.columns
      }
    }
  }

  private func row(_ key: RowCache.Key, of state: ReaderState) -> CellRow {
    let geometry = state.layout.geometry
    var row = blankRow(of: state)
    if key.isFocused {
      row.draw(
        state.layout.symbols.focusBar,
        column: geometry.margin,
        limit: geometry.textStart,
        style: styles.focus
      )
    }
    let line = state.layout.content(of: key.line, showsParent: key.showsParent, sideways: key.sideways)
    let limit = geometry.textStart + geometry.columns
    let text = state.document.text
    var column = geometry.textStart
    for run in line.runs {
      let style = styles.style(of: run.role)
      switch run.content {
      case .literal(let words):
        row.draw(words, column: column, limit: limit, style: style)
        if let sought = key.sought, isSearched(run, words: words, of: key.line.node, in: state.document) {
          mark(sought.matches(in: words), in: Array(words.utf8).span, from: 0, at: column..<limit, of: &row, styles.hit)
        }
      case .document(let bytes):
        let end = row.draw(text.span, bytes, column: column, limit: limit, style: style)
        if let sought = key.sought {
          // What a table's row or the source of a quotation shows is another node's.
          let node = state.document.node(containingByte: bytes.lowerBound)
          let hits = sought.matches(in: node, of: state.document, touching: bytes).map { $0.clamped(to: bytes) }
          mark(hits, in: text.span, from: bytes.lowerBound, at: column..<end, of: &row, styles.hit)
        }
        if let link = key.link, link.overlaps(bytes) {
          let part = link.clamped(to: bytes)
          mark([part], in: text.span, from: bytes.lowerBound, at: column..<end, of: &row, styles.link)
        }
        if let highlight = key.highlight, highlight.overlaps(bytes) {
          let passage = highlight.clamped(to: bytes)
          mark([passage], in: text.span, from: bytes.lowerBound, at: column..<end, of: &row, styles.highlight)
        }
      }
      column += run.columns
    }
    if key.quotations > 0 { drawCount(key.quotations, after: line.columns, of: state, into: &row) }
    return row
  }

  /// Restyles what stands at some bytes of a text of which the byte `start` was drawn at the first of `columns`.
  private func mark(
    _ passages: [Range<Int>],
    in text: Span<UInt8>,
    from start: Int,
    at columns: Range<Int>,
    of row: inout CellRow,
    _ style: Style
  ) {
    for passage in passages {
      let first = columns.lowerBound + DisplayWidth.columns(of: text, start..<passage.lowerBound)
      let end = first + DisplayWidth.columns(of: text, passage)
      row.restyle((first..<end).clamped(to: columns), style: style)
    }
  }

  /// Whether a run of the program's own words shows something that is searched: a name, a title, what is folded.
  private func isSearched(_ run: Run, words: String, of node: NodeIndex, in document: Document) -> Bool {
    switch run.role {
    case .author, .originalPoster, .title, .figure, .folded, .heading: true
    // Dates and points are facts as well as real names are.
    case .metadata:
      node == .document || document[node].commentIndex.flatMap(document.comments.displayName(of:)) == words
    default: false
    }
  }

  /// A right margin of fewer columns is none: it cannot hold the mark and a digit.
  private static let leastMargin = 2

  /// The columns to the right of the text, but for the one beside it.
  private func rightMargin(of state: ReaderState) -> Int {
    state.size.columns - state.layout.geometry.textStart - state.layout.geometry.columns - 1
  }

  /// Draws how many statements quote a block: in the right margin or, where there is none, in what its last line has left.
  private func drawCount(_ count: Int, after used: Int, of state: ReaderState, into row: inout CellRow) {
    let end = state.layout.geometry.textStart + state.layout.geometry.columns
    let margin = rightMargin(of: state)
    let symbol = state.layout.symbols.quoted
    var text = symbol + String(count)
    if margin >= Self.leastMargin {
      if DisplayWidth.columns(of: text) > margin { text = symbol + "+" }
      row.draw(text, column: end + 1, limit: state.size.columns, style: styles.backlinks)
    } else {
      let columns = DisplayWidth.columns(of: text)
      guard used + 1 + columns <= state.layout.geometry.columns else { return }
      row.draw(text, column: end - columns, limit: end, style: styles.backlinks)
    }
  }
}
