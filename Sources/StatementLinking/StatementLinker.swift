import DocumentModel

/// Reads a document once, front to back, and finds the sources of its statements.
///
/// What was met before a statement is asked for when the statement is come to: only then is it known which comments are
/// its ancestors. What may come later (a comment named by its id, another by the same author) is asked for at the end.
struct StatementLinker {
  /// A statement on the way to its source.
  struct Query {
    /// Its index in ``Document/statements``.
    var statement: Int
    /// The number of its phrase.
    var phrase: Int
    /// The number of the comment it stands in; `nil` in the article.
    var comment: Int?
    /// Whether it is too short to be sought everywhere.
    var isShort: Bool
    /// The watched comment that the page names as its source.
    var claimed: Int?
    /// The watched author whom it names.
    var author: Int?
    /// The bytes before its first letter and after its last.
    var edges: (lead: Range<Int>, tail: Range<Int>)
    /// What was found before it.
    var earlier = Candidates()
    /// What was found before it among words that are quoted themselves.
    var earlierQuoted = Candidates()
  }

  /// What was found for a statement when it was come to.
  struct Candidates {
    /// In comments of the author it names.
    var author = Sightings.Finding.nowhere
    /// Anywhere else.
    var other = Sightings.Finding.nowhere
    /// Whether ``other`` is in a comment that is not answered: then none that follows may have the words too.
    var isUnrelated = false
  }

  /// How far a phrase with parts left out has been met.
  private struct Progress {
    var comment = -2
    var next = 0
    var bytes = 0..<0
  }

  private let document: Document
  private let trustsClaims: Bool
  private var book = PhraseBook()
  private var names: NameHashes
  private var queries: [Query] = []
  private var original: PhraseSightings
  private var quoted: PhraseSightings
  private var progress: [Progress]

  /// Where in the document the scan is.
  private var comment: Sightings.Sighting?
  private var isInStatement = false
  private var lastStatementEnd = 0

  /// A linker that knows the statements of `document`, but not yet where their words stand.
  ///
  /// - Parameter trustsClaims: whether what a page says of whom it quotes counts for anything.
  init(_ document: Document, trustsClaims: Bool) {
    self.document = document
    self.trustsClaims = trustsClaims
    names = NameHashes(document)
    var phrases = PhraseReader(document)
    for (index, statement) in document.statements.enumerated() {
      guard let reading = phrases.read(statement.node) else { continue }
      queries.append(
        Query(
          statement: index,
          phrase: book.number(of: reading.phrase),
          isShort: reading.isShort,
          edges: (reading.lead, reading.tail)
        )
      )
    }
    book.finish()
    original = PhraseSightings(of: document, phrases: book.phrases.count)
    quoted = original
    progress = Array(repeating: Progress(), count: book.phrases.count)
    if trustsClaims { watchNames() }
  }

  /// Has the comments and authors watched that statements name.
  private mutating func watchNames() {
    let comments = commentsNamed(by: queries.indices)
    for index in queries.indices {
      let statement = document.statements[queries[index].statement]
      let phrase = queries[index].phrase
      let own = document.enclosingComment(of: statement.node)
      if let id = statement.claim?.comment, let comment = comments?[id],
        document.node(ofComment: comment) != own
      {
        queries[index].claimed = original.watch(phrase, comment: comment)
        _ = quoted.watch(phrase, comment: comment)
      }
      if let name = (statement.claim?.author ?? statement.speaker).flatMap({ names.hash(of: $0) }) {
        queries[index].author = original.watch(phrase, author: name)
        _ = quoted.watch(phrase, author: name)
      }
    }
  }
}

// MARK: Reading

extension StatementLinker {
  /// Reads the whole document.
  ///
  /// Where phrases stand is found in several parts of it at the same time; what that means is told by one walk over
  /// them, in order.
  mutating func scan() {
    var reading = Reading()
    var start = NodeIndex.document
    var scans = (0..<Concurrency.width).map { _ in PhraseScan(document, for: book) }
    while start < document.endNode {
      let parts = PhraseScan.parts(of: document, from: start, count: scans.count)
      Concurrency.perform(on: &scans, parts.count) { number, scan in scan.scan(parts[number]) }
      for (part, scan) in zip(parts, scans) { read(part, scan.sightings, &reading) }
      start = parts.last?.upperBound ?? document.endNode
    }
  }

  /// Where in its statements the walk is.
  private struct Reading {
    var statementEnd = NodeIndex.document
    var nextQuery = 0
  }

