import HTMLParsing

/// What holds for every tree, whatever the page.
struct TreeInvariants {
  private let tree: HTMLTree

  /// The invariants of one tree.
  init(_ tree: HTMLTree) { self.tree = tree }

  /// Stops the program when one does not hold.
  func check() {
    let isWhole = tree.pageTextCount == tree.text.count + tree.ignoredTextCount
    expect(isWhole, "text in \(tree.pageTextCount), text out \(tree.text.count), ignored \(tree.ignoredTextCount)")
    expect(tree.parent(of: .document) == nil, "the document stands in something")
    expect(tree.subtreeEnd(of: .document).offset == tree.count, "there are nodes behind the document")
    expect(tree.textRange(of: .document) == 0..<tree.text.count, "there is text outside the document")
    expect(isUTF8(tree.text[...]), "the text is not UTF-8")
    var depths = [0]
    for node in tree.nodes.dropFirst() { depths.append(check(node, depths)) }
  }

  /// The depth of a node that is as it must be.
  private func check(_ node: HTMLNode, _ depths: [Int]) -> Int {
    guard let parent = tree.parent(of: node), parent < node else {
      expect(false, "node \(node.offset) stands in nothing before it")
      return 0
    }
    let (range, outer) = (tree.textRange(of: node), tree.textRange(of: parent))
    expect(node < tree.subtreeEnd(of: node), "node \(node.offset) ends before it begins")
    expect(tree.subtreeEnd(of: node) <= tree.subtreeEnd(of: parent), "node \(node.offset) ends behind its parent")
    expect(outer.lowerBound <= range.lowerBound && range.upperBound <= outer.upperBound, "text of \(node.offset)")
    let isLeaf = tree.firstChild(of: node) == nil
    switch tree.kind(of: node) {
    case .text: expect(isLeaf && !range.isEmpty, "text node \(node.offset)")
    case .comment: expect(isLeaf && range.isEmpty && isUTF8(tree.comment(node)), "comment \(node.offset)")
    case .doctype: expect(isLeaf && range.isEmpty, "doctype \(node.offset)")
    case .templateContents: expect(tree.isElement(parent, .template), "contents \(node.offset)")
    case .element:
      expect(tree.attributes(of: node).allSatisfy { isUTF8($0.value) }, "attributes of \(node.offset)")
      expect(!isLeaf || range.isEmpty, "an empty element with text, \(node.offset)")
    case .document: expect(false, "a second document")
    }
    let depth = depths[parent.offset] + 1
    expect(depth <= HTMLTree.depthLimit, "node \(node.offset) is \(depth) deep")
    return depth
  }

  private func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}

extension HTMLTree {
  /// Whether two trees have the same nodes, attributes and text.
  func hasSameNodes(as other: HTMLTree) -> Bool {
    guard count == other.count, text == other.text, quirksMode == other.quirksMode else { return false }
    return nodes.allSatisfy { node in
      kind(of: node) == other.kind(of: node) && parent(of: node) == other.parent(of: node)
        && namespace(of: node) == other.namespace(of: node)
        && textRange(of: node) == other.textRange(of: node)
        && spelling(of: name(of: node)) == other.spelling(of: other.name(of: node))
        && comment(node) == other.comment(node)
        && attributes(of: node).map { spelling(of: $0.name) }
          == other.attributes(of: node).map { other.spelling(of: $0.name) }
        && attributes(of: node).map(\.value) == other.attributes(of: node).map(\.value)
    }
  }
}
