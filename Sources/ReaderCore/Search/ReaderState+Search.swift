import DocumentModel
import TextLayout

// Finding words: while they are typed, and from hit to hit.
extension ReaderState {
  // MARK: Typing

  /// Asks what is sought.
  mutating func openSearch() {
    stop(search?.job)
    search = nil
    highlight = nil
    searchOrigin = view
    open(.search)
  }

  /// Goes to the first hit from where the search began, while words are typed.
  mutating func seek(_ typed: String) {
    forgetHits()
    do throws(ExpressionError) {
      guard let pattern = try SearchPattern(typed: typed) else { return }
      var search = Search(pattern, typed: typed, origin: searchOrigin)
      let place = place(of: searchOrigin)
      // What is near may be left out by a filter.
      let isFiltered = layout.folds.filter != nil
      var near: (hit: SearchHit?, isLast: Bool) =
        isFiltered ? (nil, false) : pattern.nearestHit(after: place, in: document)
      // From the top again, where the end is near.
      if near.hit == nil, near.isLast {
        near = pattern.nearestHit(after: SearchHits.Place(byte: 0, head: 0), in: document)
      }
      search.isSeeking = near.hit == nil
      self.search = search
      if let hit = near.hit { visit(hit) }
    } catch {
      searchError = error.text
    }
  }

  /// Back to where the search began, and everything as it was.
  private mutating func forgetHits() {
    searchError = nil
    guard let search else { return }
    stop(search.job)
    setFolded(true, search.unfolded)
    view = search.origin
    highlight = nil
    self.search = nil
    settle()
  }

  /// Forgets what is being typed.
  mutating func abandonSearch() { forgetHits() }

  /// Takes what was typed for what is sought; nothing stands for what was sought the last time.
  mutating func acceptSearch() -> [Effect] {
    if let error = searchError {
      searchError = nil
      say(error)
    } else if search != nil {
      search?.isAccepted = true
      noteSearchAsJump()
      sayWhetherFound()
    } else if let command = Command.named("next-hit") {
      return perform(command, count: nil)
    }
    return []
  }

  /// Searches for what was typed elsewhere.
  mutating func search(for typed: String) -> [Effect] {
    openSearch()
    prompt = nil
    remember(typed, for: .search)
    seek(typed)
    return acceptSearch()
  }

  private mutating func noteSearchAsJump() {
    guard let search, search.isAccepted, search.current != nil else { return }
    jumps.push(search.origin, unfolding: search.unfolded)
  }

  private mutating func sayWhetherFound() {
    guard let search, search.isAccepted, search.hits?.count == 0, !isLoading else { return }
    say("not found: \(search.typed)")
    waiting = nil
    self.search = nil
  }

  // MARK: Hits

  /// Takes in where everything is that is sought.
  mutating func found(_ hits: SearchHits, by job: SearchJob) -> [Effect] {
    guard search?.job == job else { return [] }
    search?.hits = hits
    if search?.isSeeking == true, hits.count > 0 {
      search?.isSeeking = false
      let top = SearchHits.Place(byte: 0, head: 0)
      let place = place(of: searchOrigin)
      if let first = hits.first(after: place, in: document) ?? hits.first(after: top, in: document) {
        if let hit = search?.pattern.hit(first, in: document) { visit(hit) }
        noteSearchAsJump()
      }
    }
    sayWhetherFound()
    return goOn()
  }

  /// Asks for all hits where they are not known, or no longer how many are hidden.
  mutating func watchSearch() -> [Effect] {
    guard let search, search.revision !== layout.revision else { return [] }
    stop(search.job)
    let isSame = search.job?.isAbout(document, through: layout.folds.filter) == true
    let known = isSame ? search.hits : nil
    let job = SearchJob(search.pattern, in: document, folds: layout.folds, known: known)
    self.search?.job = job
    self.search?.revision = layout.revision
    if !isSame { self.search?.hits = nil }
    return [.search(job)]
  }

  /// Goes to the next hit, or the one before; at the end from the top again.
  mutating func goToHit(forward: Bool, count: Int? = nil) {
    guard let search else {
      guard let last = histories[.search]?.last, let pattern = try? SearchPattern(typed: last) else {
        return say("nothing was sought yet; / searches")
      }
      self.search = Search(pattern, typed: last, origin: view)
      self.search?.isAccepted = true
      return needsMore = true
    }
    guard let hits = search.hits else { return needsMore = true }
    guard hits.count > 0 else { return reachEnd("not found: \(search.typed)") }
    var place = search.view == view ? search.current.map { self.place(of: $0, isAfter: forward) } : nil
    var next: SearchHit?
    for _ in 0..<min(max(1, count ?? 1), hits.count) {
      let from = place ?? self.place(of: view)
      var found = forward ? hits.first(after: from, in: document) : hits.last(before: from, in: document)
      if found == nil {
        if forward, isLoading { return needsMore = true }
        let edge = forward ? SearchHits.Place(byte: 0, head: 0) : .init(byte: document.text.count, head: document.count)
        found = forward ? hits.first(after: edge, in: document) : hits.last(before: edge, in: document)
        say(forward ? "from the top again" : "from the bottom again")
      }
      next = found.map { search.pattern.hit($0, in: document) }
      place = next.map { self.place(of: $0, isAfter: forward) }
    }
    guard let next else { return }
    let before = view
    let unfolded = visit(next)
    if view != before { jumps.push(before, unfolding: unfolded) }
  }

