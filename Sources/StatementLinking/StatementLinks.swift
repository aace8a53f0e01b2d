// Which passage of a document each of its statements quotes.
//
// Owns the comparison of words and the order in which places are preferred. Must never know how anything is shown: it
// takes a document and gives byte ranges. A link is exact or absent; a guess that may be wrong is worse than none.

import DocumentModel

/// Where the words of each statement of a document stand.
package struct StatementLinks: Sendable {
  /// The source of each statement, by index into ``Document/statements``; `nil` for an unresolved one.
  package let sources: [Passage?]

  /// How close words have to come, unless said otherwise; chosen by the table in `Tests/README.md`.
  package static let leastSimilarity = 0.75

  /// Links that are already known, in the order of ``Document/statements``.
  package init(sources: [Passage?]) { self.sources = sources }

  /// Finds the source of every statement of `document`, unless the document says them itself.
  ///
  /// A place is a source when it has the statement's words in their order, from the start of a word to the end of one.
  /// Letters and digits are compared, without regard to case; white space and punctuation are not. `…`, `[...]` or
  /// `(..)` inside a statement may stand for words left out. Places are preferred in this order:
  ///
  /// 1. the comment that the page itself says is quoted (``Statement/Claim/comment``);
  /// 2. comments by the named author (speaker or ``Statement/Claim/author``): ancestors first, the nearest before the
  ///    others;
  /// 3. ancestors, the nearest first;
  /// 4. the article;
  /// 5. earlier comments.
  ///
  /// Words that are themselves quoted serve only where the original stands nowhere. Two places of the same standing
  /// leave a statement unresolved. A statement of fewer than three words or sixteen letters is sought in the first three
  /// only. The source of a pull-quote is another place in the article.
  ///
  /// Where the words stand nowhere as they are quoted, the place that comes closest to them counts, if it comes close
  /// enough (``leastSimilarity``) and no other as close.
  ///
  /// - Parameters:
  ///   - trustsClaims: whether what the page says of whom it quotes counts; without it, the words alone decide.
  ///   - leastSimilarity: how close words have to come that do not stand as they are: the share of their letters that
  ///     agree. Above 1 all words have to.
  /// - Complexity: O(n) time in the text; space is proportional to the statements, whatever the size of the rest.
  package init(linking document: Document, trustsClaims: Bool = true, leastSimilarity: Double = Self.leastSimilarity) {
    guard !document.statements.isEmpty, document.sources == nil else {
      sources = document.sources ?? []
      return
    }
    var linker = StatementLinker(document, trustsClaims: trustsClaims)
    linker.scan()
    sources = linker.resolve(leastSimilarity: leastSimilarity)
  }

  /// The source of the statement at index `statement`; `nil` for an unresolved one.
  ///
  /// - Complexity: O(1)
  package func passage(of statement: Int) -> Passage? {
    sources.indices.contains(statement) ? sources[statement] : nil
  }
}
