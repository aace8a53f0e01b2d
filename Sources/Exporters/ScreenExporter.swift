import TerminalModel

/// Writes a screen as it looks, with terminal sequences for its styles.
package enum ScreenExporter {
  /// The rows of `grid`, a line each.
  ///
  /// - Parameter hasColors: whether colours are told; attributes always are.
  package static func text(of grid: CellGrid, hasColors: Bool = true) -> String {
    grid.rows.map { text(of: $0, hasColors: hasColors) + "\n" }.joined()
  }

  private static func text(of row: CellRow, hasColors: Bool) -> String {
    var text = ""
    var open = ""
    for cell in row.cells where !cell.isContinuation {
      let sequence = ANSISequence.text(for: cell.style, hasColors: hasColors)
      if sequence != open {
        if !open.isEmpty { text += ANSISequence.reset }
        text += sequence
        open = sequence
      }
      text += cell.glyph.string
    }
    return open.isEmpty ? text : text + ANSISequence.reset
  }
}
