import DocumentModel
import Synchronization
import TextLayout

/// The search of a whole document for all hits, to be done beside the main thread.
///
/// Two are equal when they are the same one.
package final class SearchJob: Sendable {
  /// How many bytes are searched between two looks at whether somebody still wants to know.
  private static let slice = 1 << 20

  private let pattern: SearchPattern
  private let document: Document
  private let folds: FoldState
  /// All hits, when only what hides them has changed.
  private let known: SearchHits?
  private let isCancelled = Atomic(false)

  init(_ pattern: SearchPattern, in document: Document, folds: FoldState, known: SearchHits?) {
    self.pattern = pattern
    self.document = document
    self.folds = folds
    self.known = known
  }

  /// Whether it looks in this document, and in as much of it as `filter` shows.
  func isAbout(_ document: Document, through filter: CommentFilter?) -> Bool {
    self.document.contents === document.contents && folds.filter == filter
  }

  /// Makes ``run()`` end soon, without a result.
  package func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Finds all hits, and counts those that are hidden; `nil` when it was cancelled.
  ///
  /// - Complexity: O(length of the text + number of nodes)
  package func run() -> SearchHits? {
    var hits: SearchHits
    if let known {
      hits = known
    } else {
      hits = SearchHits()
      hits.heads = document.heads(with: pattern)
      if pattern.isLiteral { searchAll(&hits) } else { searchNodes(&hits) }
      if let filter = folds.filter { hits.keepOnly(filter, in: document) }
    }
    if isCancelled.load(ordering: .relaxed) { return nil }
    hits.hidden = hidden(hits)
    return hits
  }

  /// All of the text at once: what was typed has no end of a line in it, so that no hit goes on into another node.
  private func searchAll(_ hits: inout SearchHits) {
    let text = document.text.span
    var start = 0
    while start < text.count, !isCancelled.load(ordering: .relaxed) {
      // To the end of a line, which no hit is cut by.
      var end = min(start + Self.slice, text.count)
      while end < text.count, text[end - 1] != UInt8(ascii: "\n") { end += 1 }
      while let match = pattern.first(in: text, 0..<end, from: start) {
        hits.positions.append(UInt32(match.lowerBound))
        start = match.upperBound
        if hits.positions.count == SearchHits.capacity { return }
      }
      start = end
    }
  }

  private func searchNodes(_ hits: inout SearchHits) {
    let text = document.text.span
    var next = Self.slice
    for node in document.nodes where document.hasText(node) {
      let range = document.textRange(of: node)
      if range.lowerBound > next {
        if isCancelled.load(ordering: .relaxed) { return }
        next += Self.slice
      }
      var start = range.lowerBound
      while let match = pattern.first(in: text, range, from: start) {
        hits.positions.append(UInt32(match.lowerBound))
        start = match.upperBound
        if hits.positions.count == SearchHits.capacity { return }
      }
    }
  }

  /// Fewer hits than this are looked at one by one, with all that they stand in.
  private static let few = 16

  private func hidden(_ hits: SearchHits) -> Int {
    guard !folds.isEmpty, hits.count > 0 else { return 0 }
    guard hits.count >= Self.few else {
      let texts = hits.positions.map { document.node(containingByte: Int($0)) }
      let heads = hits.heads.compactMap { document.parent(of: NodeIndex(Int($0))) }
      return (texts + heads).count { node in
        document.ancestors(ofAndIncluding: node).contains { folds.isFolded($0, in: document) }
      }
    }
    var hidden = 0
    var node = NodeIndex.document
    while node < document.endNode {
      let next = folds.nextVisible(after: node, in: document)
      let isFolded = folds.isFolded(node, in: document)
      if isFolded || next > node.next {
        let start = isFolded ? document.textStart(of: node) : document.textRange(of: node).upperBound
        hidden += hits.positions(in: start..<document.textStart(of: next)).count
        hidden += hits.heads.partition { $0 < next.offset } - hits.heads.partition { $0 <= node.offset }
      }
      node = next
    }
    return hidden
  }
}

extension SearchJob: Hashable {
  package static func == (one: SearchJob, other: SearchJob) -> Bool { one === other }

  /// Hashes which one it is.
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Document {
  /// The nodes above whose words a pattern stands: in names, titles, what stands in the place of pictures.
  ///
  /// - Complexity: O(number of comments); O(number of nodes) in a document with figures or several articles
  func heads(with pattern: SearchPattern) -> [Int32] {
    let named = comments.indices(named: pattern.isFound(in:)).map { Int32(node(ofComment: $0).offset) }
    var heads = hasHead(.document, with: pattern) ? [Int32(0)] : []
    if !figures.isEmpty || !articles.isEmpty {
      for node in nodes.dropFirst() where !self[node].isComment && hasHead(node, with: pattern) {
        heads.append(Int32(node.offset))
      }
    }
    guard let last = heads.last, let first = named.first, last > first else { return heads + named }
    return (heads + named).sorted()
  }

  /// Whether a pattern stands above the words of a node.
  func hasHead(_ node: NodeIndex, with pattern: SearchPattern) -> Bool {
    headTexts(of: node).contains { $0.map(pattern.isFound(in:)) ?? false }
  }

  private func headTexts(of node: NodeIndex) -> [String?] {
    switch self[node] {
    case .document: [metadata.title, metadata.byline, metadata.site]
    case .comment(let index): [comments.author(of: index), comments.displayName(of: index)]
    case .article(let index): [articles[index].title, articles[index].byline]
    case .figure(let index): [figures[index].alt]
    default: []
    }
  }
}
