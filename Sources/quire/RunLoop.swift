import DocumentModel
import ProcessSpawning
import ReaderCore
import ScreenRendering
import StatementLinking
import TerminalDriver
import TerminalModel
import Themes

/// Carries keys to the reader and frames to the terminal until the reader quits. The main thread owns both.
struct RunLoop {
  /// How a reading ended.
  enum End {
    /// The reader quit, or the terminal went away.
    case quit
    /// There was nothing to read; why not.
    case failed(String)
    /// Something else is to be read.
    case opening(Opening)
  }

  private let terminal: NcursesTerminal
  private let appearance: Appearance
  private(set) var theme: Theme
  private var renderer: ScreenRenderer
  private let inbox: Inbox
  private var state: ReaderState
  private let progress: LoadingProgress?
  private let keeper: MemoryKeeper
  private let reloader: Reloader
  private var end = End.quit
  /// What was done last.
  private var last: TerminalEvent?
  /// What doing it again would lead to.
  private var anticipation = Anticipation()
  /// The title that the window is called by; `nil` where it has not been told.
  private var title: String??

  /// How often the status line says how far reading is, in milliseconds.
  private var progressInterval: Int { appearance.reducesMotion ? 4000 : 250 }

  /// A loop that shows `state` in `theme` on `terminal`, and takes in what comes to `inbox` and how far reading is. What the
  /// reader does is told to `keeper`.
  init(
    terminal: NcursesTerminal,
    appearance: Appearance,
    theme: Theme,
    state: ReaderState,
    inbox: Inbox,
    progress: LoadingProgress?,
    keeper: MemoryKeeper,
    reloader: Reloader
  ) {
    self.terminal = terminal
    self.appearance = appearance
    self.theme = theme
    renderer = ScreenRenderer(theme: theme)
    self.state = state
    self.inbox = inbox
    self.progress = progress
    self.keeper = keeper
    self.reloader = reloader
  }

  /// Shows the reader's state.
  mutating func show() {
    let title = state.document.metadata.title
    if self.title != .some(title) {
      self.title = .some(title)
      terminal.setTitle(state.windowTitle)
    }
    terminal.show(renderer.frame(for: state))
  }

  /// What is to be remembered of the reading.
  var reading: Reading { state.reading }

  /// Runs until the reader quits or the terminal goes away.
  mutating func run() -> End {
    var next: TerminalEvent?
    while true {
      let event = next ?? terminal.nextEvent(within: state.isLoading ? progressInterval : nil)
      next = nil
      let isRepeated = event != nil && event == last
      if isRepeated, let frame = anticipation.step() {
        terminal.show(frame)
      } else {
        settle()
        anticipation.end()
        if let event {
          guard handle(event), handlePending() else { return end }
          if state.isLoading, state.waitingText != nil { progress?.hurry() }
        } else if let progress {
          _ = state.handle(progress.event)
        }
        show()
      }
      keeper.note(anticipation.reading ?? state.reading)
      if isRepeated, anticipation.isExhausted { next = anticipate() }
    }
  }

  /// Takes in whatever has come already, so that keys typed faster than frames are drawn cost one frame, but for the few
  /// whose frames were drawn before.
  private mutating func handlePending() -> Bool {
    while let event = terminal.nextEvent(within: 0) {
      guard handle(event) else { return false }
    }
    return true
  }

  /// Takes over what was anticipated and done.
  private mutating func settle() {
    if let anticipated = anticipation.state { state = anticipated }
  }

  /// Finds out what doing the same again leads to, where that is no more than a move.
  ///
  /// - Returns: what was done meanwhile.
  private mutating func anticipate() -> TerminalEvent? {
    let event: ReaderEvent
    switch last {
    case .key(let key): event = .key(key)
    case .mouse(let mouse): event = .mouse(mouse)
    default: return nil
    }
    settle()
    return anticipation.go(on: event, from: state, renderer: renderer, terminal: terminal)
  }

  /// - Returns: whether to go on.
  private mutating func handle(_ event: TerminalEvent) -> Bool {
    last = event
    switch event {
    case .key(let key): return perform(state.handle(.key(key)))
    case .resized(let size): return perform(state.handle(.resized(size)))
    case .woken:
      for delivery in inbox.take() {
        switch delivery {
        case .event(let event):
          guard perform(state.handle(event)) else { return false }
        case .opening(let opening):
          end = .opening(opening)
          return false
        }
      }
    case .mouse(let event): return perform(state.handle(.mouse(event)))
    case .resumed:
      // Whoever had the terminal meanwhile may have called its window something else.
      title = nil
      terminal.redraw()
    case .closed: return false
    }
    return true
  }

  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .fail(let text):
        end = .failed(text)
        return false
      case .stopReading: progress?.stop()
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .search(let job): run { job.run().map { .found($0, by: job) } }
      case .filter(let job): run { job.run().map { .filtered($0, by: job) } }
      case .stopSearch(let job): job.cancel()
      case .stopFilter(let job): job.cancel()
      case .reload: reloader.reload()
      case .listLibrary: keeper.list(isAsked: true)
      case .openDocument(let number): keeper.open(number)
      case .changeTheme(let request): report(change(to: request))
      case .open(let link): open(link)
      case .copy(let text):
        let isTaken = terminal.copy(text)
        if !Clipboard.copy(text), !isTaken { report("nothing here takes what is copied: install wl-copy or xclip") }
      case .useMouse(let isUsed): terminal.useMouse(isUsed)
      }
    }
    return true
  }

  /// Takes another theme; gives what there is to say about that.
  private mutating func change(to request: ThemeRequest) -> String {
    let name: String
    switch request {
    case .named(let wanted): name = wanted
    case .counterpart:
      guard let pair = theme.pair else { return "\(theme.name) has no light or dark counterpart" }
      name = pair
    }
    do throws(ProgramError) {
      let loaded = try appearance.files.theme(name)
      theme = loaded.theme
      renderer = ScreenRenderer(theme: theme)
      return loaded.problems.first.map(appearance.files.brief) ?? "theme \(name)"
    } catch {
      return error.message
    }
  }

  private mutating func report(_ text: String) { _ = state.handle(.said(text)) }

  /// Starts a browser. One that is read in the terminal is waited for.
  private mutating func open(_ link: WebLink) {
    let browser = Browser(for: link, variable: Browser.variable)
    for command in browser.candidates {
      if Browser.needsTerminal(command) {
        var process: ChildProcess?
        terminal.lend {
          process = ChildProcess(command, streams: .terminal)
          _ = process?.waitUntilItEnds()
        }
        title = nil
        if process != nil { return }
      } else if let process = ChildProcess(command, streams: .none) {
        let inbox = inbox
        let name = command[0]
        BackgroundThread.run {
          if !process.waitUntilItEnds() { inbox.post(.said("\(name) could not open \(link.address)")) }
        }
        return
      }
    }
    report("no browser found: set BROWSER to the name of one")
  }

  /// Does something beside the main thread, and reports what comes of it.
  private func run(_ job: @escaping @Sendable () -> ReaderEvent?) {
    let inbox = inbox
    BackgroundThread.run {
      if let event = job() { inbox.post(event) }
    }
  }
}
