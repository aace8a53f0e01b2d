/// A stretch of one line that has one role.
package struct Run: Hashable, Sendable {
  /// Where the glyphs come from.
  package enum Content: Hashable, Sendable {
    /// Bytes of the document's text: what search and highlights can find again.
    case document(Range<Int>)
    /// Words of the program's own: marks, guides, facts of a head line.
    case literal(String)
  }

  /// Where the glyphs come from.
  package var content: Content
  /// What the stretch is.
  package var role: Role
  /// How many columns it takes.
  package var columns: Int

  /// Bytes of the document that take `columns` columns.
  package init(_ bytes: Range<Int>, role: Role, columns: Int) {
    content = .document(bytes)
    self.role = role
    self.columns = columns
  }

  /// Words of the program's own that take `columns` columns.
  package init(_ literal: String, role: Role, columns: Int) {
    content = .literal(literal)
    self.role = role
    self.columns = columns
  }
}

/// One line of laid-out text: runs from left to right.
package struct LayoutLine: Hashable, Sendable {
  /// The runs, without gaps, from the left edge of the text column.
  package var runs: [Run]

  /// A line of `runs`.
  package init(_ runs: [Run] = []) { self.runs = runs }

  /// How many columns the line takes.
  package var columns: Int { runs.reduce(0) { $0 + $1.columns } }
}
