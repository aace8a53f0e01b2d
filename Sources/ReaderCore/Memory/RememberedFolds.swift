import DocumentModel
import TextLayout

/// What is folded, as it is known again when the source is read again.
package struct RememberedFolds: Hashable, Sendable {
  /// See ``TextLayout/FoldState/Parts/level``.
  package var level: Int?
  /// The comments that are exceptions.
  package var comments: Set<UInt64> = []
  /// The sections and articles that are folded.
  package var sections: Set<StableBlock> = []
  /// The quotations that are otherwise than the rule for long ones says.
  package var quotations: Set<StableBlock> = []
  /// While quoted text is hidden, the quotations that are shown all the same; `nil` while it is not.
  package var shownQuotations: Set<StableBlock>?

  /// Nothing folded but comments from depth `level` on.
  package init(level: Int? = nil) { self.level = level }

  /// What `folds` are known by in `document`.
  ///
  /// - Complexity: O(number of comments / 64 + number of exceptions)
  package init(_ folds: FoldState, in document: Document) {
    let parts = folds.parts
    func blocks(_ nodes: Set<NodeIndex>) -> Set<StableBlock> { Set(nodes.map { StableBlock($0, in: document) }) }
    level = parts.level
    comments = Set(parts.comments.map { document.stableKey(ofComment: $0) })
    sections = blocks(parts.sections)
    quotations = blocks(parts.quotations)
    shownQuotations = parts.shownQuotations.map(blocks)
  }

  /// The comments that are asked about to find everything again.
  package var keys: Set<UInt64> {
    comments.union((sections.union(quotations).union(shownQuotations ?? [])).compactMap(\.comment))
  }

  /// `folds` with everything folded that can be found in `document`, where `comment` finds comments.
  package func folds(
    _ folds: FoldState,
    in document: Document,
    comment find: (UInt64) -> NodeIndex?
  ) -> FoldState {
    func nodes(_ blocks: Set<StableBlock>) -> Set<NodeIndex> {
      Set(blocks.compactMap { $0.node(in: document, comment: find) })
    }
    var parts = FoldState.Parts(level: level)
    parts.comments = comments.compactMap { find($0).flatMap { document[$0].commentIndex } }.sorted()
    parts.sections = nodes(sections).filter { document[$0].isFoldable && !document[$0].isComment }
    parts.quotations = nodes(quotations).filter { document[$0].isQuotation }
    parts.shownQuotations = shownQuotations.map { nodes($0).filter { document[$0].isQuotation } }
    return folds.replacing(with: parts)
  }

  /// What was folded and unfolded since `base`, made of what somebody else has stored meanwhile.
  ///
  /// Exceptions mean something by their rule only: where another one has been stored, whoever folded last has it their way.
  package func merged(into stored: RememberedFolds, since base: RememberedFolds) -> RememberedFolds {
    if self == base { return stored }
    guard level == base.level, stored.level == base.level else { return self }
    func merged<Key: Hashable>(_ stored: Set<Key>, _ mine: Set<Key>, _ base: Set<Key>) -> Set<Key> {
      stored.subtracting(base.subtracting(mine)).union(mine.subtracting(base))
    }
    var result = stored
    result.comments = merged(stored.comments, comments, base.comments)
    result.sections = merged(stored.sections, sections, base.sections)
    result.quotations = merged(stored.quotations, quotations, base.quotations)
    if shownQuotations != base.shownQuotations { result.shownQuotations = shownQuotations }
    return result
  }
}

extension Element {
  fileprivate var isQuotation: Bool {
    if case .quotation = self { true } else { false }
  }
}
