import DocumentModel

extension FoldState {
  /// All there is to know about the folds of a document: the rule, and what is otherwise than it says.
  package struct Parts: Hashable, Sendable {
    /// Comments of this depth or more are folded unless they are exceptions; `nil` folds none.
    package var level: Int?
    /// The comments that are exceptions, by their numbers, ascending.
    package var comments: [Int] = []
    /// The sections and articles that are folded.
    package var sections: Set<NodeIndex> = []
    /// The quotations that are otherwise than the rule for long ones says.
    package var quotations: Set<NodeIndex> = []
    /// While quoted text is hidden, the quotations that are shown all the same; `nil` while it is not.
    package var shownQuotations: Set<NodeIndex>?

    /// Nothing folded but comments from depth `level` on.
    package init(level: Int? = nil) { self.level = level }
  }

  /// What the folds consist of.
  ///
  /// - Complexity: O(number of comments / 64 + number of exceptions)
  package var parts: Parts {
    var parts = Parts(level: level)
    for (index, bits) in exceptions.enumerated() {
      var bits = bits
      while bits != 0 {
        parts.comments.append(index * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    parts.sections = sections
    parts.quotations = quotations.exceptions
    parts.shownQuotations = quotations.shown
    return parts
  }

  /// The same rule for long quotations, and everything else as `parts` say.
  ///
  /// - Complexity: that of ``parts``
  package func replacing(with parts: Parts) -> FoldState {
    var folds = self
    folds.level = parts.level
    folds.exceptions = []
    if let last = parts.comments.last { folds.exceptions = Array(repeating: 0, count: last / 64 + 1) }
    for comment in parts.comments { folds.exceptions[comment >> 6] |= 1 << UInt64(comment & 63) }
    folds.sections = parts.sections
    folds.quotations.exceptions = parts.quotations
    folds.quotations.shown = parts.shownQuotations
    return folds
  }
}
