import DocumentModel
import StatementLinking

/// What was found and what was wrong, at one threshold.
struct TrustTally {
  /// How many characters of a hundred are changed in quotations.
  static let mutations = [0, 5, 10, 20]
  /// Threads of more comments are not searched for decoys and changed quotations one in a comment, but one in so many.
  private static let mostInserted = 400
  private static let common = [
    "I agree", "I agree with this.", "This.", "Thank you!", "Thanks for sharing this.", "+1", "Yes", "No.", "Same here.",
    "What do you think?", "I don't think so.", "Good point.", "lol", "Спасибо!", "Согласен", "Danke dir!", "Exactly this.",
    "I have no idea what you mean.", "Me too", "As I said before,",
  ]

  /// The columns of a row.
  static let titles =
    ["threshold", "claims", "found", "wrong", "precision", "recall", "requoted", "decoys", "wrong"]
    + mutations.map { "found at \($0) %" } + ["wrong"]

  let similarity: Double
  let isVerbose: Bool
  private var claims = (words: 0, found: 0, linked: 0, wrong: 0, requoted: 0)
  private var decoys = (all: 0, wrong: 0)
  private var mutated = [Int: (all: Int, found: Int, wrong: Int)]()

  /// Nothing counted yet.
  init(similarity: Double, isVerbose: Bool) {
    self.similarity = similarity
    self.isVerbose = isVerbose
  }

  /// The row's cells, after the threshold.
  var cells: [String] {
    let wrong = mutated.values.reduce(0) { $0 + $1.wrong }
    return [
      "\(claims.words)", "\(claims.found)", "\(claims.wrong)",
      Self.share(claims.linked - claims.wrong, of: claims.linked), Self.share(claims.found, of: claims.words),
      "\(claims.requoted)", "\(decoys.all)", "\(decoys.wrong)",
    ] + Self.mutations.map { Self.share(mutated[$0]?.found ?? 0, of: mutated[$0]?.all ?? 0) } + ["\(wrong)"]
  }

  private static func share(_ part: Int, of all: Int) -> String {
    guard all > 0 else { return "–" }
    let thousandths = (part * 1000 + all / 2) / all
    return "\(thousandths / 1000).\(String(thousandths % 1000 + 1000).dropFirst())"
  }

  private func links(of document: Document, trustsClaims: Bool) -> StatementLinks {
    StatementLinks(linking: document, trustsClaims: trustsClaims, leastSimilarity: similarity)
  }
}

// MARK: What pages say

extension TrustTally {
  /// Compares what the words alone find with whom the page says it quotes.
  mutating func countClaims(of document: Document) {
    let informed = links(of: document, trustsClaims: true)
    let blind = links(of: document, trustsClaims: false)
    for (index, statement) in document.statements.enumerated() {
      guard document.enclosingComment(of: statement.node) != nil, let claim = Claim(statement, in: document) else {
        continue
      }
      let areThere = informed.passage(of: index).map { claim.holds(for: $0, in: document) } ?? false
      let found = blind.passage(of: index)
      let isRight = found.map { claim.holds(for: $0, in: document) } ?? false
      if areThere { claims.words += 1 }
      if areThere, isRight { claims.found += 1 }
      guard let found else {
        if areThere { report("missed", statement, informed.passage(of: index), in: document) }
        continue
      }
      guard claim.isHere else {
        // The original is not in the file; somebody else quotes the same words.
        claims.requoted += 1
        continue
      }
      claims.linked += 1
      if !isRight {
        claims.wrong += 1
        report("wrong", statement, found, in: document)
      }
    }
  }

  /// Whom a page says that a statement quotes.
  private struct Claim {
    var comment: Int?
    var author: String?
    /// Whether what is quoted is in the file at all.
    var isHere = true

    /// `nil` where the page says nothing that can be checked: nobody of that name has written anything.
    init?(_ statement: Statement, in document: Document) {
      if let id = statement.claim?.comment { comment = document.comments.indices.first { document.comments.id(of: $0) == id } }
      if let comment {
        isHere = document.comments[comment].standing != .missing
        return
      }
      author = statement.claim?.author ?? statement.speaker
      guard let author, document.comments.contains(where: { $0.author == author || $0.displayName == author }) else {
        return nil
      }
    }

    func holds(for source: Passage, in document: Document) -> Bool {
      guard let index = document.enclosingComment(of: source.node).flatMap({ document[$0].commentIndex }) else {
        return false
      }
      if let comment { return comment == index }
      return document.comments[index].author == author || document.comments[index].displayName == author
    }
  }

