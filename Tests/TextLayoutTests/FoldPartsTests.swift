import DocumentModel
import TestSupport
import Testing
import TextLayout

/// Folds taken apart and put together again.
@Suite struct FoldPartsTests {
  @Test(arguments: 0..<100)
  func partsAreTheWhole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let document = Document(seed: seed, size: 40)
    var folds = FoldState(level: random.chance(40) ? 1 : nil, foldsLongQuotations: true)
    for node in document.nodes where random.chance(30) { folds.setFolded(random.chance(60), node, in: document) }
    if random.chance(30) { folds.toggleQuotedText() }
    let parts = folds.parts
    #expect(FoldState(foldsLongQuotations: true).replacing(with: parts) == folds)
    #expect(parts.comments == parts.comments.sorted())
    for (index, _) in document.comments.enumerated() {
      let node = document.node(ofComment: index)
      let follows = parts.level.map { document.commentDepth(of: node) ?? 0 >= $0 } ?? false
      #expect(folds.isFolded(node, in: document) == (follows != parts.comments.contains(index)))
    }
  }

  @Test(arguments: 0..<100)
  func newCommentsAreThoseOfAPlainList(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let document = Document(seed: seed, size: 40)
    let comments = document.comments.indices.map { document.node(ofComment: $0) }
    let nodes = comments.filter { _ in random.chance(40) }
    let new = NewComments(nodes)
    for node in document.nodes {
      #expect(new.contains(node) == nodes.contains(node))
      #expect(new.next(after: node) == nodes.first { $0 > node })
      #expect(new.last(before: node) == nodes.last { $0 < node })
    }
  }
}
