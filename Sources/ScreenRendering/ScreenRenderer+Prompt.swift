import ReaderCore
import TerminalModel

extension ScreenRenderer {
  /// Draws what is being typed on the last row: its mark, the line with the cursor, what would complete it, a note.
  func draw(_ prompt: PromptContents, ellipsis: String, into grid: inout CellGrid) {
    let (line, columns) = (grid.size.rows - 1, grid.size.columns)
    var row = CellRow(columns: columns, filledWith: Cell(.blank, style: styles.status))
    let start = row.draw(prompt.mark, column: columns >= 20 ? 1 : 0, limit: columns, style: styles.message)
    let noteColumns = DisplayWidth.columns(of: prompt.note)
    let typedColumns = DisplayWidth.columns(of: prompt.input.text)
    var limit = columns
    // A note gives way to what is typed, and is not cut to less than says something.
    let room = columns - start - typedColumns - 3
    if !prompt.note.isEmpty, min(noteColumns, 8) < room {
      let note = DisplayWidth.truncate(prompt.note, toColumns: min(noteColumns, room - 1), ellipsis: ellipsis)
      limit = columns - DisplayWidth.columns(of: note) - 1
      row.draw(note, column: limit, limit: columns, style: styles.status)
      limit -= 2
    }
    let shown = ShownInput(prompt.input, columns: max(1, limit - start))
    let end = row.draw(shown.text, column: start, limit: limit, style: styles.message)
    row.draw(prompt.rest, column: end, limit: limit, style: styles.status)
    grid.rows[line] = row
    grid.cursor = Position(row: line, column: min(columns - 1, start + shown.cursor))
  }
}

/// The part of a line being typed that has room: the cursor's place is always in it.
struct ShownInput {
  /// What is shown.
  let text: String
  /// The column of the cursor in it.
  let cursor: Int

  /// The part of `input` that takes at most `columns` columns, one of which is the cursor's where it stands at the end.
  init(_ input: TextInput, columns: Int) {
    let before = String(input.text.prefix(input.cursor))
    var shown = Substring(before)
    while DisplayWidth.columns(of: String(shown)) > columns - 1, !shown.isEmpty { shown = shown.dropFirst() }
    cursor = DisplayWidth.columns(of: String(shown))
    let after = String(input.text.dropFirst(input.cursor))
    text = shown + DisplayWidth.truncate(after, toColumns: columns - 1 - cursor, ellipsis: "")
  }
}
