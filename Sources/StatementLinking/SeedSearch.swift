import DocumentModel

/// Where in a document many statements may stand: the stretches that have most of their seeds.
struct SeedSearch {
  /// A place that may be the source of a statement.
  struct Place {
    /// The number of the comment, or -1 for the article.
    var comment: Int
    /// From the first seed to the last.
    var bytes: Range<Int>
    /// How many seeds.
    var seeds: Int
  }

  /// A seed that was met.
  private struct Hit {
    /// The number of its code.
    var code: Int32
    /// The comment, or -1 for the article.
    var comment: Int32
    /// The byte after it.
    var byte: UInt32
  }

  /// A seed that stands in more places than this tells nothing: another of the statement's will.
  private static let mostOccurrences = 64
  /// No more are noted in all; a text made to have more is not followed further.
  private static let mostHits = 1 << 22

  private let document: Document
  private var index = SeedIndex()
  private var lengths: [Int] = []
  private var letters: LetterReader
  private var hits: [Hit] = []
  private var occurrences: [UInt8] = []

  /// A search for statements of these letters, each known by its number in `statements`.
  init(_ document: Document, for statements: some Sequence<[UInt32]>) {
    self.document = document
    letters = LetterReader(document.text)
    for (number, letters) in statements.enumerated() {
      index.add(letters, query: number)
      lengths.append(letters.count)
    }
    index.finish()
  }

  /// The places of each statement among `nodes`, at most one a comment, in reading order. What is itself quoted there is
  /// not looked at.
  ///
  /// - Complexity: O(n) in the text, and O(1) for each seed noted
  mutating func places(in nodes: Range<NodeIndex>) -> [[Place]] {
    hits.removeAll()
    occurrences = Array(repeating: 0, count: index.count)
    scan(nodes)
    var places = [[Place]](repeating: [], count: lengths.count)
    // Seeds come in the order of the text, so that those of each statement stand in order too.
    var bytes = [[(comment: Int32, byte: UInt32)]](repeating: [], count: lengths.count)
    for hit in hits where occurrences[Int(hit.code)] <= Self.mostOccurrences {
      for query in index.queries(ofCode: Int(hit.code)) { bytes[Int(query)].append((hit.comment, hit.byte)) }
    }
    for (number, bytes) in bytes.enumerated() {
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end].comment == bytes[start].comment { end += 1 }
        places[number].append(Self.densest(bytes[start..<end], letters: lengths[number]))
        start = end
      }
    }
    return places
  }

  private mutating func scan(_ nodes: Range<NodeIndex>) {
    var node = nodes.lowerBound
    var comment = document.enclosingComment(of: node).flatMap { document[$0].commentIndex }.map(Int32.init) ?? -1
    while node < nodes.upperBound, hits.count < Self.mostHits {
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
      guard count >= SeedIndex.length, let number = index[code], occurrences[number] <= Self.mostOccurrences else {
        continue
      }
      occurrences[number] += 1
      hits.append(Hit(code: Int32(number), comment: comment, byte: UInt32(letter.bytes.upperBound)))
    }
  }

  /// The stretch of a comment that has most seeds of a statement.
  private static func densest(_ seeds: ArraySlice<(comment: Int32, byte: UInt32)>, letters: Int) -> Place {
    let reach = UInt32(letters * 4 + 256)
    var best = Place(comment: Int(seeds[seeds.startIndex].comment), bytes: 0..<0, seeds: 0)
    var start = seeds.startIndex
    for end in seeds.indices {
      while seeds[end].byte - seeds[start].byte > reach { start += 1 }
      // A seed that is met twice counts twice; the alignment tells.
      if end - start + 1 > best.seeds {
        best.seeds = end - start + 1
        best.bytes = Int(seeds[start].byte)..<Int(seeds[end].byte)
      }
    }
    return best
  }
}
