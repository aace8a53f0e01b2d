import DocumentModel
import TestSupport
import Testing

@testable import StatementLinking

/// The order of resolution as it is documented, without a thought for speed.
private struct Twin {
  /// The letters of the article or of a comment.
  typealias Text = [(letter: Letter, endsWord: Bool)]
  enum Answer: Equatable { case none, ambiguous, place(Range<Int>) }

  let document: Document
  let article: Text
  let comments: [Text]
  let statementRanges: [Range<Int>]
  let names: [Set<String>]

  init(_ document: Document) {
    self.document = document
    let nodes = Array(document.nodes)
    var reader = LetterReader(document.text)
    func text(_ nodes: [NodeIndex]) -> Text {
      nodes.flatMap { node in
        var letters: [Letter] = []
        reader.read(document.textRange(of: node))
        while let letter = reader.next() { letters.append(letter) }
        return letters.indices.map { (letters[$0], $0 + 1 == letters.count || letters[$0 + 1].startsWord) }
      }
    }
    article = text(nodes.filter { document.enclosingComment(of: $0) == nil })
    comments = document.comments.indices.map { index in
      let comment = document.node(ofComment: index)
      return text(nodes.filter { document.enclosingComment(of: $0) == comment })
    }
    statementRanges = document.statements.map { document.subtreeTextRange(of: $0.node) }
    names = document.comments.map { comment in
      Set([comment.author, comment.displayName].compactMap { $0.map(Self.folded) })
    }
  }

  static func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The places of `words` in a text, those that are quoted or the others.
  func places(_ words: [UInt32], in text: Text, quoted: Bool) -> [Range<Int>] {
    guard text.count >= words.count else { return [] }
    return (0...text.count - words.count).compactMap { start in
      let end = start + words.count
      guard text[start].letter.startsWord, text[end - 1].endsWord else { return nil }
      guard text[start..<end].map(\.letter.value) == words else { return nil }
      let bytes = text[start].letter.bytes.lowerBound..<text[end - 1].letter.bytes.upperBound
      let isQuoted = statementRanges.contains { $0.lowerBound < bytes.upperBound && bytes.lowerBound < $0.upperBound }
      return isQuoted == quoted ? bytes : nil
    }
  }

  /// The words that a statement says itself, and whether something was left out between them.
  func words(of index: Int) -> (letters: [Letter], hasCut: Bool) {
    let node = document.statements[index].node
    var reader = LetterReader(document.text)
    var letters: [Letter] = []
    var hasCut = false
    for below in document.nodes where document.isNode(below, within: node) {
      let inner = document.ancestors(ofAndIncluding: below).first { document[$0].statementIndex != nil }
      guard inner == node else {
        hasCut = true
        continue
      }
      let range = document.textRange(of: below)
      hasCut = hasCut || document.string(in: range).contains("…")
      reader.read(range)
      while let letter = reader.next() { letters.append(letter) }
    }
    return (letters, hasCut)
  }

  func source(of index: Int) -> Answer {
    let letters = words(of: index).letters
    guard !letters.isEmpty else { return .none }
    let isShort = letters.count < 16 || letters.count(where: \.startsWord) < 3
    let answer = source(of: index, letters.map(\.value), isShort: isShort, quoted: false)
    return answer == .none ? source(of: index, letters.map(\.value), isShort: isShort, quoted: true) : answer
  }

  private func source(of index: Int, _ words: [UInt32], isShort: Bool, quoted: Bool) -> Answer {
    let statement = document.statements[index]
    let own = document.enclosingComment(of: statement.node)
    let ownIndex = own.flatMap { document[$0].commentIndex }
    let having = comments.indices.compactMap { comment in
      places(words, in: comments[comment], quoted: quoted).first.map { (comment: comment, bytes: $0) }
    }
    let others = having.filter { $0.comment != ownIndex }
    func isBelow(_ comment: Int) -> Bool { own.map { document.isNode(document.node(ofComment: comment), within: $0) } ?? false }
    let claimed = others.first { document.comments[$0.comment].id == statement.claim?.comment }
    if let claimed, !isBelow(claimed.comment) {
      return .place(claimed.bytes)
    }
    let inArticle = places(words, in: article, quoted: quoted)
    guard let own, let ownIndex else {
      guard !isShort else { return .none }
      if quoted {
        let before = inArticle.first { $0.upperBound <= document.textStart(of: statement.node) }
        return before.map { .place($0) } ?? .none
      }
      return inArticle.isEmpty ? .none : inArticle.count == 1 ? .place(inArticle[0]) : .ambiguous
    }
    func isAncestor(_ comment: Int) -> Bool { document.isNode(own, within: document.node(ofComment: comment)) }
    if let name = (statement.claim?.author ?? statement.speaker).map(Self.folded), !name.isEmpty {
      let theirs = others.filter { names[$0.comment].contains(name) }
      if let nearest = theirs.last(where: { isAncestor($0.comment) }) { return .place(nearest.bytes) }
      let answer = only(theirs.filter { $0.comment < ownIndex })
      if answer != .none { return answer }
      let all = having.filter { names[$0.comment].contains(name) }
      if all.count == 1, all[0].comment != ownIndex, !isBelow(all[0].comment) { return .place(all[0].bytes) }
    }
    if let nearest = others.last(where: { isAncestor($0.comment) }) { return .place(nearest.bytes) }
    guard !isShort else { return .none }
    if !inArticle.isEmpty { return inArticle.count == 1 ? .place(inArticle[0]) : .ambiguous }
    if quoted { return .none }
    let answer = only(others.filter { $0.comment < ownIndex })
    // A comment that follows may have been quoted just as well.
    return answer == .none ? .none : only(having) == .ambiguous ? .ambiguous : answer
  }

