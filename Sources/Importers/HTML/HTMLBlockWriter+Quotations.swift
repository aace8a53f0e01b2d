import DocumentModel
import HTMLParsing

// Words presented as somebody's.
extension HTMLBlockWriter {
  /// A pull-quote longer than this repeats nothing, in bytes.
  private static let maximumRepeated = 1000

  /// A pull-quote that may repeat what the article says.
  struct Candidate {
    var node: NodeIndex
    /// Its bytes in the page's text.
    var words: Range<Int>
  }

  /// Takes note of an element that holds quoted words.
  ///
  /// - Parameters:
  ///   - known: what is known of it already.
  ///   - isWrapper: whether a `blockquote` in it would be the same quotation.
  mutating func enterQuotation(_ node: HTMLNode, known: Statement = Statement(), isWrapper: Bool = false) {
    let markup = QuotationMarkup(node, in: tree, names: survey.names)
    consumed.formUnion(markup.consumed)
    if !isWrapper, let last = containers.indices.last, containers[last].isWrapper, !containers[last].hasContents,
      case .quotation(let outer) = containers[last].kind
    {
      containers[last].kind = .quotation(markup.completing(outer))
      containers[last].isWrapper = false
      containers[last].words = markup.words
      return pushBlock(node)
    }
    var statement = markup.completing(known)
    if let label = pendingSpeaker {
      statement.speaker = statement.speaker ?? label
      statement.claim = statement.claim ?? Statement.Claim(author: label)
      pendingSpeaker = nil
    }
    pushContainer(node, .quotation(statement))
    containers[containers.count - 1].isWrapper = isWrapper
    containers[containers.count - 1].words = markup.words
  }

  /// Opens the statement that a container is.
  mutating func openStatement(_ statement: Statement, _ container: BlockContainer, isOutermost: Bool) {
    var statement = statement
    if statement.speaker == nil, !lead.isEmpty, let name = SpokenName.leadingIn(lead) {
      statement.speaker = name
      if setting == .comment { statement.claim = statement.claim ?? Statement.Claim(author: name) }
    }
    guard isOutermost, setting == .article else {
      builder.openQuotation(statement)
      return
    }
    let node = builder.openPullQuote(statement)
    if let words = container.words, words.count <= Self.maximumRepeated {
      candidates.append(Candidate(node: node, words: words))
    }
  }

  /// Takes the first line of a quotation away where it says who speaks.
  mutating func readQuotationHead() {
    guard depth > 0, openCount < depth, !containers[depth - 1].hasContents,
      case .quotation(var statement) = containers[depth - 1].kind, statement.speaker == nil
    else { return }
    let end = inline.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? inline.bytes.count
    guard end <= 200, let name = SpokenName.name(in: inline.bytes[..<end]) else { return }
    _ = inline.removeFirstLine()
    statement.speaker = name
    statement.claim = statement.claim ?? Statement.Claim(author: name)
    containers[depth - 1].kind = .quotation(statement)
  }

  /// Marks the pull-quotes whose words stand in the article once more.
  mutating func markRepetitions() {
    guard !candidates.isEmpty else { return }
    let marks = Set("\"“”„«»‘’ \n\t".utf8)
    tree.text.withUnsafeBufferPointer { buffer in
      let text = SourceText(buffer)
      var passages = RepeatedPassages(text, article: articleText)
      for candidate in candidates {
        var words = candidate.words
        while let last = words.last, marks.contains(text[last]) { words.removeLast() }
        while let first = words.first, marks.contains(text[first]) { words.removeFirst() }
        if passages.isLongEnough(words), passages.isInArticle(words) { builder.noteRepetition(of: candidate.node) }
      }
    }
    candidates = []
  }
}
