import DocumentModel
import StatementLinking
import TerminalModel
import TextLayout

/// The program without a screen: what is read, where the reader is, what is folded and asked for.
///
/// ``handle(_:)`` is the only place where it changes. Nothing in here costs more than the screen: lines are found from the view's anchor,
/// never counted from the top.
package struct ReaderState {
  /// A surface that covers the document.
  package enum Panel: Hashable, Sendable {
    /// The keys in force; `top` is the first of its lines shown.
    case help(top: Int)
    /// What the document consists of.
    case outline
    /// What was read before.
    case library
  }

  /// The document as lines, with its folds.
  package internal(set) var layout: DocumentLayout
  /// The window.
  package internal(set) var size: Size
  /// How wide the reader wants the text column to be.
  package internal(set) var column: Int
  /// What ``column`` goes back to.
  package let defaultColumn: Int
  /// Where the reader is.
  package internal(set) var view = Viewport()
  /// Where the reader jumped from.
  package internal(set) var jumps = JumpList()
  /// The panel that is open.
  package internal(set) var panel: Panel?
  /// The line that is being typed.
  package internal(set) var prompt: Prompt?
  /// What was typed before, by what it was typed for, the latest last.
  var histories: [Prompt.Kind: [String]] = [:]
  /// What is sought.
  var search: Search?
  /// Where the reader was when the prompt for it was opened.
  var searchOrigin = Viewport()
  /// What is wrong with what is being typed.
  var searchError: String?
  /// What comments are filtered by.
  var filtering: Filtering?
  /// The link that has the focus, until the reader moves: its number among the document's spans.
  package internal(set) var focusedLink: Int?
  /// Letters to choose a link by, while they are shown.
  package internal(set) var hints: LinkHints?
  /// Places that were given a name.
  var marks: [Unicode.Scalar: Anchor] = [:]
  /// The command that takes the next key for a name.
  var nameRequest: NameRequest?
  /// Whether the mouse is the reader's, and not the terminal's.
  package internal(set) var usesMouse = false
  /// The lines of help that are shown.
  package internal(set) var helpLines: [HelpText.Line] = []
  /// A word to the reader, until the next key.
  package internal(set) var message: Message?
  /// The passage that was jumped to, until the next move.
  package internal(set) var highlight: Passage?
  /// Which statements quote what; nothing while that is not known.
  package internal(set) var backlinks = Backlinks()
  /// Whether passages say how many statements quote them.
  package internal(set) var showsBacklinkCounts = true
  /// The statements that quote a passage, as long as the reader goes from one to the next.
  var tour: Tour?
  /// What the document consists of, once that is known.
  var outline: Outline?
  /// What is listed of the library, while it is open.
  var libraryPanel: LibraryPanel?
  /// The panel that shows it, as it was left when it is not open.
  var outlinePanel: OutlinePanel?
  /// How far the reader has got with what is remembered of earlier visits.
  var memory: Memory
  /// The number of documents that were shown before this one.
  private(set) var era = 0
  /// How much is known about the source.
  package internal(set) var stage: Stage
  /// Whether the rest of the source could not be read, so that the document is a part of it.
  package internal(set) var isIncomplete = false
  /// The jobs that are to be stopped after the event that is taken in.
  private var stopped: [Effect] = []
  /// What is to be done as soon as the document is long enough.
  var waiting: Waiting?
  /// Whether the command that is being performed needs more of the document than is there.
  var needsMore = false
  /// By how many columns code is moved to the left.
  package internal(set) var sideways = 0
  /// The keys typed so far of a sequence.
  package private(set) var pendingKeys: [KeyEvent] = []
  /// The count typed so far.
  package private(set) var count: Int?

  /// The keys in force.
  package let keymap: Keymap
  /// The names of the themes there are.
  package let themes: [String]

  /// A reader at the beginning of `document`.
  ///
  /// - Parameters:
  ///   - column: the greatest width of the text column.
  ///   - foldLevel: comments of this depth or more begin folded.
  ///   - stage: how much is known about the source.
  ///   - keymap: the keys in force.
  ///   - themes: the names of the themes there are.
  ///   - usesMouse: whether the mouse is the reader's, and not the terminal's.
  package init(
    _ document: Document,
    size: Size,
    column: Int = LayoutGeometry.defaultColumns,
    symbols: Symbols = .unicode,
    foldLevel: Int? = nil,
    stage: Stage = .complete,
    keymap: Keymap = Keymap(),
    themes: [String] = [],
    usesMouse: Bool = false
  ) {
    self.stage = stage
    self.themes = themes
    self.keymap = keymap
    self.usesMouse = usesMouse
    self.size = size
    self.column = column
    defaultColumn = column
    let folds = FoldState(level: foldLevel, foldsLongQuotations: true)
    memory = Memory(foldsBefore: folds)
    layout = DocumentLayout(
      document,
      geometry: LayoutGeometry(window: size.columns, column: column),
      symbols: symbols,
      folds: folds
    )
  }

  /// What is read.
  package var document: Document { layout.document }

  /// Rows for the document; the last row of the window is the status line, where there are two.
  package var textRows: Int { max(1, size.rows - (hasStatusLine ? 1 : 0)) }

  /// Whether there is room for a status line.
  package var hasStatusLine: Bool { size.rows >= 2 }
}

// MARK: Events

extension ReaderState {
  /// Takes an event in; gives what the world has to do about it.
  package mutating func handle(_ event: ReaderEvent) -> [Effect] {
    let effects = take(event) + watchFilter() + watchSearch()
    defer { stopped = [] }
    return stopped + effects
  }

  /// Has a job stopped that runs beside the main thread.
  mutating func stop(_ job: SearchJob?) {
    if let job { stopped.append(.stopSearch(job)) }
  }

