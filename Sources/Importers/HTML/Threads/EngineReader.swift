import DocumentModel
import HTMLParsing

/// Reads a page as the description of an engine says.
final class EngineReader {
  private let page: ThreadPage
  private let engine: ThreadEngine
  private let excluded: PageQuery
  private let author: PageQuery
  private let displayName: PageQuery
  private let date: PageQuery
  private let score: PageQuery
  private let id: PageQuery
  private let number: PageQuery
  private let body: PageQuery
  private let omitted: PageQuery
  private let deleted: PageQuery
  private let flagged: PageQuery
  private let quotations: QuotationReader?
  private let nester: Nester

  /// A reader of the page as one that the engine made, see ``engines(_:thatMayHaveMade:)``.
  init(_ engine: ThreadEngine, of page: ThreadPage) {
    self.engine = engine
    self.page = page
    excluded = PageQuery(engine.excluded, of: page)
    author = PageQuery(engine.author, of: page)
    displayName = PageQuery(engine.displayName, of: page)
    date = PageQuery(engine.date, of: page)
    score = PageQuery(engine.score, of: page)
    id = PageQuery(engine.id, of: page)
    number = PageQuery(engine.number, of: page)
    body = PageQuery(engine.body, of: page)
    omitted = PageQuery(engine.omitted, of: page)
    deleted = PageQuery(engine.deleted, of: page)
    flagged = PageQuery(engine.flagged, of: page)
    quotations = engine.quotation.map { QuotationReader($0, of: page) }
    nester = Nester(engine.nesting, of: page)
  }

  /// The thread of the page; `nil` when it is another engine's or has none.
  ///
  /// - Complexity: O(size of the page)
  func read() -> PageThread? {
    var set = RecordSet(recordNodes(), of: page, runsOn: engine.runsOn)
    guard !set.nodes.isEmpty else { return nil }
    var (records, hints, unmarked) = readRecords(of: set, findsUnmarked: engine.mayLeaveUnmarked)
    guard Self.areContributions(records) else { return nil }
    if !unmarked.isEmpty {
      set = RecordSet(set.nodes + unmarked, of: page, runsOn: engine.runsOn)
      (records, hints, _) = readRecords(of: set, findsUnmarked: false)
    }
    nester.nest(&records, of: set, by: hints)
    let opening = openingIndex(set, number: number.text(in: set.own(0).elements).flatMap { Self.number(in: $0) })
    var thread = PageThread(engine: engine.name, records: records, removing: opening)
    if thread.opening == nil { thread.opening = post() }
    thread.isWholePage = engine.isWholePage
    return thread
  }

  /// Whether most records say who wrote them or what, and any of them who or when; those of a page that another engine
  /// made may say neither, nor does an invitation to comment.
  private static func areContributions(_ records: [ThreadRecord]) -> Bool {
    let empty = records.count { $0.author == nil && ($0.isBlank || $0.body.roots.isEmpty) && $0.standing == .live }
    return empty * 2 <= records.count
      && records.contains { $0.author != nil || $0.moment != nil || $0.standing != .live }
  }

  /// What of a record's own elements is another contribution, which the page marks otherwise: it has an author and a
  /// date of its own.
  private func unmarkedReplies(in own: OwnElements) -> [HTMLNode] {
    var authors: [HTMLNode] = []
    for alternative in 0..<author.count where authors.isEmpty && author.mayMatch(own, alternative: alternative) {
      authors = own.nodes.filter { author.matches($0, alternative: alternative) }
    }
    guard authors.count > 1 else { return [] }
    var replies = [HTMLNode?](repeating: nil, count: authors.count)
    for index in authors.indices.dropFirst().reversed() {
      replies[index] = reply(of: index, authors, replies, in: own.nodes)
    }
    return replies.compactMap { $0 }
  }

