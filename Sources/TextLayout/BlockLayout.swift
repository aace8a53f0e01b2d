import DocumentModel
import TerminalModel

/// The lines of a piece of a block with text of its own, at one width: where its text breaks and whose words they are. Lines are put
/// together when asked for, so that a long block costs its breaks and no more.
final class BlockLayout {
  /// The block.
  let node: NodeIndex
  /// Which piece of its text this is.
  let piece: Int
  /// Its bytes.
  let text: Range<Int>
  /// What stands left of the text.
  let prefix: LinePrefix
  /// Where the text breaks; offsets into the document's text. At least one line.
  let lines: [WrappedLine]
  /// Columns that the text may take.
  let width: Int
  /// The statement whose speaker stands at the end of the last line: it ends here, and there is room.
  private(set) var sharedStatement: NodeIndex?
  /// The statements whose speakers stand on lines of their own below the text.
  private(set) var attributedStatements: [NodeIndex] = []

  /// Whether lines stand at the right edge, where they begin.
  let isRightToLeft: Bool
  /// Where the text of the block begins.
  private let textStart: Int

  /// Lays out a piece of a block.
  ///
  /// - Complexity: O(length of the piece)
  init(
    of node: NodeIndex,
    piece: Int,
    in document: Document,
    geometry: LayoutGeometry,
    symbols: Symbols,
    numbers: ListNumbers
  ) {
    self.node = node
    self.piece = piece
    prefix = LinePrefix(of: node, in: document, geometry: geometry, symbols: symbols, numbers: numbers)
    width = max(1, geometry.columns - prefix.columns)
    let bytes = document.text.span
    let pieces = TextPieces(text: document.textRange(of: node))
    textStart = pieces.text.lowerBound
    text = pieces.piece(piece, in: bytes)
    let isCode = document[node] == .code
    isRightToLeft = !isCode && TextDirection.isRightToLeft(bytes, pieces.text)
    if isCode {
      lines = LineWrapper.lines(bytes, text)
      return
    }
    // Two columns at the right of a statement are kept for the mark that says its source was found.
    let isQuoted = Self.statement(around: node, in: document) != nil
    lines = LineWrapper.wrap(bytes, text, width: isQuoted && width > 10 ? width - 2 : width)
    if isQuoted, piece == pieces.count - 1 { placeSpeakers(in: document) }
  }

  /// Number of lines, the blank row below not counted.
  var count: Int { lines.count + attributedStatements.count }

  /// The offset by which an ``Anchor`` names a line: bytes into the node's text, then one more for each speaker below it.
  func offset(ofLine index: Int) -> Int {
    if index < lines.count { return lines[index].start - textStart }
    return lines[lines.count - 1].end - textStart + 1 + index - lines.count
  }

  /// The innermost statement that `node` is or stands in.
  ///
  /// - Complexity: O(nesting), at most 32
  static func statement(around node: NodeIndex, in document: Document) -> NodeIndex? {
    for ancestor in document.ancestors(ofAndIncluding: node).prefix(32) {
      if document[ancestor].statementIndex != nil { return ancestor }
      if document[ancestor].isComment { return nil }
    }
    return nil
  }

  /// Decides where the speakers of the statements that end with `node` stand. It depends on the speakers alone, not on whether their
  /// sources were found: that becomes known later, and must not move the text.
  private func placeSpeakers(in document: Document) {
    var isInnermost = true
    for ancestor in document.ancestors(ofAndIncluding: node).prefix(32) {
      guard document.subtreeEnd(of: ancestor) == node.next else { break }
      guard let index = document[ancestor].statementIndex else { continue }
      let speaker = document.statements[index].speaker
      let room = width - lines[lines.count - 1].width - 2
      let fits = speaker.map { DisplayWidth.columns(of: $0) + 2 <= room } ?? true
      if isInnermost, fits, document[ancestor] == .quotation(statement: index) {
        sharedStatement = ancestor
      } else if speaker != nil {
        attributedStatements.append(ancestor)
      } else if isInnermost {
        sharedStatement = ancestor
      }
      isInnermost = false
    }
  }
}