  /// Has a job stopped likewise.
  mutating func stop(_ job: FilterJob?) {
    if let job { stopped.append(.stopFilter(job)) }
  }

  /// What an event would lead to, where that is no more than another view of the same lines; `nil` else.
  package func moved(by event: ReaderEvent) -> ReaderState? {
    // What is still being read may change what comes of it; and a letter that is typed may be sought.
    guard !isLoading, prompt == nil else { return nil }
    var moved = self
    guard moved.handle(event).isEmpty, moved.view != view, moved.layout.revision === layout.revision else { return nil }
    return moved
  }

  private mutating func take(_ event: ReaderEvent) -> [Effect] {
    switch event {
    case .key(let key):
      memory.hasActed = true
      return handle(key)
    case .resized(let size):
      self.size = size
      relayout()
      // The panel may have become higher than what is left of it.
      movePanel(.lines(0))
      settleOutline()
      settleLibrary()
    case .read(let document, let stage):
      era += 1
      install(document, stage: stage)
      return goOn()
    case .progressed(let bytes, let host):
      guard case .loading(var loading) = stage else { break }
      loading.read = host == loading.host ? max(loading.read, bytes) : bytes
      loading.host = host
      stage = .loading(loading)
    case .failed(let text, let brief):
      waiting = nil
      stage = .complete
      guard document.count > 1 else { return [.fail(text)] }
      isIncomplete = true
      say(brief ?? text)
    case .said(let text): say(text)
    case .indexed(let index):
      // What was found out about an earlier document is of no use any more.
      guard index.era == era else { break }
      layout.sources = index.links.sources
      backlinks = index.backlinks
      if outline == nil { install(index.outline) }
      if stage == .linking { stage = .complete }
      return goOn()
    case .found(let hits, by: let job):
      return found(hits, by: job)
    case .filtered(let matches, by: let job): filtered(matches, by: job)
    case .mouse(let event):
      memory.hasActed = true
      return handle(event)
    case .recalled(let recollection): recall(recollection)
    case .reread(let document):
      era += 1
      reread(document)
    case .library(let entries, let isAsked): showLibrary(entries, isAsked: isAsked)
    }
    return []
  }

  private mutating func handle(_ key: KeyEvent) -> [Effect] {
    message = nil
    // One that ends a wait does not end the reading as well.
    if key.key == .escape, waiting != nil, isFetching {
      waiting = nil
      return []
    }
    waiting = nil
    if !Self.reachesEverything.contains(key) {
      if let prompt { return handle(key, in: prompt) }
      if let hints { return handle(key, choosing: hints) }
      if let nameRequest {
        handle(key, naming: nameRequest)
        return []
      }
      switch panel {
      case .outline:
        handleInOutline(key)
        return []
      case .library: return handleInLibrary(key)
      case .help, nil: break
      }
    }
    if pendingKeys.isEmpty, let digit = Self.digit(key) {
      count = min((count ?? 0) * 10 + digit, Self.mostCount)
      return []
    }
    if key.key == .escape, !pendingKeys.isEmpty || count != nil {
      forgetKeys()
      return []
    }
    pendingKeys.append(key)
    switch keymap.match(pendingKeys) {
    case .prefix:
      return []
    case .none:
      let keys = pendingKeys.map(\.notation).joined()
      forgetKeys()
      message = Message("\(keys) does nothing; ? shows the keys")
      return []
    case .command(let command):
      let count = count
      forgetKeys()
      guard panel == nil else {
        if let move = command.panelMove { movePanel(move) }
        return command.name == "redraw" || command.name == "suspend" ? command.perform(&self, count) : []
      }
      return perform(command, count: count)
    }
  }

  private mutating func forgetKeys() {
    pendingKeys = []
    count = nil
  }

  /// No count is greater.
  static let mostCount = 99_999

  /// Keys that do what they do while something is typed as well.
  private static let reachesEverything: Set<KeyEvent> = [
    KeyEvent(.character("l"), control: true), KeyEvent(.character("z"), control: true),
  ]

  private static func digit(_ key: KeyEvent) -> Int? {
    guard case .character(let scalar) = key.key, !key.control, !key.alt, ("0"..."9").contains(scalar) else {
      return nil
    }
    return Int(scalar.value) - 48
  }

  /// Performs a command as often as the count says, at least once, and no longer than it changes the view.
  mutating func repeating(_ count: Int?, _ step: (inout ReaderState) -> Void) {
    let count = max(1, count ?? 1)
    for done in 0..<count {
      let before = view
      step(&self)
      if needsMore { waiting?.count = count - done }
      if needsMore || view == before { return }
    }
  }

  /// Lays the document out anew for the window and the column. The anchor keeps its place, the view its row.
  mutating func relayout() {
    let peeked = layout.peekedStatement
    let isAtHit = search?.view == view
    layout = DocumentLayout(
      document,
      geometry: LayoutGeometry(window: size.columns, column: column),
      symbols: layout.symbols,
      folds: layout.folds,
      sources: layout.sources,
      newComments: layout.newComments
    )
    if let peeked { layout.showPeek(of: peeked) }
    settle()
    if isAtHit { search?.view = view }
  }

  /// Ends what can be ended: the source that is shown, else the focus on a link, else the search, else the filter, else
  /// what is fetched.
  mutating func cancel() -> [Effect] {
    if layout.peekedStatement != nil {
      hidePeek()
    } else if focusedLink != nil {
      focusedLink = nil
    } else if search != nil {
      endSearch()
    } else if filtering != nil || !isFetching {
      endFilter()
    } else {
      return [document.count > 1 ? .stopReading : .quit]
    }
    return []
  }
}
