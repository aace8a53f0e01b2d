import DocumentModel

/// Remembers where the text of recently seen nodes breaks. A class, since asking a layout for a line changes nothing that can be seen.
final class LayoutCache {
  /// Screens hold at most a few hundred nodes; what is forgotten is laid out again. A later piece takes the place of an earlier
  /// one with the same remainder.
  private static let capacity = 1024
  /// Lines that are remembered at most: 3 MB.
  private static let maximumLines = 128 * 1024

  private var blocks: [BlockLayout?] = Array(repeating: nil, count: capacity)
  private var lines = 0
  private var title: TitleLayout?
  /// The numbers of the entries of lists.
  let numbers = ListNumbers()
  /// What was done so far.
  var work = LayoutWork()

  /// The layout of a piece of a block.
  func block(
    _ node: NodeIndex,
    piece: Int,
    in document: Document,
    geometry: LayoutGeometry,
    symbols: Symbols
  ) -> BlockLayout {
    let slot = (node.offset &+ piece) & (Self.capacity - 1)
    if let known = blocks[slot], known.node == node, known.piece == piece { return known }
    let made = BlockLayout(
      of: node,
      piece: piece,
      in: document,
      geometry: geometry,
      symbols: symbols,
      numbers: numbers
    )
    work.bytes += made.text.count
    lines += made.count - (blocks[slot]?.count ?? 0)
    if lines > Self.maximumLines {
      blocks = Array(repeating: nil, count: Self.capacity)
      lines = made.count
    }
    blocks[slot] = made
    return made
  }

  /// The layout of the document's head.
  func title(of document: Document, geometry: LayoutGeometry, symbols: Symbols) -> TitleLayout {
    if let title { return title }
    let made = TitleLayout(of: document, geometry: geometry, symbols: symbols)
    title = made
    return made
  }
}
