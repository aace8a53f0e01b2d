import DocumentModel
import HTMLParsing

/// The text of a page in blocks, and how much of it stands in each part: one pass, the discussion left out.
struct ArticleSurvey {
  let tree: HTMLTree
  /// In the order of the page.
  private(set) var blocks: [TextBlock] = []
  /// Sums over all blocks before each.
  private var lengths: [Int] = []
  private var links: [Int] = []
  private var proses: [Int] = []

  /// Looks through what is shown below `root`.
  ///
  /// - Parameter discussion: elements that belong to the discussion; nothing in them counts.
  /// - Complexity: O(nodes and bytes outside of the discussion)
  init(_ tree: HTMLTree, below root: HTMLNode, without discussion: NodeSet) {
    self.tree = tree
    var parts = PageParts(tree)
    var open: [Place] = []
    var isNew = true
    var node = root
    let end = tree.subtreeEnd(of: root)
    while node < end {
      while let last = open.last, last.end <= node {
        isNew = isNew || last.isBlock
        open.removeLast()
      }
      switch tree.kind(of: node) {
      case .element:
        if node != root, discussion.contains(node) || isUnseen(node) {
          isNew = true
          node = tree.subtreeEnd(of: node)
          continue
        }
        open.append(Place(node, in: tree, under: open.last, parts.hints(of: node)))
        isNew = isNew || open[open.count - 1].isBlock
      case .text: if let place = open.last { add(node, at: place, isNew: &isNew) }
      case .document: break
      case .doctype, .comment, .templateContents:
        node = tree.subtreeEnd(of: node)
        continue
      }
      node = node.next
    }
    sum()
  }

  /// Takes note that what stands in elements leads elsewhere: it is no running text.
  ///
  /// - Complexity: O(blocks)
  mutating func discount(_ teasers: [HTMLNode]) {
    if teasers.isEmpty { return }
    for teaser in teasers { for index in blocks(of: teaser) { blocks[index].isTeaser = true } }
    sum()
  }

  private mutating func sum() {
    lengths = [0]
    links = [0]
    proses = [0]
    for block in blocks {
      lengths.append(lengths[lengths.count - 1] + block.length)
      links.append(links[links.count - 1] + block.linkLength)
      proses.append(proses[proses.count - 1] + block.prose)
    }
  }

  /// What holds more text is no caption, whatever it is called, in bytes: some tell their whole story below pictures.
  private static let longestCaption = 1500
  private static let longestFigureCaption = 300

  /// What the elements around a text say about it.
  private struct Place {
    var end: HTMLNode
    var isCaption: Bool
    var block: HTMLNode
    var isBlock: Bool
    var isLink: Bool
    var isHeading: Bool

    init(_ node: HTMLNode, in tree: HTMLTree, under outer: Place?, _ hints: PartHints) {
      let kind = tree.namespace(of: node) == .html ? ElementKind(tree.name(of: node)) : .inline
      end = tree.subtreeEnd(of: node)
      switch kind {
      case .inline, .strong, .emphasis, .code, .inlineQuotation, .link, .lineBreak, .image, .ruby, .rubyText:
        isBlock = tree.isDisplayedAsBlock(node)
      default: isBlock = true
      }
      block = isBlock ? node : outer?.block ?? node
      isLink = kind == .link && tree.attribute(.href, of: node) != nil || outer?.isLink ?? false
      isHeading = kind == .heading || outer?.isHeading ?? false
      isCaption =
        kind == .figureCaption && tree.textRange(of: node).count <= ArticleSurvey.longestFigureCaption
        || hints.contains(.caption) && tree.textRange(of: node).count <= ArticleSurvey.longestCaption
        || outer?.isCaption ?? false
    }
  }

  private func isUnseen(_ node: HTMLNode) -> Bool {
    guard tree.namespace(of: node) == .html else { return true }
    switch ElementKind(tree.name(of: node)) {
    case .hidden, .embedded: return true
    default: return tree.isHidden(node)
    }
  }

  private mutating func add(_ node: HTMLNode, at place: Place, isNew: inout Bool) {
    let range = tree.textRange(of: node)
    let (length, marks, digits) = tree.text.withUnsafeBufferPointer { Self.measure($0[range]) }
    guard length > 0 else { return }
    if isNew || blocks.isEmpty {
      blocks.append(
        TextBlock(element: place.block, nodes: node..<node.next, isHeading: place.isHeading, isCaption: place.isCaption)
      )
      isNew = false
    }
    let index = blocks.count - 1
    blocks[index].nodes = blocks[index].nodes.lowerBound..<node.next
    blocks[index].length += length
    blocks[index].marks += marks
    blocks[index].digits += digits
    if place.isLink { blocks[index].linkLength += length }
  }

  /// How much there is to read in a text, and how many commas and ends of sentences.
  private static func measure(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (
    length: Int, marks: Int, digits: Int
  ) {
    var length = 0
    var marks = 0
    var digits = 0
    var last: UInt8 = 0
    for byte in text {
      if byte > 0x20, byte & 0xc0 != 0x80 { length += byte < 0xe3 || byte >= 0xf0 ? 1 : 2 }
      switch byte {
      case UInt8(ascii: ","): marks += 1
      case 0x30...0x39: digits += 1
      // A full stop in a number or an address ends nothing.
      case 0x20, 0x0a:
        if last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: "!") { marks += 1 }
      // Of 、 。 ， ！ the first bytes do: other characters there are rare in labels.
      case 0x80...0x82: if last == 0x80 { marks += 1 }
      default: break
      }
      last = byte
    }
    if last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: "!") { marks += 1 }
    return (length, marks, digits)
  }

  // MARK: Asking

  /// The blocks below a node, as indices.
  ///
  /// - Complexity: O(log number of blocks)
  func blocks(of node: HTMLNode) -> Range<Int> { first(from: node)..<first(from: tree.subtreeEnd(of: node)) }

  /// The first block at or behind a node.
  func first(from node: HTMLNode) -> Int { blocks.partition { $0.nodes.lowerBound < node } }

  /// How much there is to read in blocks.
  func length(of range: Range<Int>) -> Int { lengths[range.upperBound] - lengths[range.lowerBound] }

  /// How much of that is links.
  func linkLength(of range: Range<Int>) -> Int { links[range.upperBound] - links[range.lowerBound] }

  /// How much of it is running text.
  func prose(of range: Range<Int>) -> Int { proses[range.upperBound] - proses[range.lowerBound] }

  /// How much running text there is below a node.
  func prose(of node: HTMLNode) -> Int { prose(of: blocks(of: node)) }

  /// How much running text there is below nodes of which none stands in another.
  func prose(of nodes: [HTMLNode]) -> Int { nodes.reduce(0) { $0 + prose(of: $1) } }
}
