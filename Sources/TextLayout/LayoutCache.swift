import DocumentModel

/// Remembers where the text of recently seen nodes breaks. A class, since asking a layout for a line changes nothing that can be seen.
final class LayoutCache {
  /// Screens hold at most a few hundred nodes; what is forgotten is laid out again.
  private static let capacity = 1024

  private var blocks: [NodeIndex: BlockLayout] = [:]
  private var title: TitleLayout?

  /// The layout of a block.
  func block(_ node: NodeIndex, in document: Document, geometry: LayoutGeometry, symbols: Symbols) -> BlockLayout {
    if let known = blocks[node] { return known }
    if blocks.count >= Self.capacity { blocks.removeAll(keepingCapacity: true) }
    let made = BlockLayout(of: node, in: document, geometry: geometry, symbols: symbols)
    blocks[node] = made
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