  /// Notes what was met in a part of the document, and asks for the statements in it.
  private mutating func read(_ nodes: Range<NodeIndex>, _ sightings: [PhraseScan.Sighting], _ reading: inout Reading) {
    var next = 0
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      let element = document[node]
      if let index = element.commentIndex { comment = Sightings.Sighting(comment: index, node: node, bytes: 0..<0) }
      if isInStatement, node >= reading.statementEnd {
        isInStatement = false
        lastStatementEnd = document.textStart(of: node)
      }
      if let statement = element.statementIndex {
        if !isInStatement {
          isInStatement = true
          reading.statementEnd = document.subtreeEnd(of: node)
        }
        if reading.nextQuery < queries.count, queries[reading.nextQuery].statement == statement {
          ask(reading.nextQuery)
          reading.nextQuery += 1
        }
      }
      let end = document.textRange(of: node).upperBound
      while next < sightings.count, sightings[next].end <= end {
        note(sightings[next])
        next += 1
      }
      node = node.next
    }
  }

  private mutating func note(_ sighting: PhraseScan.Sighting) {
    let bytes = Int(sighting.start)..<Int(sighting.end)
    for use in book.uses(ofPattern: sighting.pattern) {
      if let part = use.part {
        note(part: part, of: use.phrase, at: bytes)
      } else {
        note(use.phrase, at: bytes)
      }
    }
  }

  private mutating func note(_ phrase: Int, at bytes: Range<Int>) {
    let isQuoted = isInStatement || bytes.lowerBound < lastStatementEnd
    if var sighting = comment {
      sighting.bytes = bytes
      if isQuoted {
        quoted.note(phrase, sighting, names: &names)
      } else {
        original.note(phrase, sighting, names: &names)
      }
    } else {
      if isQuoted { quoted.note(phrase, inArticle: bytes) } else { original.note(phrase, inArticle: bytes) }
    }
  }

  /// Follows a phrase with parts left out from one part to the next.
  private mutating func note(part: Int, of phrase: Int, at bytes: Range<Int>) {
    let comment = comment?.comment ?? -1
    let state = progress[phrase]
    let isNear = state.comment == comment && bytes.lowerBound - state.bytes.upperBound <= Phrase.longestCut
    if isNear, state.next == part, bytes.lowerBound >= state.bytes.upperBound, part > 0 {
      progress[phrase].next += 1
      progress[phrase].bytes = state.bytes.lowerBound..<bytes.upperBound
      guard part + 1 == book.phrases[phrase].parts.count else { return }
      let all = progress[phrase].bytes
      progress[phrase] = Progress()
      note(phrase, at: all)
    } else if part == 0, !isNear || state.next <= 1 {
      progress[phrase] = Progress(comment: comment, next: 1, bytes: bytes)
    }
  }

  /// Collects what the document says up to the statement of this query, which has just been come to.
  private mutating func ask(_ number: Int) {
    let query = queries[number]
    guard let comment else {
      if !query.isShort, let first = quoted.article(query.phrase).first {
        queries[number].earlierQuoted.other = .place(first)
      }
      return
    }
    queries[number].comment = comment.comment
    queries[number].earlier = Self.candidates(for: query, in: &original, of: document, at: comment, isOriginal: true)
    queries[number].earlierQuoted = Self.candidates(
      for: query,
      in: &quoted,
      of: document,
      at: comment,
      isOriginal: false
    )
  }

  private static func candidates(
    for query: Query,
    in sightings: inout PhraseSightings,
    of document: Document,
    at place: Sightings.Sighting,
    isOriginal: Bool
  ) -> Candidates {
    var candidates = Candidates()
    if let author = query.author {
      candidates.author = sightings[author: author].nearestAncestor(of: place.comment, at: place.node, in: document)
      if case .nowhere = candidates.author {
        candidates.author = sightings[author: author].earlier(than: place.comment)
      }
    }
    candidates.other = sightings[comments: query.phrase].nearestAncestor(
      of: place.comment,
      at: place.node,
      in: document
    )
    if case .nowhere = candidates.other, !query.isShort {
      candidates.other = sightings.article(query.phrase).only
      // Two people who quote the same words from elsewhere do not quote each other.
      if case .nowhere = candidates.other, isOriginal {
        candidates.other = sightings[comments: query.phrase].earlier(than: place.comment)
        candidates.isUnrelated = true
      }
    }
    return candidates
  }
}

// MARK: Resolving