  /// The least element around an author that has words and a date of its own; `nil` where it has another author, too,
  /// except those of `replies`.
  private func reply(
    of index: Int,
    _ authors: [HTMLNode],
    _ replies: [HTMLNode?],
    in own: [HTMLNode]
  ) -> HTMLNode? {
    let tree = page.tree
    func part(_ start: HTMLNode, _ end: HTMLNode) -> ArraySlice<HTMLNode> {
      own[own.partition { $0 < start }..<own.partition { $0 < max(start, end) }]
    }
    func isWord(_ node: HTMLNode) -> Bool { body.matches(node) || tree.isElement(node, .p) && !date.matches(node) }
    let inner = index + 1 < authors.count ? replies[index + 1] : nil
    var next = index + 1
    var reply = authors[index]
    while let parent = tree.parent(of: reply), parent > authors[index - 1] {
      let (end, outerEnd) = (tree.subtreeEnd(of: reply), tree.subtreeEnd(of: parent))
      while next < authors.count, authors[next] < outerEnd {
        guard let inner = replies[next] else { return nil }
        let innerEnd = tree.subtreeEnd(of: inner)
        next = authors.partition { $0 < innerEnd }
      }
      // Its own words stand before those of replies.
      let ownEnd = min(inner ?? outerEnd, outerEnd)
      let hasWords = part(parent.next, reply).contains(where: isWord) || part(end, ownEnd).contains(where: isWord)
      reply = parent
      guard hasWords else { continue }
      return moment(in: OwnElements(part(reply.next, ownEnd), in: tree)) == nil ? nil : reply
    }
    return nil
  }

  /// Each record of a set, what all say about their places, and what of their own elements are replies that the page
  /// marks otherwise; read in parts at the same time.
  private func readRecords(
    of set: RecordSet,
    findsUnmarked: Bool
  ) -> (records: [ThreadRecord], hints: [Nester.Hint], unmarked: [HTMLNode]) {
    let count = set.nodes.count
    let parts = DiscussionParts.divide(0..<count, atLeast: Self.fewestRecords, share: 4) { $0 }
    var unmarked = [[HTMLNode]](repeating: [], count: parts.count)
    let hintCount = nester.hintCount
    var hints: [Nester.Hint] = []
    // Each is put where it stays: they are large.
    let records = [ThreadRecord](unsafeUninitializedCapacity: count) { records, recordCount in
      hints = [Nester.Hint](unsafeUninitializedCapacity: count * hintCount) { hints, hintsCount in
        // Every part has places of its own.
        nonisolated(unsafe) let (records, hints) = (records, hints)
        Concurrency.perform(on: &unmarked, parts.count) { part, unmarked in
          for index in parts[part] {
            let own = set.own(index)
            if findsUnmarked { unmarked += unmarkedReplies(in: own.elements) }
            records.initializeElement(at: index, to: record(own.elements, inner: own.inner))
            for rule in 0..<hintCount {
              hints.initializeElement(at: index * hintCount + rule, to: nester.hint(rule, own.elements))
            }
          }
        }
        hintsCount = count * hintCount
      }
      recordCount = count
    }
    return (records, hints, unmarked.flatMap { $0 })
  }

  /// Fewer records are not worth a part.
  private static let fewestRecords = 500

  private func recordNodes() -> [HTMLNode] {
    for query in engine.comment {
      let query = PageQuery(query, of: page)
      if query.isEmpty { continue }
      var nodes: [HTMLNode] = []
      for var node in page.tree.nodes where query.matches(node) && !excluded.matches(node) {
        for _ in 0..<engine.levelsUp { node = page.tree.parent(of: node) ?? node }
        if !engine.needsDate || isDated(node) { nodes.append(node) }
      }
      if !nodes.isEmpty { return nodes }
    }
    return []
  }

  private func isDated(_ node: HTMLNode) -> Bool {
    let inner = page.tree.descendants(of: node).prefix(200).filter { page.tree.kind(of: $0) == .element }
    return moment(in: OwnElements([node] + inner, in: page.tree)) != nil
  }

  /// The record that the others answer, when the first has that number.
  private func openingIndex(_ set: RecordSet, number: Int?) -> Int? {
    switch engine.opening {
    case .none: return nil
    case .first: return number.map { $0 <= 1 } ?? true ? 0 : nil
    case .element(let query):
      let query = PageQuery(query, of: page)
      return set.nodes.firstIndex { query.matches($0) }
    }
  }