  private func report(_ verdict: String, _ statement: Statement, _ source: Passage?, in document: Document) {
    guard isVerbose else { return }
    func words(_ bytes: Range<Int>) -> String { document.string(in: bytes.prefix(160)).replacing("\n", with: " ") }
    let comment = source.flatMap { document.enclosingComment(of: $0.node) }.flatMap(document.comment(at:))
    writeOut("\(verdict): \(statement.claim?.author ?? statement.speaker ?? "?"): \(words(document.words(of: statement.node)))\n")
    if let source { writeOut("    \(comment?.author ?? "the article"): \(words(source.bytes))\n") }
  }
}

// MARK: What is put in

extension TrustTally {
  /// Puts in quotations that quote nothing here: sentences of other documents, common phrases, sentences that two
  /// comments have.
  mutating func countDecoys(in document: Document, from others: [Document], using random: inout SeededGenerator) {
    var added: [Int: [String]] = [:]
    var echoes: [Int: [String]] = [:]
    let step = max(1, document.comments.count / Self.mostInserted)
    for comment in stride(from: 0, to: document.comments.count, by: step) {
      let other = others[Int.random(in: others.indices, using: &random)]
      if other.text != document.text, let sentence = Sentence.any(of: other, using: &random) {
        added[comment, default: []].append(sentence.text)
      }
      added[comment, default: []].append(Self.common[Int.random(in: Self.common.indices, using: &random)])
      // A sentence of one comment, said again in another that has nothing to do with it, and quoted in a third.
      guard document.comments.count > 8, let sentence = Sentence.any(of: document, using: &random),
        let origin = sentence.comment
      else { continue }
      let second = Int.random(in: document.comments.indices, using: &random)
      guard !Self.areRelated(origin, second, document), !Self.areRelated(origin, comment, document),
        !Self.areRelated(second, comment, document)
      else { continue }
      echoes[second, default: []].append(sentence.text)
      added[comment, default: []].append(sentence.text)
    }
    let copy = DocumentCopy.of(document, quoting: added, saying: echoes)
    let links = links(of: copy.document, trustsClaims: false)
    for (index, comment) in copy.quotations {
      decoys.all += 1
      guard let source = links.passage(of: index), !Self.isRight(source, index, comment, in: copy.document) else {
        continue
      }
      decoys.wrong += 1
      report("decoy", copy.document.statements[index], source, in: copy.document)
    }
  }

  /// Whether the very words stand there, in a comment that is answered.
  private static func isRight(_ source: Passage, _ index: Int, _ comment: Int, in document: Document) -> Bool {
    guard let node = document.enclosingComment(of: source.node) else {
      return Sentence.letters(document.string(in: source.bytes))
        == Sentence.letters(document.string(in: document.words(of: document.statements[index].node)))
    }
    let quoted = document.string(in: document.words(of: document.statements[index].node))
    return document.isNode(document.node(ofComment: comment), within: node)
      && Sentence.letters(document.string(in: source.bytes)) == Sentence.letters(quoted)
  }

  private static func areRelated(_ one: Int, _ other: Int, _ document: Document) -> Bool {
    let nodes = (document.node(ofComment: one), document.node(ofComment: other))
    return document.isNode(nodes.0, within: nodes.1) || document.isNode(nodes.1, within: nodes.0)
  }

  /// Puts in quotations of what is answered, with so many of a hundred characters changed, left out or put in.
  mutating func countMutations(in document: Document, percent: Int, using random: inout SeededGenerator) {
    var added: [Int: [String]] = [:]
    var truth: [Int: Sentence] = [:]
    let step = max(1, document.comments.count / Self.mostInserted)
    for comment in stride(from: 0, to: document.comments.count, by: step) {
      let node = document.node(ofComment: comment)
      guard let parent = document.parentComment(of: node).flatMap({ document[$0].commentIndex }),
        let sentence = Sentence.any(of: document, inComment: parent, using: &random)
      else { continue }
      added[comment] = [Sentence.changed(sentence.text, percent: percent, using: &random)]
      truth[comment] = sentence
    }
    let copy = DocumentCopy.of(document, quoting: added, saying: [:])
    let links = links(of: copy.document, trustsClaims: false)
    for (index, comment) in copy.quotations {
      guard let sentence = truth[comment] else { continue }
      var tally = mutated[percent] ?? (0, 0, 0)
      tally.all += 1
      if links.passage(of: index) == nil { report("unfound", copy.document.statements[index], nil, in: copy.document) }
      if let source = links.passage(of: index) {
        let origin = copy.document.enclosingComment(of: source.node).flatMap { copy.document[$0].commentIndex }
        let words = copy.document.string(in: source.bytes)
        if origin == sentence.comment || Sentence.letters(words) == Sentence.letters(sentence.text) {
          tally.found += 1
        } else {
          tally.wrong += 1
          report("mutated", copy.document.statements[index], source, in: copy.document)
        }
      }
      mutated[percent] = tally
    }
  }
}
