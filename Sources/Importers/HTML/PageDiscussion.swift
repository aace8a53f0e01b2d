import DocumentModel
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
    let seen = SeenText(tree)
    let said = seen.count(of: nodes)
    let end = tree.subtreeEnd(of: last)
    for node in tree.ancestors(of: first) {
      guard tree.kind(of: node) == .element, !tree.isElement(node, .body), !tree.isElement(node, .html) else { return }
      // Not yet around all of them.
      if tree.subtreeEnd(of: node) < end { continue }
      let isCalledSo = PartHints(tree.attribute(.class, of: node) ?? []).union(
        PartHints(tree.attribute(.id, of: node) ?? [])
      )
      .contains(.discussion)
      let others = seen.count(of: node) - said
      guard others <= (isCalledSo ? Self.fewBytesOfDiscussion : Self.fewBytes) else { return }
      area.insert(node)
    }
  }
}

/// How much text of a page may be seen.
private struct SeenText {
  private let tree: HTMLTree
  /// What a browser runs or draws by.
  private let unseen: [HTMLNode]

  /// - Complexity: O(size of the page)
  init(_ tree: HTMLTree) {
    self.tree = tree
    unseen = tree.nodes.filter { tree.isElement($0, .script) || tree.isElement($0, .style) }
  }

  /// The bytes of text in elements some of which stand in others.
  func count(of nodes: [HTMLNode]) -> Int {
    var end = HTMLNode.document
    var count = 0
    for node in nodes.sorted() where node >= end {
      count += self.count(of: node)
      end = tree.subtreeEnd(of: node)
    }
    return count
  }

  /// The bytes of text below a node.
  ///
  /// - Complexity: O(log size of the page) and O(number of scripts in it)
  func count(of node: HTMLNode) -> Int {
    let end = tree.subtreeEnd(of: node)
    let inner = unseen[unseen.partition { $0 <= node }...].prefix { $0 < end }
    return tree.textRange(of: node).count - inner.reduce(0) { $0 + tree.textRange(of: $1).count }
  }
}
