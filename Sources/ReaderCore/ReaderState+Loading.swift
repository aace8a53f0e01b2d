import DocumentModel
import StatementLinking
import TextLayout

// A source that is still being read: longer documents take the place of shorter ones under the reader.
extension ReaderState {
  /// A command that needs more of the document than is there.
  struct Waiting {
    var command: Command
    /// How often it has to be performed yet.
    var count: Int?
  }

  /// Shows a longer document; what the reader sees, has folded and has jumped from stays.
  mutating func install(_ document: Document, stage: Stage) {
    let before = self.document
    var places = Correspondence(from: before, to: document)
    let isLonger = before.count > 1
    let isUntouched = layout.folds == memory.foldsBefore
    let isAtHit = search?.view == view
    let peeked = layout.peekedStatement
    layout = DocumentLayout(
      document,
      geometry: layout.geometry,
      symbols: layout.symbols,
      folds: layout.folds.moved(from: before, to: document) { places.same($0) },
      sources: layout.sources.map { $0.map { places.passage($0) } },
      newComments: newComments(&places)
    )
    memory.foldsBefore =
      isUntouched ? layout.folds : memory.foldsBefore.moved(from: before, to: document) { places.same($0) }
    if isLonger {
      view.anchor.node = places.node(view.anchor.node)
      jumps.move { places.node($0) }
      marks = marks.mapValues { Anchor(places.node($0.node), offset: $0.offset) }
      highlight = highlight.map { places.passage($0) }
      moveSearch(&places)
      moveFilter(from: before, &places)
      if let peeked { layout.showPeek(of: places.node(peeked)) }
    }
    focusedLink = nil
    hints = nil
    backlinks = Backlinks(StatementLinks(sources: layout.sources))
    tour = nil
    outline = nil
    // One that is open goes on to show what was listed, until there is a longer one.
    if panel != .outline { outlinePanel = nil }
    self.stage = stage
    isIncomplete = false
    settle()
    if isAtHit { search?.view = view }
  }

  /// Says that a command found nothing more to go to; while the source is being read it is performed again when more
  /// is there.
  ///
  /// - Parameter mayCome: whether what the command looks for may stand in the part that is still to come.
  mutating func reachEnd(_ text: String, mayCome: Bool = true) {
    if mayCome, isLoading { needsMore = true } else { say(text) }
  }

  /// Whether more of the document will come.
  package var isLoading: Bool {
    if case .loading = stage { true } else { false }
  }

  /// Whether what will come is fetched from the web.
  var isFetching: Bool {
    if case .loading(let loading) = stage { loading.host != nil } else { false }
  }

  /// Performs `command`, now or when what it needs is there.
  mutating func perform(_ command: Command, count: Int?) -> [Effect] {
    waiting = Waiting(command: command, count: count)
    needsMore = false
    let (before, passage, link) = (view, highlight, focusedLink)
    let effects = command.perform(&self, count)
    if view != before {
      // The highlight and the focus on a link last until the reader moves.
      if highlight == passage { highlight = nil }
      if focusedLink == link { focusedLink = nil }
    }
    if !needsMore { waiting = nil }
    return effects
  }

  /// Performs the command that waits, since more has become known.
  mutating func goOn() -> [Effect] {
    guard let waiting else { return [] }
    return perform(waiting.command, count: waiting.count)
  }

  /// What is waited for, and how to stop that.
  package var waitingText: String? {
    guard waiting != nil else { return nil }
    if case .loading(let loading) = stage { return "reading on (\(loading.text)); Esc stays here" }
    return search != nil && search?.hits == nil ? "searching; Esc stays here" : "looking for the source; Esc stays here"
  }
}
