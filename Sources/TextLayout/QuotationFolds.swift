import DocumentModel

/// Which quotations are folded: the long ones, or all while quoted text is hidden; and exceptions, as many as were made by hand.
struct QuotationFolds: Hashable, Sendable {
  /// Whether long quotations are folded unless they are exceptions.
  private let foldsLong: Bool
  /// Quotations that are otherwise than the rule says.
  var exceptions: Set<NodeIndex> = []
  /// While quoted text is hidden, the quotations that are shown all the same; `nil` while it is not.
  var shown: Set<NodeIndex>?

  /// The folds of a document that was just opened.
  init(foldsLong: Bool) { self.foldsLong = foldsLong }

  /// Whether no quotation is folded.
  var isEmpty: Bool { shown == nil && !foldsLong && exceptions.isEmpty }

  /// Whether all quoted text is hidden.
  var areHidden: Bool { shown != nil }

  /// Whether a quotation is folded.
  ///
  /// - Complexity: O(1)
  func isFolded(_ node: NodeIndex, in document: Document) -> Bool {
    if isEmpty { return false }
    // A row of a table shows all that is in it.
    guard !document.words(of: node).isEmpty, document.outermostRow(around: node) == nil else { return false }
    if let shown { return !shown.contains(node) }
    return (foldsLong && Self.isLong(node, in: document)) != exceptions.contains(node)
  }

  /// Whether a quotation is one of those that the rule folds.
  func isAmongLong(_ node: NodeIndex, in document: Document) -> Bool {
    foldsLong && document.outermostRow(around: node) == nil && Self.isLong(node, in: document)
  }

  /// Folds a quotation that is shown, or shows one that is folded.
  mutating func toggle(_ node: NodeIndex, in document: Document) {
    guard !document.words(of: node).isEmpty, document.outermostRow(around: node) == nil else { return }
    if shown != nil { shown?.formSymmetricDifference([node]) } else { exceptions.formSymmetricDifference([node]) }
  }

  /// Hides all quotations, or shows those that were shown before.
  mutating func toggle() { shown = shown == nil ? [] : nil }

  /// The same folds where each node has become `node` of another document, or is gone.
  func moved(_ node: (NodeIndex) -> NodeIndex?) -> QuotationFolds {
    var moved = self
    moved.exceptions = Set(exceptions.compactMap(node))
    moved.shown = shown.map { Set($0.compactMap(node)) }
    return moved
  }
}

extension QuotationFolds {
  /// A quotation of more characters than this is long: seven lines of 72 columns.
  private static let mostCharacters = 504
  /// A quotation of more blocks than this is long.
  private static let mostBlocks = 10

  /// Whether a quotation is long: folded unless the reader wants to see it. Does not depend on the width, so that nothing folds when
  /// a window changes its size.
  ///
  /// - Complexity: O(1)
  static func isLong(_ node: NodeIndex, in document: Document) -> Bool {
    if document.subtreeEnd(of: node).offset - node.offset > mostBlocks { return true }
    let bytes = document.subtreeTextRange(of: node)
    // A character has at most four bytes.
    if bytes.count <= mostCharacters { return false }
    if bytes.count > mostCharacters * 4 { return true }
    return document.text[bytes].reduce(into: 0) { if $1 & 0xc0 != 0x80 { $0 += 1 } } > mostCharacters
  }
}
