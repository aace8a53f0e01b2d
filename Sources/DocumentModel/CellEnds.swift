/// How the text of tables is set off in the text of a document: cells end with `\t`, rows with `\n`.
///
/// These bytes belong to the last node within; ``Document/textRange(of:)`` leaves them out.
enum CellEnds {
  private static let tab = UInt8(ascii: "\t")
  private static let lineFeed = UInt8(ascii: "\n")

  /// Ends a cell, the last node of which is the last there is: by a tab in the place of the `\n` that ended the last
  /// text in it.
  static func endCell(_ cell: NodeIndex, text: inout [UInt8], textEnds: inout [UInt32]) {
    let last = textEnds.count - 1
    let start = Int(textEnds[cell.offset - 1])
    let hasEnded = text.count == Int(textEnds[last]) && text.count > start && text[text.count - 1] == lineFeed
    // A table in the cell keeps its end.
    if hasEnded, text.count - 1 == start || text[text.count - 2] != tab {
      text[text.count - 1] = tab
    } else {
      text.append(tab)
      textEnds[last] = UInt32(text.count)
    }
  }

  /// Ends a row, provided that it has cells.
  static func endRow(_ row: NodeIndex, text: inout [UInt8], textEnds: inout [UInt32]) {
    guard text.count > Int(textEnds[row.offset - 1]), text[text.count - 1] == tab else { return }
    text.append(lineFeed)
    textEnds[textEnds.count - 1] = UInt32(text.count)
  }
}
