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
      if geometry.gutter > 0, focused[row] {
        grid.draw(
          state.layout.symbols.focusBar,
          row: row,
          column: geometry.margin,
          limit: geometry.textStart,
          style: styles.focus
        )
      }
      // Whom a reply answers is said where the reader cannot see it.
      let showsParent = state.document.parentComment(of: line.node).map { $0 < top } ?? false
      let content = state.layout.content(of: line, showsParent: showsParent, sideways: state.sideways)
      draw(content, of: state, row: row, into: &grid)
    }
    // Where there is no room for the bar, the cursor says where the focus is.
    if geometry.gutter == 0, !lines.isEmpty { grid.cursor = Position(row: state.view.row, column: 0) }
  }

  private func draw(_ line: LayoutLine, of state: ReaderState, row: Int, into grid: inout CellGrid) {
    let geometry = state.layout.geometry
    let limit = geometry.textStart + geometry.columns
    let text = state.document.text
    var column = geometry.textStart
    for run in line.runs {
      let style = styles.style(of: run.role)
      switch run.content {
      case .literal(let words):
        grid.draw(words, row: row, column: column, limit: limit, style: style)
      case .document(let bytes):
        let end = grid.draw(text.span, bytes, row: row, column: column, limit: limit, style: style)
        if let highlight = state.highlight?.bytes, highlight.overlaps(bytes) {
          let before = DisplayWidth.columns(
            of: text.span,
            bytes.lowerBound..<max(bytes.lowerBound, highlight.lowerBound)
          )
          let marked = DisplayWidth.columns(of: text.span, highlight.clamped(to: bytes))
          let columns = column + before..<column + before + marked
          grid.restyle(row: row, columns: columns.clamped(to: column..<end), style: styles.highlight)
        }
      }
      column += run.columns
    }
  }
}
