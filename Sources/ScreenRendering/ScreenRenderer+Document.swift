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
    for (row, line) in lines.enumerated() {
      let key = RowCache.Key(
        line: line,
        // Whom a reply answers is said where the reader cannot see it.
        showsParent: state.document.parentComment(of: line.node).map { $0 < top } ?? false,
        sideways: state.sideways,
        isFocused: geometry.gutter > 0 && focused[row],
        highlight: state.highlight?.bytes
      )
      grid.rows[row] = rows.row(key, at: state.layout.revision) { self.row(key, of: state) }
    }
    // Where there is no room for the bar, the cursor says where the focus is.
    if geometry.gutter == 0, !lines.isEmpty { grid.cursor = Position(row: state.view.row, column: 0) }
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
      case .document(let bytes):
        let end = row.draw(text.span, bytes, column: column, limit: limit, style: style)
        if let highlight = key.highlight, highlight.overlaps(bytes) {
          let before = DisplayWidth.columns(
            of: text.span,
            bytes.lowerBound..<max(bytes.lowerBound, highlight.lowerBound)
          )
          let marked = DisplayWidth.columns(of: text.span, highlight.clamped(to: bytes))
          let columns = column + before..<column + before + marked
          row.restyle(columns.clamped(to: column..<end), style: styles.highlight)
        }
      }
      column += run.columns
    }
    return row
  }
}
