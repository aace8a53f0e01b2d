import HTMLParsing

/// Parses a page and stops when what is known of any tree does not hold.
///
/// The first byte chooses whether it is a page or a fragment, and in pieces of which size it is fed again.
struct PageCheck {
  private static let contexts = [
    "", "", "", "", "div", "table", "tr", "select", "template", "textarea", "svg", "title", "form", "form",
  ]

  private let page: UnsafeBufferPointer<UInt8>
  /// The element that the input stands in; empty for a page.
  private let element: String
  /// How many bytes are fed at once.
  private let pieceSize: Int

  init(_ input: UnsafeBufferPointer<UInt8>) {
    let choice = input.first ?? 0
    page = UnsafeBufferPointer(rebasing: input.dropFirst())
    element = Self.contexts[Int(choice & 15) % Self.contexts.count]
    pieceSize = 1 + Int(choice >> 4) * 3
  }

  /// Parses it whole and in pieces.
  func run() {
    let tree = parse(pieceSize: max(page.count, 1))
    TreeInvariants(tree).check()
    // Where the input is cut must not matter.
    let again = parse(pieceSize: pieceSize)
    expect(tree.hasSameNodes(as: again), "the tree depends on how the input is cut")
    if !element.isEmpty { checkBesideAnother(tree) }
  }

  /// Of several fragments in one tree, none leaves anything to the next.
  private func checkBesideAnother(_ alone: HTMLTree) {
    // What stands one level deeper comes to the limit of depth earlier, and some contexts are no elements of HTML.
    guard element != "svg", !alone.notices.contains(.nestingFlattened) else { return }
    var parser = HTMLFragmentParser(in: element)
    for _ in 0..<2 { parser.parse(page) }
    let tree = parser.finish()
    guard !tree.notices.contains(.nestingFlattened) else { return }
    for root in tree.children(of: .document) {
      let isSame = alone.nodes.dropFirst().allSatisfy { node in
        let other = HTMLNode(root.offset + node.offset)
        return other < tree.subtreeEnd(of: root) && alone.kind(of: node) == tree.kind(of: other)
          && alone.string(of: node) == tree.string(of: other)
          && alone.spelling(of: alone.name(of: node)) == tree.spelling(of: tree.name(of: other))
          && alone.attributes(of: node).map(\.value) == tree.attributes(of: other).map(\.value)
      }
      expect(isSame && tree.subtreeEnd(of: root).offset - root.offset == alone.count, "a fragment changed the next")
    }
  }

  /// The tree of the page or fragment fed in pieces.
  private func parse(pieceSize: Int) -> HTMLTree {
    var parser = element.isEmpty ? HTMLParser() : HTMLParser(fragmentIn: element)
    var start = 0
    while start < page.count {
      let end = min(page.count, start + pieceSize)
      parser.feed(UnsafeBufferPointer(rebasing: page[start..<end]))
      start = end
    }
    return parser.finish()
  }
}
