import DocumentModel
import TestSupport
import Testing
import TextLayout

/// Folds as a set of folded nodes, asked by looking at every ancestor: the brute-force twin.
private struct FoldSetTwin {
  let document: Document
  var folded: Set<NodeIndex> = []

  /// The comments that pass a filter; `nil`: all of them.
  var matches: Set<NodeIndex>?

  func isHidden(_ node: NodeIndex) -> Bool {
    isLeftOut(node) || document.ancestors(ofAndIncluding: node).dropFirst().contains { folded.contains($0) }
  }

  /// Of the article nothing is shown, of a comment that does not match its head line where a match stands below it.
  func isLeftOut(_ node: NodeIndex) -> Bool {
    guard let matches, let discussion = document.discussion, node != .document, node != discussion else { return false }
    guard let comment = document.enclosingComment(of: node) else { return true }
    if matches.contains(comment) { return false }
    return node != comment || !matches.contains { document.isNode($0, within: comment) }
  }

  var visible: [NodeIndex] { document.nodes.filter { !isHidden($0) } }

  mutating func setFolded(_ isFolded: Bool, _ node: NodeIndex) {
    if isFolded { folded.insert(node) } else { folded.remove(node) }
  }

  mutating func setLevel(_ level: Int?) {
    for node in document.nodes {
      guard let depth = document.commentDepth(of: node) else { continue }
      setFolded(level.map { depth >= $0 } ?? false, node)
    }
  }
}

@Suite struct FoldStateTests {
  /// What is visible, from each node to the next.
  private static func walkDown(_ layout: DocumentLayout) -> [NodeIndex] {
    let document = layout.document
    return Array(
      sequence(first: .document) { layout.folds.nextVisible(after: $0, in: document) }.prefix { $0 < document.endNode }
    )
  }

  /// What is visible, from each node to the one before.
  private static func walkUp(_ layout: DocumentLayout) -> [NodeIndex] {
    Array(
      sequence(state: layout.document.endNode) { (node: inout NodeIndex) -> NodeIndex? in
        guard let previous = layout.previousVisible(before: node) else { return nil }
        node = previous
        return previous
      }
    )
  }

  @Test(arguments: 0..<150)
  func agreesWithASetOfFoldedNodes(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = Document(seed: UInt64(seed), size: 12)
    var layout = DocumentLayout(
      document,
      geometry: LayoutGeometry(window: 80),
      folds: FoldState(level: generator.chance(30) ? 1 : nil)
    )
    var twin = FoldSetTwin(document: document)
    twin.setLevel(layout.folds.level)
    let foldable = document.nodes.filter { document[$0].isFoldable }
    for _ in 0..<25 {
      if generator.chance(10), let node = document.nodes.map({ $0 }).randomElement(using: &generator) {
        layout.folds.reveal(node, in: document)
        for ancestor in document.ancestors(ofAndIncluding: node).dropFirst() { twin.folded.remove(ancestor) }
      } else if generator.chance(10), let comment = foldable.last(where: { document[$0].isComment }) {
        layout.folds.foldThread(of: comment, in: document)
        for ancestor in document.ancestors(ofAndIncluding: comment) where document[ancestor].isComment {
          twin.folded.insert(ancestor)
        }
      } else if foldable.isEmpty || generator.chance(20) {
        let level = generator.chance(30) ? nil : Int.random(in: 0...3, using: &generator)
        layout.folds.setLevel(level)
        twin.setLevel(level)
      } else {
        let node = generator.pick(foldable)
        let isFolded = generator.chance(60)
        layout.folds.setFolded(isFolded, node, in: document)
        twin.setFolded(isFolded, node)
      }
      let visible = twin.visible
      #expect(Self.walkDown(layout) == visible)
      #expect(Self.walkUp(layout).reversed() == visible)
      for node in document.nodes {
        #expect(layout.folds.isFolded(node, in: document) == twin.folded.contains(node))
        let hider = document.ancestors(ofAndIncluding: node).dropFirst().filter { twin.folded.contains($0) }.last
        #expect(layout.hider(of: node) == hider)
      }
    }
  }

  @Test func aFoldInsideAFoldIsRemembered() {
    let document = Document(sketch: "@a\n  One.\n  @b\n    Two.\n    @c\n      Three.")
    let (a, b) = (document.node(ofComment: 0), document.node(ofComment: 1))
    var folds = FoldState()
    folds.setFolded(true, b, in: document)
    folds.setFolded(true, a, in: document)
    folds.setFolded(false, a, in: document)
    #expect(folds.isFolded(b, in: document))
  }

  @Test(
    "What a filter lets through, and how one goes from there to there, agrees with looking at every node",
    arguments: 0..<150
  )
  func filters(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = Document(seed: UInt64(seed), size: 14)
    let comments = Array(document.comments.indices)
    guard !comments.isEmpty else { return }
    var twin = FoldSetTwin(document: document)
    var matching = comments.filter { _ in generator.chance(30) }
    if matching.isEmpty { matching = [generator.pick(comments)] }
    twin.matches = Set(matching.map(document.node(ofComment:)))
    var layout = DocumentLayout(document, geometry: LayoutGeometry(window: 80))
    layout.folds = layout.folds.filtered(by: CommentFilter(matching.map(Int32.init), in: document))
    for step in 0..<12 {
      if step > 0 {
        let node = document.node(ofComment: generator.pick(comments))
        if generator.chance(30) {
          layout.folds.reveal(node, in: document)
          twin.matches?.insert(node)
          for ancestor in document.ancestors(ofAndIncluding: node).dropFirst() { twin.folded.remove(ancestor) }
        } else if twin.matches?.contains(node) == true {
          let isFolded = generator.chance(60)
          layout.folds.setFolded(isFolded, node, in: document)
          twin.setFolded(isFolded, node)
        }
      }
      let visible = twin.visible
      #expect(Self.walkDown(layout) == visible)
      #expect(Self.walkUp(layout).reversed() == visible)
      for node in document.nodes {
        #expect((layout.hider(of: node) != nil) == twin.isHidden(node))
        if let hider = layout.hider(of: node) { #expect(visible.contains(hider)) }
        guard let hidden = layout.hiddenNodes(around: node) else { continue }
        #expect(hidden.contains(node))
        for offset in hidden.lowerBound.offset..<hidden.upperBound.offset {
          #expect(twin.isHidden(NodeIndex(offset)))
        }
      }
      for node in visible where document[node].isComment {
        let siblings = document.parent(of: node).map { Array(document.children(of: $0)) } ?? []
        let shown = siblings.filter { document[$0].isComment && !twin.isLeftOut($0) }
        let index = shown.firstIndex(of: node) ?? 0
        #expect(layout.sibling(of: node, isNext: true) == shown.dropFirst(index + 1).first)
        #expect(layout.sibling(of: node, isNext: false) == (index > 0 ? shown[index - 1] : nil))
      }
    }
  }
}
