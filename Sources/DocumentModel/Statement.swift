/// A passage presented as somebody's words: a pull-quote in the article, a quotation anywhere else.
package struct Statement: Hashable, Sendable {
  /// What the source page itself says a quotation quotes.
  package struct Claim: Hashable, Sendable {
    /// The ``Comment/id`` of the comment quoted.
    package var comment: String?
    /// The name of its author.
    package var author: String?

    /// A claim; at least one of the two is known.
    package init(comment: String? = nil, author: String? = nil) {
      self.comment = comment
      self.author = author
    }
  }

  /// The pull-quote or quotation. ``DocumentBuilder`` fills it in.
  package internal(set) var node: NodeIndex = .document
  /// Who said it, as the source names them.
  package var speaker: String?
  /// What the source page says it quotes.
  package var claim: Claim?
  /// Whether a pull-quote repeats the article's own words.
  package var repeatsArticle: Bool

  /// A statement, before it has a place in a document.
  package init(speaker: String? = nil, claim: Claim? = nil, repeatsArticle: Bool = false) {
    self.speaker = speaker
    self.claim = claim
    self.repeatsArticle = repeatsArticle
  }
}

/// A passage of a document: where the words of a statement stand.
package struct Passage: Hashable, Sendable {
  /// The node whose text the passage begins in.
  package var node: NodeIndex
  /// The bytes of ``Document/text`` that were quoted; they may run on into the nodes that follow.
  package var bytes: Range<Int>

  /// The passage `bytes`, which begins in the text of `node`.
  package init(node: NodeIndex, bytes: Range<Int>) {
    self.node = node
    self.bytes = bytes
  }
}
