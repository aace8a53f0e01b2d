import DocumentModel

/// Finds the sources of statements whose words stand nowhere exactly as they are quoted: with typing errors, other
/// endings, words put in or left out.
///
/// A statement is aligned with what comes close: with all that its comment answers, and wherever else many of its seeds
/// stand. What comes close enough is compared by closeness first and by place second. Words that are quoted themselves
/// are no source.
struct ApproximateLinker {
  /// A statement that is sought.
  struct Query {
    /// Its index in ``Document/statements``.
    var statement: Int
    /// Its letters.
    var letters: [UInt32]
    /// Where its parts begin: more than one where something was left out.
    var parts: [Int]
    /// Whose words it says it repeats.
    var author: UInt64?
    /// The comment that it says it repeats.
    var claimed: Int?
  }

  /// A statement of fewer letters is sought exactly as it is only.
  static let fewestLetters = 24
  /// A statement of more letters is not aligned.
  static let mostLetters = 20_000
  /// Two places whose similarity differs by no more than this are as good as each other.
  private static let margin = 0.04
  /// What is as close as this in what a comment answers is not sought anywhere else.
  private static let sureSimilarity = 0.9
  /// No more places than this are looked at for a statement: those with most seeds.
  private static let mostPlaces = 12
  /// How many ancestors are looked at whatever seeds they have.
  private static let mostAncestors = 24
  /// An ancestor that takes longer (``Alignment/steps(for:in:)``) is looked at where it has seeds.
  private static let mostSteps = 1 << 16

  /// What a place turned out to be.
  private struct Candidate {
    var bytes: Range<Int>
    var similarity: Double
    /// How good the place is, 0 best.
    var rank: Int
    /// The comment, or -1 for the article. Of two ancestors, the deeper is nearer.
    var comment: Int
  }

  private let document: Document
  private let queries: [Query]
  private let leastSimilarity: Double
  private var words: OwnWords
  private var names: NameHashes

  /// A linker of `queries`, for whose letters at least this share has to agree.
  init(_ document: Document, queries: [Query], leastSimilarity: Double) {
    self.leastSimilarity = leastSimilarity
    self.document = document
    self.queries = queries
    words = OwnWords(document)
    names = NameHashes(document)
  }

  /// The bytes of the source of each statement sought, `nil` where there is none or more than one.
  ///
  /// - Complexity: O(n) in the text, and for each statement O(its length · a few comments)
  mutating func sources() -> [Range<Int>?] {
    guard !queries.isEmpty else { return [] }
    var candidates = [[Candidate]](repeating: [], count: queries.count)
    // The article is one text, however long: only seeds tell where in it to look.
    let discussion = document.discussion ?? document.endNode
    seek(Array(queries.indices), in: .document..<discussion, into: &candidates)
    for number in queries.indices { candidates[number] += answered(by: queries[number]) }
    if discussion < document.endNode {
      let authors = knownAuthors()
      let unsure = queries.indices.filter { isUnsure(queries[$0], candidates[$0], authors: authors) }
      seek(unsure, in: discussion..<document.endNode, into: &candidates)
    }
    return candidates.map(choice)
  }
}

// MARK: Where to look

extension ApproximateLinker {
  /// Adds what comes close among `nodes` to some of the queries.
  private mutating func seek(_ numbers: [Int], in nodes: Range<NodeIndex>, into candidates: inout [[Candidate]]) {
    guard !numbers.isEmpty else { return }
    var search = SeedSearch(document, for: numbers.lazy.map { [queries] in queries[$0].letters })
    for (number, places) in zip(numbers, search.places(in: nodes)) {
      let query = queries[number]
      let own = document.enclosingComment(of: document.statements[query.statement].node)
      let eligible = places.filter { place in
        rank(ofComment: place.comment, for: query, in: own) != nil
          && !candidates[number].contains { $0.comment == place.comment }
      }
      let slack = query.letters.count * 4 + 256 + (query.parts.count > 1 ? Phrase.longestCut : 0)
      for place in eligible.sorted(by: { ($0.seeds, $1.comment) > ($1.seeds, $0.comment) }).prefix(Self.mostPlaces) {
        let whole = words.range(ofComment: place.comment)
        let window = (place.bytes.lowerBound - slack..<place.bytes.upperBound + slack).clamped(to: whole)
        if let found = candidate(query, own: own, inComment: place.comment, window) { candidates[number].append(found) }
      }
    }
  }

  /// What comes close in the comment that a statement claims to repeat, and in those that its comment answers.
  private mutating func answered(by query: Query) -> [Candidate] {
    guard let own = document.enclosingComment(of: document.statements[query.statement].node) else { return [] }
    var found: [Candidate] = []
    var comments: [Int] = query.claimed.map { [$0] } ?? []
    for node in document.ancestors(ofAndIncluding: own).dropFirst() {
      guard comments.count < Self.mostAncestors, let comment = document[node].commentIndex else { break }
      if comment != query.claimed { comments.append(comment) }
    }
    for comment in comments {
      let range = words.range(ofComment: comment)
      guard Alignment.steps(for: query.letters.count, in: range.count) <= Self.mostSteps,
        let candidate = candidate(query, own: own, inComment: comment, range)
      else { continue }
      found.append(candidate)
      // Nothing further away comes closer by so much that it counts.
      if candidate.similarity >= 1 - Self.margin, candidate.rank < 2 || query.author == nil { break }
    }
    return found
  }

