import DocumentModel
import TerminalModel
import TextLayout

/// Comments are filtered, or are about to be: by what, and how everything was before.
struct Filtering {
  /// As it was typed.
  var typed = ""
  /// What is looked for; `nil` while nothing is.
  var query: CommentQuery?
  /// What is wrong with what is being typed.
  var error: String?
  /// Who was asked last which comments match.
  var job: FilterJob?
  /// How many do, once that is known.
  var count: Int?
  /// Whether it was accepted.
  var isAccepted = false
  /// What was folded before.
  var folds: FoldState
  /// Where the reader was before.
  var origin: Viewport
}

// Showing some of the comments only.
extension ReaderState {
  // MARK: Typing

  /// Asks which comments are to be shown; all are, until something was typed.
  mutating func openFilter() {
    guard !document.comments.isEmpty || isLoading else { return say("no comments to filter") }
    endFilter()
    filtering = Filtering(folds: layout.folds, origin: view)
    open(.filter)
  }

  /// Looks for what was typed.
  mutating func filter(_ typed: String) {
    guard filtering != nil else { return }
    stop(filtering?.job)
    filtering?.job = nil
    filtering?.typed = typed
    filtering?.error = nil
    do throws(ExpressionError) {
      filtering?.query = try CommentQuery(typed: typed)
      filtering?.count = nil
      if filtering?.query == nil { showUnfiltered() }
    } catch {
      filtering?.error = error.text
    }
  }

  /// Takes what was typed for what is looked for; nothing stands for everything.
  mutating func acceptFilter() {
    guard let error = filtering?.error else {
      guard filtering?.query != nil else { return endFilter() }
      filtering?.isAccepted = true
      return sayWhetherAnyMatch()
    }
    abandonFilter()
    say(error)
  }

  /// Shows the comments for which that is true which was typed elsewhere.
  mutating func filter(by typed: String) {
    openFilter()
    guard filtering != nil else { return }
    prompt = nil
    remember(typed, for: .filter)
    filter(typed)
    acceptFilter()
  }

  /// Forgets what is being typed: everything is as it was before.
  mutating func abandonFilter() {
    stop(filtering?.job)
    showUnfiltered()
    filtering = nil
  }

  private mutating func showUnfiltered() {
    guard let filtering, layout.folds.filter != nil else { return }
    layout.folds = filtering.folds
    view = filtering.origin
    settle()
  }

  // MARK: Showing

  /// Asks which comments of the document match, where that was not asked.
  mutating func watchFilter() -> [Effect] {
    guard let query = filtering?.query, filtering?.job?.isAbout(document) != true else { return [] }
    stop(filtering?.job)
    let job = FilterJob(query, in: document, new: layout.newComments)
    filtering?.job = job
    return [.filter(job)]
  }

  /// Shows the comments that match, and no others.
  mutating func filtered(_ matches: [Int32], by job: FilterJob) {
    guard let filtering, filtering.job == job else { return }
    let isLonger = filtering.count != nil && layout.folds.filter != nil
    self.filtering?.count = matches.count
    guard !matches.isEmpty else { return sayWhetherAnyMatch() }
    let filter = CommentFilter(matches, in: document)
    if isLonger, let before = layout.folds.filter {
      // What the reader has gone to stays in sight.
      layout.folds.filter = before.union(filter, in: document)
      return settleAfterFolding()
    }
    layout.folds = filtering.folds.filtered(by: filter)
    view = filtering.origin
    let current = document.lastComment(atOrBefore: view.anchor.node) ?? -1
    if !filter.isMatch(current) {
      let next = matches.partition { Int($0) < current }
      show(Anchor(document.node(ofComment: Int(matches[min(next, matches.count - 1)]))))
    }
    settleAfterFolding()
    if filtering.isAccepted { sayWhetherAnyMatch() }
  }

  private mutating func sayWhetherAnyMatch() {
    guard let filtering, filtering.isAccepted, let count = filtering.count, !isLoading || count > 0 else { return }
    guard count == 0 else { return say("Esc shows all comments again") }
    abandonFilter()
    say("no comment matches: \(filtering.typed)")
  }

  /// Shows all comments again, folded as before, from where the reader is; what hides that is unfolded.
  mutating func endFilter() {
    guard let filtering else { return }
    stop(filtering.job)
    self.filtering = nil
    guard layout.folds.filter != nil else { return }
    let focused = document.enclosingComment(of: view.anchor.node)
    let wasFolded = focused.map { layout.folds.isFolded($0, in: document) } ?? true
    layout.folds = filtering.folds
    if layout.hider(of: view.anchor.node) != nil { layout.folds.reveal(view.anchor.node, in: document) }
    if let focused, !wasFolded { layout.folds.setFolded(false, focused, in: document) }
    settleAfterFolding()
  }

  /// The same filter in a longer document, where each node has become `node` of it.
  mutating func moveFilter(from before: Document, _ places: inout Correspondence) {
    guard var filtering else { return }
    filtering.folds = filtering.folds.moved(from: before, to: document) { places.same($0) }
    filtering.origin.anchor.node = places.node(filtering.origin.anchor.node)
    self.filtering = filtering
  }

  // MARK: What is said

  /// How many comments match, or what is wrong with what is being typed; `nil` where nothing is filtered.
  package var filterText: String? {
    guard let filtering else { return nil }
    if let error = filtering.error { return error }
    guard filtering.query != nil else { return "words, @name, has:quote, is:new, is:op, score>9" }
    guard let count = filtering.count else { return layout.symbols.ellipsis }
    return "\(count) of \(document.comments.count)"
  }

  /// What was typed to filter by, as the status line has it; `nil` where nothing is filtered.
  package var filterSummary: String? {
    guard let filtering, filtering.isAccepted, let text = filterText else { return nil }
    return "& " + DisplayWidth.truncate(filtering.typed, toColumns: 24, ellipsis: layout.symbols.ellipsis) + " " + text
  }

  /// Completes the last word that was typed.
  mutating func completeFilter() {
    guard var open = prompt else { return }
    let rest = filterCompletion(of: open.input.text)
    guard !rest.isEmpty else { return }
    open.complete(with: open.input.text + rest)
    prompt = open
    filter(open.input.text)
  }

  /// What would complete the last word that was typed.
  func filterCompletion(of text: String) -> String {
    let word = text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let bare = word.hasPrefix("-") ? word.dropFirst() : word
    guard !bare.isEmpty, let keyword = CommentQuery.keywords.first(where: { $0.hasPrefix(bare) }) else { return "" }
    return String(keyword.dropFirst(bare.count))
  }
}