extension StatementLinker {
  /// The source of every statement, from what ``scan()`` found; then of those whose words stand nowhere as they are.
  func resolve(leastSimilarity: Double) -> [Passage?] {
    var sources = [Passage?](repeating: nil, count: document.statements.count)
    var unfound: [Int] = []
    for (number, query) in queries.enumerated() {
      var finding = finding(for: query, amongQuoted: false)
      if case .nowhere = finding { finding = self.finding(for: query, amongQuoted: true) }
      switch finding {
      case .place(let bytes): sources[query.statement] = passage(withEdges(bytes, of: query))
      case .nowhere: if !query.isShort { unfound.append(number) }
      case .ambiguous: break
      }
    }
    let approximate = leastSimilarity <= 1 ? approximateQueries(unfound) : []
    var linker = ApproximateLinker(document, queries: approximate, leastSimilarity: leastSimilarity)
    for (query, bytes) in zip(approximate, linker.sources()) { sources[query.statement] = bytes.map(passage) }
    return sources
  }

  private func passage(_ bytes: Range<Int>) -> Passage {
    Passage(node: document.node(containingByte: bytes.lowerBound), bytes: bytes)
  }

  /// The statements of these numbers, as they are sought approximately.
  private func approximateQueries(_ numbers: [Int]) -> [ApproximateLinker.Query] {
    guard !numbers.isEmpty else { return [] }
    var names = names
    let comments = commentsNamed(by: numbers)
    var reader = PhraseReader(document)
    return numbers.compactMap { number in
      let query = queries[number]
      let statement = document.statements[query.statement]
      guard reader.read(statement.node) != nil, reader.values.count >= ApproximateLinker.fewestLetters,
        reader.values.count <= ApproximateLinker.mostLetters
      else { return nil }
      let name = trustsClaims ? statement.claim?.author ?? statement.speaker : nil
      return ApproximateLinker.Query(
        statement: query.statement,
        letters: reader.values,
        parts: reader.partStarts,
        author: name.flatMap { names.hash(of: $0) },
        claimed: claim(of: query)?.comment.flatMap { comments?[$0] }
      )
    }
  }

  /// The comments by their ids, where any of these queries names one.
  private func commentsNamed(by numbers: some Collection<Int>) -> CommentNumbers? {
    numbers.contains { claim(of: queries[$0])?.comment != nil } ? CommentNumbers(document.comments) : nil
  }

  private func claim(of query: Query) -> Statement.Claim? {
    trustsClaims ? document.statements[query.statement].claim : nil
  }

  /// What there is for a statement among words that are quoted themselves, or among all others.
  private func finding(for query: Query, amongQuoted: Bool) -> Sightings.Finding {
    let sightings = amongQuoted ? quoted : original
    let earlier = amongQuoted ? query.earlierQuoted : query.earlier
    if let claimed = query.claimed, let place = sightings.place(inWatched: claimed), !isBelow(query.comment, place) {
      return .place(place)
    }
    guard let comment = query.comment else {
      // What the article says after a pull-quote is as good as what it says before; but it quotes itself once only.
      return amongQuoted || query.isShort ? earlier.other : sightings.article(query.phrase).only
    }
    if case .nowhere = earlier.author {} else { return earlier.author }
    if let author = query.author, case .place(let bytes) = sightings[author: author].only(except: comment),
      !isBelow(comment, bytes)
    {
      return .place(bytes)
    }
    // Nobody knows which of two was quoted, whatever order they stand in.
    if earlier.isUnrelated, case .place = earlier.other, !sightings[comments: query.phrase].areAllBelowFirst {
      return .ambiguous
    }
    return earlier.other
  }

  /// Whether a place is in what answers a comment: nobody quotes what is said later to him.
  private func isBelow(_ comment: Int?, _ place: Range<Int>) -> Bool {
    guard let comment else { return false }
    return document.isNode(document.node(containingByte: place.lowerBound), within: document.node(ofComment: comment))
  }

  /// The place `bytes` with the marks before and after the statement's words, as far as the same ones stand there.
  private func withEdges(_ bytes: Range<Int>, of query: Query) -> Range<Int> {
    let text = document.text
    var end = bytes.upperBound
    var length = 0
    for offset in query.edges.tail {
      let other = bytes.upperBound + length
      guard other < text.count, text[other] == text[offset], text[offset] != UInt8(ascii: "\n") else { break }
      length += 1
      let isScalarEnd = other + 1 == text.count || text[other + 1] & 0xc0 != 0x80
      if isScalarEnd, text[other] != UInt8(ascii: " ") { end = other + 1 }
    }
    var start = bytes.lowerBound
    length = 0
    for offset in query.edges.lead.reversed() {
      let other = bytes.lowerBound - length - 1
      guard other >= 0, text[other] == text[offset], text[offset] != UInt8(ascii: "\n") else { break }
      length += 1
      if text[other] & 0xc0 != 0x80, text[other] != UInt8(ascii: " ") { start = other }
    }
    return start..<end
  }
}
