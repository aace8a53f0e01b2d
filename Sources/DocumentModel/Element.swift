/// What a node is.
///
/// One vocabulary for article and thread: a paragraph in a reply is the same kind of thing as a paragraph in the article.
package enum Element: Hashable, Sendable {
  /// The root. Its facts are the document's ``Metadata``.
  case document
  /// A heading and all that stands under it, up to the next heading of its level or above.
  case section
  /// A heading; `level` is 1–6, 1 the most important.
  case heading(level: Int)
  /// Running text.
  case paragraph
  /// A statement set apart in the article; `statement` indexes ``Document/statements``.
  case pullQuote(statement: Int)
  /// A statement quoted in a comment, or inside another block; `statement` indexes ``Document/statements``.
  case quotation(statement: Int)
  /// A list; an ordered one counts from 1.
  case list(ordered: Bool)
  /// One entry of a list: its text, then whatever blocks it contains.
  case listItem
  /// Preformatted text, lines kept as they are. Its language is ``Document/language(ofCode:)``.
  case code
  /// A line that separates.
  case rule
  /// A table: its rows are the nodes directly below it.
  case table
  /// A row of a table: its cells are the nodes directly below it.
  case tableRow
  /// A cell: its text, then whatever blocks it contains.
  case tableCell
  /// A picture, film or drawing; `figure` indexes ``Document/figures``. The blocks below it are its caption.
  case figure(Int)
  /// A note to the text; `footnote` indexes ``Document/footnotes``. Its text, then whatever blocks it contains.
  case footnote(Int)
  /// What an author puts below everything they write.
  case signature
  /// One of several articles, such as an entry of a feed; `article` indexes ``Document/articles``. Its blocks are below it.
  case article(Int)
  /// Everything that was answered to the article: the root of all threads.
  case discussion
  /// A contribution to the discussion; `comment` indexes ``Document/comments``. Its own blocks come first, its replies after them.
  case comment(Int)
}

extension Element {
  /// Whether the node is a comment.
  package var isComment: Bool { commentIndex != nil }

  /// The index into ``Document/comments``, when the node is a comment.
  package var commentIndex: Int? {
    if case .comment(let index) = self { index } else { nil }
  }

  /// The index into ``Document/statements``, when the node is a pull-quote or a quotation.
  package var statementIndex: Int? {
    switch self {
    case .pullQuote(let index), .quotation(let index): index
    default: nil
    }
  }

  /// The index into ``Document/articles``, when the node is one of several articles.
  package var articleIndex: Int? {
    if case .article(let index) = self { index } else { nil }
  }

  /// Whether facts come with the node that the builder keeps in tables of their own.
  var hasFacts: Bool {
    switch self {
    case .comment, .pullQuote, .quotation, .figure, .footnote, .article: true
    default: false
    }
  }

  /// Whether the node hides something when folded: a comment, a section of the article, one of several articles.
  package var isFoldable: Bool {
    switch self {
    case .comment, .section, .article: true
    default: false
    }
  }

  /// Whether the node is a heading.
  package var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
