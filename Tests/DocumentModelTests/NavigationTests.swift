import DocumentModel
import TestSupport
import Testing

/// Navigation as it can be read off the parents alone, without a thought for speed.
private struct Tree {
  let document: Document
  let nodes: [NodeIndex]
  let above: [NodeIndex: NodeIndex]

  init(_ document: Document) {
    self.document = document
    nodes = Array(document.nodes)
    var above: [NodeIndex: NodeIndex] = [:]
    for node in nodes { above[node] = document.parent(of: node) }
    self.above = above
  }

  func chain(_ node: NodeIndex) -> [NodeIndex] {
    var chain = [node]
    while let next = above[chain[chain.count - 1]] { chain.append(next) }
    return chain
  }
  func children(_ node: NodeIndex) -> [NodeIndex] { nodes.filter { above[$0] == node } }
  func subtree(_ node: NodeIndex) -> [NodeIndex] { nodes.filter { chain($0).contains(node) } }
  func siblings(_ node: NodeIndex) -> [NodeIndex] { above[node].map(children) ?? [node] }
  func comments(above node: NodeIndex) -> [NodeIndex] { chain(node).filter { document[$0].isComment } }
  /// The comment's node and its own blocks.
  func own(_ comment: NodeIndex) -> [NodeIndex] { subtree(comment).filter { comments(above: $0).first == comment } }

  /// What each node adds to the text: its own and `\n`, and what ends the cells and rows that end with it.
  var contributions: [String] {
    var parts = nodes.map { document.hasText($0) ? document.string(in: document.textRange(of: $0)) + "\n" : "" }
    for node in nodes.reversed() {
      let last = subtree(node).count - 1 + node.offset
      let whole = parts[node.offset...last].joined()
      if document[node] == .tableCell {
        if whole.hasSuffix("\n"), !whole.hasSuffix("\t\n"), let end = parts[...last].lastIndex(where: { $0 != "" }) {
          parts[end] = parts[end].dropLast() + "\t"
        } else {
          parts[last] += "\t"
        }
      } else if document[node] == .tableRow, whole.hasSuffix("\t") {
        parts[last] += "\n"
      }
    }
    return parts
  }
}

@Suite("Navigation agrees with what the parents say")
struct NavigationTests {
  private static let seeds = Array<UInt64>(0..<300)

  @Test("Steps between nodes", arguments: seeds)
  func steps(seed: UInt64) {
    let document = Document(seed: seed)
    let tree = Tree(document)
    #expect(tree.nodes.count == document.count)
    #expect(tree.above[.document] == nil)
    for node in tree.nodes {
      let subtree = tree.subtree(node)
      let siblings = tree.siblings(node)
      let place = siblings.firstIndex(of: node) ?? 0
      #expect(node == .document || tree.above[node].map { $0 < node } == true)
      #expect(document.contains(node))
      #expect(document.subtreeEnd(of: node) == subtree.last?.next)
      #expect(subtree == Array(tree.nodes[node.offset..<document.subtreeEnd(of: node).offset]))
      #expect(document.firstChild(of: node) == tree.children(node).first)
      #expect(Array(document.children(of: node)) == tree.children(node))
      #expect(document.nextSibling(of: node) == (place + 1 < siblings.count ? siblings[place + 1] : nil))
      #expect(document.previousSibling(of: node) == (place > 0 ? siblings[place - 1] : nil))
      #expect(Array(document.ancestors(ofAndIncluding: node)) == tree.chain(node))
    }
    #expect(!document.contains(document.endNode))
    #expect(!document.contains(NodeIndex.document.previous))
  }

  @Test("One node and another", arguments: seeds.prefix(60))
  func pairs(seed: UInt64) {
    let document = Document(seed: seed, size: 8)
    let tree = Tree(document)
    for node in tree.nodes {
      let chain = tree.chain(node)
      for other in tree.nodes {
        #expect(document.isNode(node, within: other) == chain.contains(other))
        let child = chain.firstIndex(of: other).flatMap { $0 > 0 ? chain[$0 - 1] : nil }
        #expect(document.child(of: other, towards: node) == child)
      }
    }
  }

  @Test("Comments and what folds", arguments: seeds)
  func comments(seed: UInt64) {
    let document = Document(seed: seed)
    let tree = Tree(document)
    let comments = tree.nodes.filter { document[$0].isComment }
    #expect(document.discussion == tree.nodes.first { document[$0] == .discussion })
    #expect(comments.count == document.comments.count)
    for (index, comment) in comments.enumerated() {
      #expect(document.node(ofComment: index) == comment)
      #expect(document.comment(at: comment) == document.comments[index])
      #expect(document.commentDepth(of: comment) == tree.comments(above: comment).count - 1)
      #expect(document.parentComment(of: comment) == tree.comments(above: comment).dropFirst().first)
      #expect(document.replyCount(of: comment) == tree.subtree(comment).count { document[$0].isComment } - 1)
      #expect(document.ownEnd(ofComment: comment) == tree.own(comment).last?.next)
    }
    for node in tree.nodes {
      #expect(document.enclosingComment(of: node) == tree.comments(above: node).first)
      #expect(document.lastComment(atOrBefore: node) == comments.lastIndex { $0 <= node })
      #expect(document.foldable(enclosing: node) == tree.chain(node).first { document[$0].isFoldable })
      guard !document[node].isComment else { continue }
      #expect(document.comment(at: node) == nil)
      #expect(document.commentDepth(of: node) == nil)
      #expect(document.parentComment(of: node) == nil)
      #expect(document.replyCount(of: node) == 0)
    }
  }

  @Test("Text and spans", arguments: seeds)
  func text(seed: UInt64) {
    let document = Document(seed: seed)
    let tree = Tree(document)
    let contributions = tree.contributions
    func plain(_ nodes: [NodeIndex]) -> String { nodes.map { contributions[$0.offset] }.joined() }
    #expect(plain(tree.nodes) == document.string(in: 0..<document.text.count))
    #expect(
      plain(tree.nodes.filter { !($0 >= document.discussion ?? document.endNode) })
        == document.string(in: document.articleTextRange)
    )
    for node in tree.nodes {
      #expect(plain(tree.subtree(node)) == document.string(in: document.subtreeTextRange(of: node)))
      #expect(document.subtreeTextRange(of: node).lowerBound == document.textStart(of: node))
      let range = document.textRange(of: node)
      for offset in range { #expect(document.node(containingByte: offset) == node) }
      let spans = document.spans.filter { range.overlaps($0.bytes) }
      #expect(Array(document.spans(touching: range, from: range.lowerBound)) == spans)
      if document[node].isComment {
        #expect(plain(tree.own(node)) == document.string(in: document.plainTextRange(ofComment: node)))
      }
    }
  }
}
