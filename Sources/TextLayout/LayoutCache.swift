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
  private var heads: [NodeIndex: HeadLayout] = [:]
  private var tables: [NodeIndex: TableLayout] = [:]
  private var rows: [NodeIndex: RowLayout] = [:]
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

  /// The layout of the head of a document, article or figure, made by `make` where it is not known.
  func head(_ node: NodeIndex, make: () -> HeadLayout) -> HeadLayout { Self.value(of: node, in: &heads, make: make) }

  /// Forgets what heads there are.
  func forgetHeads() { heads = [:] }

  /// The layout of a table, made by `make` where it is not known.
  func table(_ node: NodeIndex, make: () -> TableLayout) -> TableLayout {
    Self.value(of: node, in: &tables, make: make)
  }

  /// The layout of a row of a table, made by `make` where it is not known.
  func row(_ node: NodeIndex, make: () -> RowLayout) -> RowLayout { Self.value(of: node, in: &rows, make: make) }

  private static func value<Value>(of node: NodeIndex, in known: inout [NodeIndex: Value], make: () -> Value) -> Value {
    if let value = known[node] { return value }
    if known.count >= capacity { known.removeAll(keepingCapacity: true) }
    let made = make()
    known[node] = made
    return made
  }
}
