import ReaderCore
import TerminalModel
import TextLayout

extension ScreenRenderer {
  /// The last row: where the reader is, or a message; the keys typed so far; the position.
  func statusLine(of state: ReaderState, lines: [LinePosition]) -> CellRow {
    let key = RowCache.StatusKey(
      node: lines.indices.contains(state.view.row) ? lines[state.view.row].node : nil,
      share: state.panel == nil ? state.percentage(shown: lines) : nil,
      message: state.message?.text ?? state.waitingText,
      loading: state.loadingText,
      pending: state.pendingText,
      panel: state.panel,
      origin: state.panel == nil ? state.originText : nil,
      address: state.panel == nil ? state.focusedAddress : nil,
      search: state.searchText,
      filter: state.filterSummary,
      new: state.panel == nil ? state.newText : nil
    )
    return rows.statusLine(key, at: state.layout.revision) ?? rows.keep(statusLine(key, of: state), for: key)
  }

  private func statusLine(_ key: RowCache.StatusKey, of state: ReaderState) -> CellRow {
    let columns = state.size.columns
    var row = CellRow(columns: columns, filledWith: Cell(.blank, style: styles.status))

    var facts = [key.pending, key.loading ?? ""]
    // Where the way back leads gives way to where the reader is.
    if let origin = key.origin, DisplayWidth.columns(of: origin) <= columns / 2 - 10 { facts.append(origin) }
    if let filter = key.filter { facts.append(filter) }
    if let search = key.search { facts.append(search) }
    if let new = key.new { facts.append(new) }
    if let share = key.share { facts.append("\(share) %") }
    let right = facts.filter { !$0.isEmpty }.joined(separator: "  ")
    let rightColumns = DisplayWidth.columns(of: right)
    let rightStart = columns - rightColumns - 1
    // The position gives way to words before the words lose all room.
    let showsRight = rightStart >= 6
    let limit = showsRight ? rightStart - 1 : columns
    if showsRight { row.draw(right, column: rightStart, limit: columns, style: styles.status) }

    let start = columns >= 20 ? 1 : 0
    if let message = key.message ?? key.address {
      let text = DisplayWidth.truncate(message, toColumns: limit - start, ellipsis: state.layout.symbols.ellipsis)
      row.draw(text, column: start, limit: limit, style: styles.message)
    } else {
      let names =
        switch key.panel {
        case nil: state.breadcrumb
        case .help: ["Keys", "/ searches", "q closes"]
        case .outline: ["Enter goes there", "Esc closes"]
        case .library: ["Enter opens it", "Esc closes"]
        }
      let text = fit(
        names,
        separator: state.layout.symbols.breadcrumb,
        ellipsis: state.layout.symbols.ellipsis,
        columns: limit - start
      )
      row.draw(text, column: start, limit: limit, style: styles.status)
    }
    return row
  }

  /// The breadcrumb in at most `columns` columns: the outermost names go first.
  private func fit(_ names: [String], separator: String, ellipsis: String, columns: Int) -> String {
    var names = names
    var isCut = false
    while true {
      let text = ((isCut ? [ellipsis] : []) + names).joined(separator: separator)
      if DisplayWidth.columns(of: text) <= columns { return text }
      if names.count <= 1 { return DisplayWidth.truncate(names.first ?? "", toColumns: columns, ellipsis: ellipsis) }
      names.removeFirst()
      isCut = true
    }
  }
}
