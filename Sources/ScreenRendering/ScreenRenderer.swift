import TextLayout
import ReaderCore
import TerminalModel
import Themes

/// Makes frames: state and theme to cells. Pure, so that every surface can be swept over every size without a terminal.
package struct ScreenRenderer {
  let styles: StyleSheet
  let rows = RowCache()

  /// A renderer that draws in `theme`.
  package init(theme: Theme) { styles = StyleSheet(theme: theme) }

  /// The frame that shows `state`: exactly as large as its window.
  package func frame(for state: ReaderState) -> CellGrid {
    var grid = CellGrid(size: state.size, filledWith: Cell(.blank, style: styles.background))
    guard state.size.rows > 0, state.size.columns > 0 else { return grid }
    let lines = state.screenLines
    switch state.panel {
    case nil: drawDocument(of: state, lines: lines, into: &grid)
    case .outline, .library:
      drawDocument(of: state, lines: lines, into: &grid)
      if let panel = state.listPanel { draw(panel, symbols: state.layout.symbols, into: &grid) }
    case .help(let top):
      drawHelp(state.helpLines, from: top, rows: state.textRows, symbols: state.layout.symbols, into: &grid)
    }
    if let prompt = state.promptContents {
      draw(prompt, ellipsis: state.layout.symbols.ellipsis, into: &grid)
    } else if state.hasStatusLine {
      grid.rows[grid.size.rows - 1] = statusLine(of: state, lines: lines)
    }
    return grid
  }

  /// A row with nothing on it.
  func blankRow(of state: ReaderState) -> CellRow {
    CellRow(columns: state.size.columns, filledWith: Cell(.blank, style: styles.background))
  }
}
