import DocumentModel
import TerminalModel

// What stands beside the words of a statement: whose they are, and how many where they are folded.
extension DocumentLayout {
  /// A quotation with more bytes or blocks than this is measured in kilobytes: counting its lines would mean laying them out.
  private static let mostCounted = (bytes: 16 * 1024, blocks: 256)

  /// Where the words of a statement stand; `nil` where that is not known.
  func source(of statement: Int) -> Passage? { statement < sources.count ? sources[statement] : nil }

  /// Who a statement is attributed to: by the document, else by where its source was found.
  func speaker(of statement: Int) -> String? {
    if let name = document.statements[statement].speaker { return name }
    guard let source = source(of: statement) else { return nil }
    return document.enclosingComment(of: source.node).flatMap(document.comment(at:))?.name
      ?? "the article"
  }

  /// Whose words a statement repeats, at the right edge; marked where its source was found.
  func attribution(of node: NodeIndex, after used: Int, width: Int) -> [Run] {
    guard let index = document[node].statementIndex else { return [] }
    let isResolved = source(of: index) != nil
    let name = speaker(of: index)
    let room = width - used - 1
    var text = isResolved ? symbols.resolved + " " : name == nil ? "" : symbols.attribution
    text += name ?? ""
    if datesSources, let date = dateOfSource(of: index), DisplayWidth.columns(of: text + date) <= room { text += date }
    // Where the name does not fit, the mark alone says that there is a source.
    if isResolved, DisplayWidth.columns(of: text) > room { text = symbols.resolved }
    guard !text.isEmpty, room > 0 else { return [] }
    text = DisplayWidth.truncate(text, toColumns: room, ellipsis: symbols.ellipsis)
    let columns = DisplayWidth.columns(of: text)
    let gap = width - used - columns
    return [
      Run(String(repeating: " ", count: gap), role: .statement, columns: gap),
      Run(text, role: isResolved ? .statementResolved : .statementSpeaker, columns: columns),
    ]
  }

  /// When the comment was written that has a statement's words.
  private func dateOfSource(of statement: Int) -> String? {
    guard let node = source(of: statement)?.node,
      let comment = document.enclosingComment(of: node).flatMap(document.comment(at:)),
      let moment = HeadLine.moment(of: comment, in: document)
    else { return nil }
    return symbols.separator + moment
  }

  /// `▸ 8 quoted lines — alice`, and at the right edge the mark of one whose source was found.
  func foldedQuotation(_ node: NodeIndex, statement: Int) -> LayoutLine {
    let prefix = document.parent(of: node).map(prefix(of:)) ?? prefix(of: node)
    let width = max(1, geometry.columns - prefix.columns)
    let marker = symbols.folded + " "
    let markerColumns = DisplayWidth.columns(of: marker)
    guard width > markerColumns else {
      return LayoutLine(prefix.rest + [Run(symbols.folded, role: .foldMarker, columns: markerColumns - 1)])
    }
    let mark = source(of: statement) == nil ? "" : symbols.resolved
    let markColumns = mark.isEmpty ? 0 : DisplayWidth.columns(of: mark) + 1
    let room = width - markerColumns
    let showsMark = markColumns > 0 && room > markColumns
    let words = [quotedLines(of: node), speaker(of: statement)].compactMap(\.self).joined(
      separator: " " + symbols.attribution
    )
    let text = DisplayWidth.truncate(
      words,
      toColumns: room - (showsMark ? markColumns : 0),
      ellipsis: symbols.ellipsis
    )
    let columns = DisplayWidth.columns(of: text)
    var runs = prefix.rest
    runs.append(Run(marker, role: .foldMarker, columns: markerColumns))
    runs.append(Run(text, role: .folded, columns: columns))
    if showsMark {
      let gap = room - columns - markColumns + 1
      runs.append(Run(String(repeating: " ", count: gap), role: .folded, columns: gap))
      runs.append(Run(mark, role: .statementResolved, columns: markColumns - 1))
    }
    return LayoutLine(runs)
  }

  /// How much is quoted: `8 quoted lines`, as many as unfolding shows; `120 KB quoted` of more than a few screens.
  private func quotedLines(of node: NodeIndex) -> String {
    let bytes = document.subtreeTextRange(of: node).count
    let end = document.subtreeEnd(of: node)
    guard bytes <= Self.mostCounted.bytes, end.offset - node.offset <= Self.mostCounted.blocks else {
      return "\(max(1, bytes / 1000)) KB quoted"
    }
    var lines = 0
    var block = node
    while block < end {
      if document[block] == .tableRow {
        lines += row(block).lines.count
        block = document.subtreeEnd(of: block)
      } else {
        if document.hasText(block) { lines += self.block(block, piece: 0).lines.count }
        block = block.next
      }
    }
    return HeadLine.count(max(1, lines), "quoted line")
  }
}
