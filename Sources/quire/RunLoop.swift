import DocumentModel
import Importers
import ReaderCore
import ScreenRendering
import StatementLinking
import TerminalDriver
import TerminalModel
import Themes

/// Carries keys to the reader and frames to the terminal until the reader quits. The main thread owns both.
struct RunLoop {
  private let terminal: NcursesTerminal
  private let appearance: Appearance
  private var theme: Theme
  private var renderer: ScreenRenderer
  private let inbox: Inbox
  private var state: ReaderState
  private let progress: ImportProgress?
  private var failure: String?

  /// How often the status line says how far reading is, in milliseconds.
  private var progressInterval: Int { appearance.reducesMotion ? 4000 : 250 }

  /// A loop that shows `state` in `theme` on `terminal`, and takes in what comes to `inbox` and how far reading is.
  init(
    terminal: NcursesTerminal,
    appearance: Appearance,
    theme: Theme,
    state: ReaderState,
    inbox: Inbox,
    progress: ImportProgress?
  ) {
    self.terminal = terminal
    self.appearance = appearance
    self.theme = theme
    renderer = ScreenRenderer(theme: theme)
    self.state = state
    self.inbox = inbox
    self.progress = progress
  }

  /// Shows the reader's state.
  func show() { terminal.show(renderer.frame(for: state)) }

  /// Runs until the reader quits or the terminal goes away.
  ///
  /// - Returns: why there was nothing to read, if so.
  mutating func run() -> String? {
    while true {
      if let event = terminal.nextEvent(within: state.isLoading ? progressInterval : nil) {
        guard handle(event), handlePending() else { return failure }
        if state.isLoading, state.waitingText != nil { progress?.hurry() }
      } else if let progress {
        _ = state.handle(.progressed(bytes: progress.bytesRead))
      }
      show()
    }
  }

  /// Takes in whatever has come already, so that keys typed faster than frames are drawn cost one frame.
  private mutating func handlePending() -> Bool {
    while let event = terminal.nextEvent(within: 0) {
      guard handle(event) else { return false }
    }
    return true
  }

  /// - Returns: whether to go on.
  private mutating func handle(_ event: TerminalEvent) -> Bool {
    switch event {
    case .key(let key): return perform(state.handle(.key(key)))
    case .resized(let size): return perform(state.handle(.resized(size)))
    case .woken:
      for event in inbox.take() {
        guard perform(state.handle(event)) else { return false }
      }
    case .resumed: terminal.redraw()
    case .closed: return false
    }
    return true
  }

  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .fail(let text):
        failure = text
        return false
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .search(let job): run(job)
      case .changeTheme(let request): _ = state.handle(.said(change(to: request)))
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

  private func run(_ job: SearchJob) {
    let inbox = inbox
    BackgroundThread.run {
      if let hits = job.run() { inbox.post(.found(hits, by: job)) }
    }
  }
}
