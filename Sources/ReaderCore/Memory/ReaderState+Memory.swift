import DocumentModel
import TextLayout

// What is remembered from visit to visit. It comes after the first frame, and never moves what somebody is reading.
extension ReaderState {
  /// How far the reader has got with what is remembered.
  struct Memory {
    /// What was folded before the reader folded anything.
    var foldsBefore: FoldState
    /// Whether a key was pressed, or the mouse used.
    var hasActed = false
    /// Whether the reader was told where they stopped, or brought there.
    var hasResumed = false
    /// Whether the reader was told what is new.
    var hasSaidNews = false
    /// Whether anything is known of earlier visits; `nil` while that is not known.
    var isFirstVisit: Bool?
  }

  /// The mark of where the reader stopped on the last visit.
  package static let lastStop: Unicode.Scalar = "\""

  /// What is to be remembered.
  package var reading: Reading {
    Reading(
      document: document,
      view: memory.hasActed || memory.hasResumed ? view : nil,
      // What is folded while comments are filtered is folded for the while.
      folds: filtering?.folds ?? layout.folds,
      foldsBefore: memory.foldsBefore,
      marks: marks
    )
  }

  /// Takes in what is remembered.
  mutating func recall(_ recollection: Recollection) {
    guard recollection.era == era else { return }
    memory.isFirstVisit = recollection.isFirstVisit
    layout.newComments = recollection.new
    if let folds = recollection.folds { recall(folds) }
    for (name, anchor) in recollection.marks where marks[name] == nil { marks[name] = anchor }
    if let place = recollection.place, !memory.hasResumed { resume(at: place) }
    sayNews()
    settle()
  }

  /// Folds what was folded, unless the reader has folded something since, or would see it happen.
  private mutating func recall(_ folds: FoldState) {
    guard layout.folds == memory.foldsBefore, layout.folds != folds else { return }
    let before = layout.folds
    let lines = memory.hasActed ? screenLines.map { layout.content(of: $0) } : []
    layout.folds = folds
    if memory.hasActed, screenLines.map({ layout.content(of: $0) }) != lines {
      layout.folds = before
      return
    }
    memory.foldsBefore = folds
    settleAfterFolding()
  }

  private mutating func resume(at place: Viewport) {
    memory.hasResumed = true
    marks[Self.lastStop] = place.anchor
    let target = layout.line(at: place.anchor)
    guard target != layout.firstLine, target != currentLine else { return }
    guard !memory.hasActed else {
      if message == nil { say("'\" goes to where you stopped last time") }
      return
    }
    view = place
    settle()
    // The window may have become higher since.
    view.row += textRows - screenLines.count
    settle()
    // Where all that was before it is in sight, there is nothing to tell.
    let lines = screenLines
    guard lines.first != layout.firstLine else { return }
    let share = percentage(shown: lines).map { " at \($0) %" } ?? ""
    // Of a document that is still being read nobody knows how many there will be.
    let new = isLoading ? 0 : layout.newComments.count
    if message == nil {
      say("resumed\(share); " + (new > 0 ? "\(new) new, . goes there" : "g for the beginning"))
    }
    if new > 0 { memory.hasSaidNews = true }
  }

  private mutating func sayNews() {
    let new = layout.newComments.count
    guard !isLoading, new > 0, !memory.hasSaidNews else { return }
    memory.hasSaidNews = true
    if message == nil, !memory.hasActed { say("\(new) new since the last visit; . goes there") }
  }

  /// How many comments are new, for the status line.
  package var newText: String? { layout.newComments.count > 0 ? "\(layout.newComments.count) new" : nil }

  /// Goes to the next new comment, or the one before, and unfolds what hides it.
  mutating func goToNewComment(forward: Bool) {
    let new = layout.newComments
    guard new.count > 0 else {
      switch memory.isFirstVisit {
      case nil: return say("nothing is known of earlier visits")
      case true?: return say("nothing is new on a first visit")
      case false?: return reachEnd("nothing is new since the last visit")
      }
    }
    guard let node = currentLine?.node else { return }
    guard let target = forward ? new.next(after: node) : new.last(before: node) else {
      return forward ? reachEnd("no new comment follows") : say("no new comment comes before")
    }
    follow(to: Anchor(target), isFollowed: false, unfoldingTarget: true)
  }

  /// The new comments in a later document.
  func newComments(_ places: inout Correspondence) -> NewComments {
    // Of many it is found out again beside the main thread.
    guard layout.newComments.count <= Self.mostNewMoved else { return NewComments() }
    var nodes: [NodeIndex] = []
    for node in layout.newComments.nodes {
      if let same = places.same(node) { nodes.append(same) }
    }
    return NewComments(nodes.sorted())
  }

  private static let mostNewMoved = 10_000

  /// Asks for the source to be read again.
  mutating func reload() -> [Effect] {
    guard !isLoading else {
      say("it is still being read")
      return []
    }
    say("reading it again\(layout.symbols.ellipsis)")
    return [.reload]
  }

  /// Shows the source as it is now, having been read again.
  mutating func reread(_ document: Document) {
    let more = document.comments.count - self.document.comments.count
    install(document, stage: .linking)
    memory.hasSaidNews = true
    say("read again" + (more > 0 ? ": \(more) more comment\(more == 1 ? "" : "s")" : ""))
  }
}
