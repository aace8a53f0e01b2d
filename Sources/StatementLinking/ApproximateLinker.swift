import DocumentModel

/// Finds the sources of statements whose words stand nowhere exactly as they are quoted: with typing errors, other
/// endings, words put in or left out.
///
/// Seeds tell in which comments to look; there the statement is aligned with the text, and what comes close enough is
/// compared by closeness first and by place second. Words that are quoted themselves are no source.
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
  /// No more places than this are looked at for a statement: those with most seeds.
  private static let mostPlaces = 12
  /// No more seeds than this are noted in all; a text made to have more is not followed further.
  private static let mostHits = 1 << 23

  /// A seed that was met.
  private struct Hit {
    var query: Int32
    /// The comment, or -1 for the article.
    var comment: Int32
    var byte: UInt32
    var offset: Int32
  }

  /// A place that may be the source.
  private struct Place {
    var comment: Int
    var bytes: Range<Int>
    /// How many different seeds.
    var seeds: Int
  }

  /// What a place turned out to be.
  private struct Candidate {
    var bytes: Range<Int>
    var similarity: Double
    /// How good the place is, 0 best.
    var rank: Int
    /// Of two ancestors, the deeper is nearer.
    var comment: Int
  }

  private let document: Document
  private let queries: [Query]
  private let leastSimilarity: Double
  private var index = SeedIndex()
  private var hits: [Hit] = []
  private var letters: LetterReader
  private var names = NameHashes()

  /// A linker of `queries`, for whose letters at least this share has to agree.
  init(_ document: Document, queries: [Query], leastSimilarity: Double) {
    self.leastSimilarity = leastSimilarity
    self.document = document
    self.queries = queries
    letters = LetterReader(document.text)
    for (number, query) in queries.enumerated() { index.add(query.letters, query: number) }
    index.finish()
  }

  /// The bytes of the source of each statement sought, `nil` where there is none or more than one.
  ///
  /// - Complexity: O(n) in the text, and for each statement O(its length · a few comments)
  mutating func sources() -> [Range<Int>?] {
    guard !queries.isEmpty else { return [] }
    scan()
    hits.sort { ($0.query, $0.comment, $0.byte) < ($1.query, $1.comment, $1.byte) }
    var sources = [Range<Int>?](repeating: nil, count: queries.count)
    var start = 0
    while start < hits.count {
      let query = hits[start].query
      var end = start
      while end < hits.count, hits[end].query == query { end += 1 }
      sources[Int(query)] = source(of: Int(query), from: start..<end)
      start = end
    }
    return sources
  }
}

// MARK: Where to look

extension ApproximateLinker {
  /// Notes the seeds that stand in the document, but for those in statements.
  private mutating func scan() {
    var comment: Int32 = -1
    var node = NodeIndex.document
    // The source of a pull-quote is in the article: where only those are sought, so is the search.
    let isInThread = queries.contains { document.enclosingComment(of: document.statements[$0.statement].node) != nil }
    let end = isInThread ? document.endNode : document.discussion ?? document.endNode
    while node < end, hits.count < Self.mostHits {
      let element = document[node]
      if element.statementIndex != nil {
        node = document.subtreeEnd(of: node)
        continue
      }
      if let index = element.commentIndex { comment = Int32(index) }
      scan(node, comment: comment)
      node = node.next
    }
  }

  private mutating func scan(_ node: NodeIndex, comment: Int32) {
    letters.read(document.textRange(of: node))
    var code: UInt64 = 0
    var count = 0
    while let letter = letters.next() {
      code = SeedIndex.appending(letter.value, to: code)
      count += 1
      guard count >= SeedIndex.length, let seeds = index.seeds(code) else { continue }
      for seed in seeds {
        hits.append(
          Hit(query: seed.query, comment: comment, byte: UInt32(letter.bytes.upperBound), offset: seed.offset)
        )
      }
    }
  }

  private mutating func source(of number: Int, from hits: Range<Int>) -> Range<Int>? {
    let query = queries[number]
    let statement = document.statements[query.statement].node
    let own = document.enclosingComment(of: statement)
    var places: [Place] = []
    var start = hits.lowerBound
    while start < hits.upperBound {
      var end = start
      while end < hits.upperBound, self.hits[end].comment == self.hits[start].comment { end += 1 }
      if rank(ofComment: Int(self.hits[start].comment), for: query, in: own) != nil {
        places.append(densest(start..<end, letters: query.letters.count))
      }
      start = end
    }
    places.sort { ($0.seeds, $1.comment) > ($1.seeds, $0.comment) }
    var candidates: [Candidate] = []
    for place in places.prefix(Self.mostPlaces) {
      guard let rank = rank(ofComment: place.comment, for: query, in: own),
        let found = align(query, around: place), found.similarity >= leastSimilarity
      else { continue }
      candidates.append(
        Candidate(bytes: found.bytes, similarity: found.similarity, rank: rank, comment: place.comment)
      )
    }
    return choice(among: candidates)
  }