  /// Shows a hit: unfolds what hides it, and marks it.
  @discardableResult
  private mutating func visit(_ hit: SearchHit) -> [NodeIndex] {
    var unfolded = layout.hider(of: hit.node) == nil ? [] : layout.folds.reveal(hit.node, in: document)
    // The words of a folded quotation are its own.
    if hit.bytes != nil, layout.folds.isFolded(hit.node, in: document) {
      layout.folds.setFolded(false, hit.node, in: document)
      unfolded.insert(hit.node, at: 0)
    }
    show(Anchor(hit.node, offset: hit.bytes.map { $0.lowerBound - document.textStart(of: hit.node) } ?? 0))
    highlight = hit.bytes.map { Passage(node: hit.node, bytes: $0) }
    search?.current = hit
    search?.view = view
    search?.unfolded += unfolded
    return unfolded
  }

  /// Ends the search: folds what it unfolded and, if the reader is still at a hit, goes back to where it began.
  mutating func endSearch() {
    guard let search else { return }
    stop(search.job)
    self.search = nil
    highlight = nil
    if search.view == view {
      setFolded(true, search.unfolded)
      view = search.origin
    } else {
      // What the reader has gone on to stays in sight.
      let node = view.anchor.node
      setFolded(true, search.unfolded.filter { !document.isNode(node, within: $0) })
    }
    settleAfterFolding()
  }

  /// The same search in a longer document, where each node has become `node` of it.
  mutating func moveSearch(_ places: inout Correspondence) {
    searchOrigin.anchor.node = places.node(searchOrigin.anchor.node)
    guard var search else { return }
    search.origin.anchor.node = places.node(search.origin.anchor.node)
    if let node = search.view?.anchor.node { search.view?.anchor.node = places.node(node) }
    search.unfolded = search.unfolded.map { places.node($0) }
    if let hit = search.current {
      let passage = hit.bytes.map { places.passage(Passage(node: hit.node, bytes: $0)) }
      search.current = SearchHit(node: passage?.node ?? places.node(hit.node), bytes: passage?.bytes)
    }
    self.search = search
  }

  // MARK: Places

  /// Before the line of a view.
  func place(of view: Viewport) -> SearchHits.Place {
    guard let line = layout.line(at: view.anchor) else { return SearchHits.Place(byte: 0, head: 0) }
    let range = document.textRange(of: line.node)
    guard line.index > 0 || line.piece > 0 else {
      return SearchHits.Place(byte: range.lowerBound, head: line.node.offset)
    }
    var byte = range.upperBound
    for run in layout.content(of: line).runs {
      if case .document(let bytes) = run.content {
        byte = bytes.lowerBound
        break
      }
    }
    return SearchHits.Place(byte: byte, head: line.node.offset + 1)
  }

  private func place(of hit: SearchHit, isAfter: Bool) -> SearchHits.Place {
    guard let bytes = hit.bytes else {
      return SearchHits.Place(byte: document.textStart(of: hit.node), head: hit.node.offset + (isAfter ? 1 : 0))
    }
    return SearchHits.Place(byte: isAfter ? bytes.upperBound : bytes.lowerBound, head: hit.node.offset + 1)
  }

  // MARK: What is said

  /// Which hit this is of how many, and how many are hidden; `nil` where nothing is sought.
  package var searchText: String? {
    if let searchError { return searchError }
    guard let search else { return nil }
    guard let hits = search.hits else { return layout.symbols.ellipsis }
    guard hits.count > 0 else { return isLoading ? "no hits yet" : "no hits" }
    let more = hits.positions.count == SearchHits.capacity ? "+" : ""
    var text = hits.count == 1 && search.current == nil ? "1 hit" : "\(hits.count)\(more)"
    if let current = search.current {
      text = "\(hits.count(before: place(of: current, isAfter: false)) + 1)/" + "\(hits.count)\(more)"
    } else if hits.count > 1 {
      text += " hits"
    }
    return hits.hidden > 0 ? text + ", \(hits.hidden) in folded" : text
  }

  /// What is sought or filtered by, where it is to be marked.
  package var sought: SearchPattern? { search?.pattern ?? (layout.folds.filter == nil ? nil : filtering?.query?.words) }
}