  /// The only place, or the one in the comment that all the other comments stand below.
  private func only(_ places: [(comment: Int, bytes: Range<Int>)]) -> Answer {
    guard let first = places.first else { return .none }
    let node = document.node(ofComment: first.comment)
    let areBelow = places.allSatisfy { document.isNode(document.node(ofComment: $0.comment), within: node) }
    return areBelow ? .place(first.bytes) : .ambiguous
  }
}

@Suite("Linking agrees with its definition")
struct TwinTests {
  @Test("On random documents every statement has the source it should")
  func definition() {
    // The documents are made so that everything comes out at some time.
    var outcomes: [String: Int] = [:]
    for seed in 0..<200 as Range<UInt64> { compare(Document(seed: seed, size: 40), &outcomes) }
    #expect(outcomes.count == 4 && outcomes.values.allSatisfy { $0 > 5 }, "\(outcomes)")
  }

  private func compare(_ document: Document, _ outcomes: inout [String: Int]) {
    let twin = Twin(document)
    let links = StatementLinks(linking: document, leastSimilarity: .infinity)
    #expect(links.sources.count == document.statements.count)
    for index in document.statements.indices {
      let words = twin.words(of: index)
      let passage = links.passage(of: index)
      if let passage {
        #expect(document.textRange(of: passage.node).contains(passage.bytes.lowerBound))
        #expect(!document.subtreeTextRange(of: document.statements[index].node).overlaps(passage.bytes))
      }
      // What was left out is followed by tests of its own.
      guard !words.hasCut else { continue }
      switch twin.source(of: index) {
      case .none:
        outcomes["none", default: 0] += 1
        #expect(passage == nil)
      case .ambiguous:
        outcomes["ambiguous", default: 0] += 1
        #expect(passage == nil)
      case .place(let bytes):
        outcomes[document.articleTextRange.contains(bytes.lowerBound) ? "article" : "comment", default: 0] += 1
        guard let passage else {
          Issue.record("\(document.string(in: bytes)) was not found")
          continue
        }
        // Marks around the words may belong to the passage, letters may not.
        var reader = LetterReader(document.text)
        reader.read(passage.bytes)
        let first = reader.next()
        var last = first
        while let letter = reader.next() { last = letter }
        #expect(first?.bytes.lowerBound == bytes.lowerBound)
        #expect(last?.bytes.upperBound == bytes.upperBound)
      }
    }
  }
}

@Suite("Linking costs what reading costs")
struct LinkingCostTests {
  @Test("A chain of 10,000 replies, each quoting the one before", .timeLimit(.minutes(10)))
  func chain() {
    let links = StatementLinks(linking: .chain(ofReplies: 10_000))
    #expect(links.sources.allSatisfy { $0 != nil })
  }

  @Test("The same words in 10,000 comments, quoted by each", .timeLimit(.minutes(10)), arguments: [true, false])
  func sameWords(isNested: Bool) {
    var builder = DocumentBuilder()
    for number in 0..<10_000 {
      builder.openComment(Comment(id: "\(number)", author: "ann"))
      builder.openQuotation(Statement(speaker: "ann", claim: Statement.Claim(comment: "\(number / 2)", author: "ann")))
      builder.text("the lamp was lit by hand")
      builder.close()
      builder.leaf(.paragraph, "the lamp was lit by hand, the lamp was lit by hand")
      if !isNested { builder.close() }
    }
    let links = StatementLinks(linking: builder.finish())
    #expect(links.sources.count { $0 != nil } == 9_999)
  }

  @Test("2,000 statements that end alike, in a text that repeats their ending", .timeLimit(.minutes(10)))
  func sameEndings() {
    var builder = DocumentBuilder()
    builder.leaf(.paragraph, String(repeating: "a a a a b ", count: 2_000))
    builder.openComment(Comment())
    for number in 0..<2_000 {
      builder.openQuotation(Statement())
      builder.text("\(number) " + String(repeating: "a a a a b ", count: 1 + number % 100))
      builder.close()
    }
    let links = StatementLinks(linking: builder.finish())
    #expect(links.sources.allSatisfy { $0 == nil })
  }
}