  /// Whether the source may be elsewhere than in what is known already.
  private func isUnsure(_ query: Query, _ candidates: [Candidate], authors: Set<UInt64>) -> Bool {
    // The source of a pull-quote is in the article.
    guard document.enclosingComment(of: document.statements[query.statement].node) != nil else { return false }
    let isNamed = query.author.map(authors.contains) ?? false
    return !candidates.contains { $0.similarity >= Self.sureSimilarity && $0.rank <= (isNamed ? 1 : 3) }
  }

  /// The authors of all comments, where it matters.
  private mutating func knownAuthors() -> Set<UInt64> {
    guard queries.contains(where: { $0.author != nil }) else { return [] }
    var authors: Set<UInt64> = []
    for comment in document.comments.indices {
      let hashes = names.hashes(ofComment: comment)
      if let hash = hashes.author { authors.insert(hash) }
      if let hash = hashes.displayName { authors.insert(hash) }
    }
    return authors
  }

  /// How good a comment is as a source, by the order of ``StatementLinks``; `nil` where it cannot be one.
  private mutating func rank(ofComment comment: Int, for query: Query, in own: NodeIndex?) -> Int? {
    guard comment >= 0 else { return 3 }
    guard let own else { return nil }
    let node = document.node(ofComment: comment)
    // Neither the comment itself nor what answers it.
    guard !document.isNode(node, within: own) else { return nil }
    if comment == query.claimed { return 0 }
    if let author = query.author {
      let hashes = names.hashes(ofComment: comment)
      if hashes.author == author || hashes.displayName == author { return 1 }
    }
    if document.isNode(own, within: node) { return 2 }
    return node < own ? 4 : 5
  }

  /// The closest place; of places that are as close the one with the best rank, and of ancestors the nearest.
  private func choice(among candidates: [Candidate]) -> Range<Int>? {
    guard let closest = candidates.map(\.similarity).max() else { return nil }
    let close = candidates.filter { $0.similarity >= closest - Self.margin }
    guard let rank = close.map(\.rank).min() else { return nil }
    let best = close.filter { $0.rank == rank }
    // Of comments that are not answered only one may have the words, and that one earlier.
    if rank >= 4 { return close.count == 1 && rank == 4 ? best[0].bytes : nil }
    if best.count == 1 { return best[0].bytes }
    guard rank == 2 else { return nil }
    return best.max { $0.comment < $1.comment }?.bytes
  }
}

// MARK: Looking closer

extension ApproximateLinker {
  /// What a statement comes closest to in the bytes `window` of a comment; `nil` where that is not close enough.
  private mutating func candidate(
    _ query: Query,
    own: NodeIndex?,
    inComment comment: Int,
    _ window: Range<Int>
  ) -> Candidate? {
    guard let rank = rank(ofComment: comment, for: query, in: own),
      let found = align(query, with: words.letters(in: window)), found.similarity >= leastSimilarity
    else { return nil }
    return Candidate(bytes: found.bytes, similarity: found.similarity, rank: rank, comment: comment)
  }

  /// How closely a statement comes to a text.
  private func align(_ query: Query, with text: [Letter]) -> (bytes: Range<Int>, similarity: Double)? {
    let mostDistance = Int(Double(query.letters.count) * (1 - leastSimilarity))
    let values = text.map(\.value)
    var found: Range<Int>?
    var distance = 0
    var rest = text.indices
    for (number, start) in query.parts.enumerated() {
      let end = number + 1 < query.parts.count ? query.parts[number + 1] : query.letters.count
      let part = Array(query.letters[start..<end])
      guard let part = Alignment(of: part, in: values[rest], mostDistance: mostDistance - distance) else { return nil }
      distance += part.distance
      guard !part.letters.isEmpty else { return nil }
      if let found {
        let cut = text[part.letters.lowerBound].bytes.lowerBound - text[found.upperBound - 1].bytes.upperBound
        guard cut <= Phrase.longestCut else { return nil }
      }
      found = (found?.lowerBound ?? part.letters.lowerBound)..<part.letters.upperBound
      rest = part.letters.upperBound..<text.count
    }
    // What was left out between two parts is not long, and no passage runs on over a quotation.
    guard var letters = found, !text[letters].contains(where: { $0.value == OwnWords.mark }) else { return nil }
    // From the start of a word to the end of one.
    while letters.lowerBound > 0, !text[letters.lowerBound].startsWord {
      letters = letters.lowerBound - 1..<letters.upperBound
    }
    while letters.upperBound < text.count, !text[letters.upperBound].startsWord {
      letters = letters.lowerBound..<letters.upperBound + 1
    }
    let bytes = text[letters.lowerBound].bytes.lowerBound..<text[letters.upperBound - 1].bytes.upperBound
    return (bytes, 1 - Double(distance) / Double(query.letters.count))
  }
}