  /// The stretch of a comment that has most seeds of a statement.
  private func densest(_ range: Range<Int>, letters: Int) -> Place {
    let reach = UInt32(letters * 4 + 256)
    var best = Place(comment: Int(hits[range.lowerBound].comment), bytes: 0..<0, seeds: 0)
    var start = range.lowerBound
    for end in range {
      while hits[end].byte - hits[start].byte > reach { start += 1 }
      // A seed that is met twice counts twice; the alignment tells.
      if end - start + 1 > best.seeds {
        best.seeds = end - start + 1
        best.bytes = Int(hits[start].byte)..<Int(hits[end].byte)
      }
    }
    return best
  }

  /// How good a comment is as a source, by the order of ``StatementLinks``; `nil` where it cannot be one.
  private mutating func rank(ofComment comment: Int, for query: Query, in own: NodeIndex?) -> Int? {
    guard comment >= 0 else { return 3 }
    // A pull-quote's source is in the article.
    guard let own else { return nil }
    let node = document.node(ofComment: comment)
    // Neither the comment itself nor what answers it.
    guard !document.isNode(node, within: own) else { return nil }
    if comment == query.claimed { return 0 }
    if let author = query.author, names.hashes(ofComment: comment, in: document).contains(author) { return 1 }
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
  /// How closely a statement comes to what stands around a place.
  private mutating func align(_ query: Query, around place: Place) -> (bytes: Range<Int>, similarity: Double)? {
    let slack = query.letters.count * 4 + 256 + (query.parts.count > 1 ? Phrase.longestCut : 0)
    let text = lettersOfOwnWords(inComment: place.comment, around: place.bytes, slack: slack)
    var found: Range<Int>?
    var distance = 0
    var rest = text.indices
    for (number, start) in query.parts.enumerated() {
      let end = number + 1 < query.parts.count ? query.parts[number + 1] : query.letters.count
      let values = text[rest].map(\.value)
      guard let part = Alignment(of: Array(query.letters[start..<end]), in: values[...]) else { return nil }
      distance += part.distance
      let place = rest.lowerBound + part.letters.lowerBound..<rest.lowerBound + part.letters.upperBound
      guard !place.isEmpty else { return nil }
      if let found {
        let cut = text[place.lowerBound].bytes.lowerBound - text[found.upperBound - 1].bytes.upperBound
        guard cut <= Phrase.longestCut else { return nil }
      }
      found = (found?.lowerBound ?? place.lowerBound)..<place.upperBound
      rest = place.upperBound..<text.count
    }
    // What was left out between two parts is not long, and no passage runs on over a quotation.
    guard var letters = found, !text[letters].contains(where: { $0.value == .max }) else { return nil }
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

  /// The letters of a comment or of the article around a place, those of statements left out.
  private mutating func lettersOfOwnWords(inComment comment: Int, around bytes: Range<Int>, slack: Int) -> [Letter] {
    let whole: Range<Int>
    if comment < 0 {
      whole = document.articleTextRange
    } else {
      whole = document.plainTextRange(ofComment: document.node(ofComment: comment))
    }
    let window = (bytes.lowerBound - slack..<bytes.upperBound + slack).clamped(to: whole)
    var found: [Letter] = []
    var node = document.node(containingByte: window.lowerBound)
    while node < document.endNode, document.textStart(of: node) < window.upperBound {
      if document[node].statementIndex != nil || isInStatement(node) {
        // No words run on over a quotation.
        found.append(Letter(value: .max, bytes: window.lowerBound..<window.lowerBound, startsWord: true))
        node = document[node].statementIndex == nil ? node.next : document.subtreeEnd(of: node)
        continue
      }
      var range = document.textRange(of: node).clamped(to: window)
      while range.lowerBound < range.upperBound, document.text[range.lowerBound] & 0xc0 == 0x80 {
        range = range.lowerBound + 1..<range.upperBound
      }
      letters.read(range)
      while let letter = letters.next() { found.append(letter) }
      node = node.next
    }
    return found
  }

  private func isInStatement(_ node: NodeIndex) -> Bool {
    for ancestor in document.ancestors(ofAndIncluding: node) {
      if document[ancestor].statementIndex != nil { return true }
      if document[ancestor].isFoldable { return false }
    }
    return false
  }
}
