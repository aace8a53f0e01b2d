import DocumentModel

/// A block that others stand in, from its start tag on. The builder hears of it when there is something in it.
struct BlockContainer {
  enum Kind {
    case list(isOrdered: Bool)
    case item
    case quotation(Statement)
    /// `spans`: for each column, how many more rows a cell above takes there.
    case table(spans: [Int], isReady: Bool)
    /// `column`: the next one.
    case row(column: Int)
    case cell
    case figure(Figure)
    case footnote(Footnote)
    case signature
  }

  /// What a block's own text is made of.
  enum OwnText {
    /// Of nothing: paragraphs in it are blocks of their own.
    case none
    /// Of the first paragraph.
    case first
    /// Of the paragraph that is all there is in it.
    case only
  }

  var kind: Kind
  /// Whether the builder knows of something in it, its own text included.
  var hasContents = false
  /// Whether the quotation has several elements around it, the inner one of which is still to come.
  var isWrapper = false
  /// The bytes of the page's text that a quotation quotes.
  var words: Range<Int>?

  init(_ kind: Kind) { self.kind = kind }

  var ownText: OwnText {
    switch kind {
    case .list, .table, .row, .figure: .none
    case .item, .cell, .footnote: .first
    case .quotation, .signature: .only
    }
  }

  var isRow: Bool { if case .row = kind { true } else { false } }
  var isTable: Bool { if case .table = kind { true } else { false } }
  var isQuotation: Bool { if case .quotation = kind { true } else { false } }
  /// Whether it is a table none of whose rows has begun: what stands in it stands before it.
  var isWaiting: Bool { if case .table(_, false) = kind { true } else { false } }
}
