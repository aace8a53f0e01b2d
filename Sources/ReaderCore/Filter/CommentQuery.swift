import DocumentModel
import TextLayout

/// What comments have to be like to be shown: all that was typed, in any order.
///
/// Words stand in the text or in the author's name, `@name` in the name alone; `"several words"` and `/expression` are one
/// term each; `has:quote`, `is:new`, `is:op`, `score>9`; a hyphen before a term turns it round.
package struct CommentQuery: Hashable, Sendable {
  /// What can be typed beside words and names, for completion.
  static let keywords = ["has:quote", "is:new", "is:op", "score<", "score=", "score>"]

  /// What a term asks for, the cheapest to find out first.
  private enum Condition: Hashable, Sendable {
    case quotes
    case new
    case author(SearchPattern)
    case originalPoster
    case score(ClosedRange<Int>)
    case words(SearchPattern)

    var cost: Int {
      switch self {
      case .quotes, .new: 0
      case .author: 1
      case .originalPoster, .score: 2
      case .words: 3
      }
    }
  }

  private struct Term: Hashable, Sendable {
    var condition: Condition
    var isNegated: Bool
  }

  private var terms: [Term] = []

  /// The query that was typed; `nil` for nothing, or nothing yet.
  ///
  /// - Throws: what is wrong with it.
  init?(typed text: String) throws(ExpressionError) {
    for word in Self.split(text) {
      var word = word
      var isNegated = false
      if word.count > 1, word.first == "-" {
        word.removeFirst()
        isNegated = true
      }
      if let condition = try Self.condition(word) { terms.append(Term(condition: condition, isNegated: isNegated)) }
    }
    if terms.isEmpty { return nil }
    // What costs most is looked for last.
    terms.sort { $0.condition.cost < $1.condition.cost }
  }

  /// Terms between blanks, quotation marks around blanks taken away.
  private static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case " " where !isQuoted:
        words.append(word)
        word = ""
      default: word.append(character)
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }

  private static func condition(_ word: String) throws(ExpressionError) -> Condition? {
    if word.hasPrefix("@") { return try SearchPattern(typed: String(word.dropFirst())).map(Condition.author) }
    switch word {
    case "has:quote", "has:quotes": return .quotes
    case "is:new": return .new
    case "is:op": return .originalPoster
    case _ where word.hasPrefix("is:") || word.hasPrefix("has:"):
      throw ExpressionError(text: "\(word) is not known: has:quote, is:new, is:op")
    case _ where word.hasPrefix("score"):
      if let range = try score(word.dropFirst("score".count)) { return range }
    default: break
    }
    return try SearchPattern(typed: word).map(Condition.words)
  }

  /// `>9`, `<0`, `=1`; `nil` for what says nothing about a score.
  private static func score(_ comparison: Substring) throws(ExpressionError) -> Condition? {
    guard let sign = comparison.first, "<=>".contains(sign) else { return nil }
    guard let number = Int(comparison.dropFirst()), (-Self.most...Self.most).contains(number) else {
      throw ExpressionError(text: "a number has to follow score\(sign)")
    }
    switch sign {
    case "<": return .score(Int.min...number - 1)
    case "=": return .score(number...number)
    default: return .score(number + 1...Int.max)
    }
  }

  /// No score is greater.
  private static let most = 1 << 40
}

// MARK: Looking

extension CommentQuery {
  /// The first of the words that have to be there.
  var words: SearchPattern? {
    for case .words(let pattern) in terms.lazy.filter({ !$0.isNegated }).map(\.condition) { return pattern }
    return nil
  }

  /// The comments that are like that, in reading order.
  ///
  /// - Parameters:
  ///   - new: the comments that were not there on the last visit.
  ///   - isWanted: asked now and then whether somebody still wants to know.
  /// - Returns: `nil` when nobody does any more.
  /// - Complexity: O(number of comments), and of their text where words are sought
  func matches(in document: Document, new: NewComments, isWanted: () -> Bool) -> [Int32]? {
    var matches = Array(document.comments.indices.lazy.map(Int32.init))
    for term in terms {
      let test = Self.test(term.condition, in: document, new: new)
      var left: [Int32] = []
      for (count, comment) in matches.enumerated() {
        if count % 4096 == 0, !isWanted() { return nil }
        if test(Int(comment)) != term.isNegated { left.append(comment) }
      }
      matches = left
    }
    return matches
  }

  private static func test(
    _ condition: Condition,
    in document: Document,
    new: NewComments
  ) -> (_ comment: Int) -> Bool {
    switch condition {
    case .new: return { new.contains(document.node(ofComment: $0)) }
    case .quotes:
      return { comment in
        let node = document.node(ofComment: comment)
        let first = document.firstStatement(after: node)
        return first < document.statements.count && document.statements[first].node < document.ownEnd(ofComment: node)
      }
    case .author(let pattern):
      let isNamed = named(pattern, in: document)
      return { isNamed[$0] }
    case .originalPoster: return { document.isOriginalPoster(document.comments.author(of: $0)) }
    case .score(let range): return { document.comments[$0].score.map(range.contains) ?? false }
    case .words(let pattern):
      let isNamed = named(pattern, in: document)
      return { comment in
        if isNamed[comment] { return true }
        let text = document.text.span
        let node = document.node(ofComment: comment)
        if pattern.isLiteral {
          let own = document.plainTextRange(ofComment: node)
          return pattern.first(in: text, own, from: own.lowerBound) != nil
        }
        var block = node
        while block < document.ownEnd(ofComment: node) {
          let own = document.textRange(of: block)
          if pattern.first(in: text, own, from: own.lowerBound) != nil { return true }
          block = block.next
        }
        return false
      }
    }
  }

  /// For each comment whether its author goes by a name with the pattern in it.
  private static func named(_ pattern: SearchPattern, in document: Document) -> [Bool] {
    var isNamed = [Bool](repeating: false, count: document.comments.count)
    for comment in document.comments.indices(named: pattern.isFound(in:)) { isNamed[comment] = true }
    return isNamed
  }
}
