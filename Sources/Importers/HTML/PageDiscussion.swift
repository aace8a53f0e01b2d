import HTMLParsing

/// The discussion of a page, and the parts of the page that belong to it.
struct PageDiscussion {
  let thread: PageThread
  /// The elements that hold it: what is in them is no part of an article.
  private(set) var area: NodeSet

  /// Words around contributions are the discussion's own, headings and forms, as long as they are few.
  private static let fewBytes = 120
  /// The same in elements that are called a discussion.
  private static let fewBytesOfDiscussion = 1500

  /// The discussion of a page; `nil` when there is none.
  ///
  /// - Parameter usesEngines: whether the descriptions of engines are tried before the page's own repetition.
  /// - Complexity: O(size of the page)
  static func find(in tree: HTMLTree, usesEngines: Bool) -> PageDiscussion? {
    PageThread.find(in: tree, engines: usesEngines ? ThreadEngine.all : []).map { PageDiscussion($0, in: tree) }
  }

  /// - Complexity: O(contributions) and O(depth × parts of the page around them)
  init(_ thread: PageThread, in tree: HTMLTree) {
    self.thread = thread
    area = NodeSet(of: tree)
    let nodes = thread.records.map(\.node) + (thread.opening.map { [$0.node] } ?? [])
    area.formUnion(nodes)
    guard let first = nodes.min(), let last = nodes.max() else { return }
    let said = Self.bytes(of: nodes, in: tree)
    let end = tree.subtreeEnd(of: last)
    for node in tree.ancestors(of: first) {
      guard tree.kind(of: node) == .element, !tree.isElement(node, .body), !tree.isElement(node, .html) else { return }
      // Not yet around all of them.
      if tree.subtreeEnd(of: node) < end { continue }
      let isCalledSo = PartHints(tree.attribute(.class, of: node) ?? []).union(
        PartHints(tree.attribute(.id, of: node) ?? [])
      )
      .contains(.discussion)
      let others = Self.bytes(in: node, of: tree) - said
      guard others <= (isCalledSo ? Self.fewBytesOfDiscussion : Self.fewBytes) else { return }
      area.insert(node)
    }
  }

  /// The bytes of text in elements some of which stand in others.
  private static func bytes(of nodes: [HTMLNode], in tree: HTMLTree) -> Int {
    var end = HTMLNode.document
    var count = 0
    for node in nodes.sorted() where node >= end {
      count += bytes(in: node, of: tree)
      end = tree.subtreeEnd(of: node)
    }
    return count
  }

  /// The bytes of text that may be seen.
  private static func bytes(in node: HTMLNode, of tree: HTMLTree) -> Int {
    var count = tree.textRange(of: node).count
    for inner in tree.descendants(of: node) where tree.isElement(inner, .script) || tree.isElement(inner, .style) {
      count -= tree.textRange(of: inner).count
    }
    return count
  }
}