  /// The post that the comments answer, where it is none of the records.
  private func post() -> ThreadRecord? {
    let query = PageQuery(engine.post, of: page)
    guard !query.isEmpty, let node = page.tree.nodes.first(where: { query.matches($0) }) else { return nil }
    return ThreadRecord(node: node, body: ThreadBody(roots: [node], omitted: []))
  }

  // MARK: One record

  private func record(_ own: OwnElements, inner: [HTMLNode]) -> ThreadRecord {
    let name = author.first(in: own, where: { !holdsWords($0, moreThan: Self.longestName) }) { Self.name($0) }
    let moment = moment(in: own)
    let votes = score.first(in: own) { Self.number(in: $0) }
    var facts: [HTMLNode] = []
    for case let node? in [name?.node, moment?.node, votes?.node] where node != own.first { facts.append(node) }
    var record = ThreadRecord(node: own.first, body: words(own, inner: inner, author: name?.node, facts: facts))
    record.id =
      id.text(in: own).map { $0.hasPrefix("#") ? String($0.drop { $0 == "#" }) : $0 } ?? page.anchor(before: own.first)
      ?? ""
    record.author = name?.value
    record.displayName = displayName.text(in: own)
    record.moment = moment?.value
    record.score = votes?.value
    if deleted.matches(any: own) {
      record.standing = .deleted
    } else if flagged.matches(any: own) {
      record.standing = .flagged
    }
    page.judgeStanding(of: &record)
    return record
  }

  /// Whether an element holds a paragraph of more than so many letters, without any of `facts` in it.
  private func holdsWords(_ node: HTMLNode, moreThan count: Int, without facts: [HTMLNode] = []) -> Bool {
    let tree = page.tree
    return tree.descendants(of: node, named: .p).contains { paragraph in
      let end = tree.subtreeEnd(of: paragraph)
      return !facts.contains { $0 >= paragraph && $0 < end }
        && tree.text[tree.textRange(of: paragraph)].count { !$0.isHTMLSpace } > count
    }
  }

  /// No name that stands in a paragraph is longer, in bytes.
  private static let longestName = 80
  /// What is shorter beside a name may be about it: a rank, a link.
  private static let fewestWords = 20

  private func words(_ own: OwnElements, inner: [HTMLNode], author: HTMLNode?, facts: [HTMLNode]) -> ThreadBody {
    let tree = page.tree
    func holdsAuthor(_ node: HTMLNode) -> Bool {
      author.map { node < $0 && $0 < tree.subtreeEnd(of: node) } ?? false
    }
    var roots: [HTMLNode] = []
    for alternative in 0..<body.count where roots.isEmpty && body.mayMatch(own, alternative: alternative) {
      for node in own.nodes where body.matches(node, alternative: alternative) {
        if let last = roots.last, node < tree.subtreeEnd(of: last) { continue }
        roots.append(node)
      }
    }
    // What holds the author, too, is more than the words.
    if engine.keepsRemainder, roots.contains(where: holdsAuthor) { roots = [] }
    let quoted = quotations?.read(own.nodes)
    var omitted = inner + (quoted?.heads ?? [])
    for quotation in quoted?.quotations ?? [] { omitted += quotation.heads }
    for node in own.nodes.dropFirst() where self.omitted.matches(node) {
      // Some pages have the words in the element that is there for the author.
      if engine.keepsRemainder, holdsAuthor(node), holdsWords(node, moreThan: Self.fewestWords, without: facts) {
        continue
      }
      omitted.append(node)
    }
    if roots.isEmpty, engine.keepsRemainder {
      roots = [own.first]
      omitted += facts
    }
    return ThreadBody(roots: roots, omitted: omitted.sorted(), quotations: quoted?.quotations ?? [])
  }

  private func moment(in own: OwnElements) -> (value: PageMoment, node: HTMLNode)? {
    let order = page.dateOrder
    return date.first(in: own) { PageMoment($0, order: order) }
  }
}
