import DocumentModel
import ReaderCore
import ScreenRendering
import StatementLinking
import Synchronization
import TerminalDriver
import TerminalModel

/// What happens beside the main thread, on its way to it.
final class Inbox: Sendable {
  private let events = Mutex<[ReaderEvent]>([])

  /// Adds an event; the terminal has to be woken then.
  func post(_ event: ReaderEvent) { events.withLock { $0.append(event) } }

  /// The events posted since the last call, in order.
  func take() -> [ReaderEvent] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}

/// Carries keys to the reader and frames to the terminal until the reader quits. The main thread owns both.
struct RunLoop {
  private let terminal: NcursesTerminal
  private let renderer: ScreenRenderer
  private let inbox = Inbox()
  private var state: ReaderState

  /// A loop that shows `state` on `terminal`.
  init(terminal: NcursesTerminal, renderer: ScreenRenderer, state: ReaderState) {
    self.terminal = terminal
    self.renderer = renderer
    self.state = state
  }

  /// Runs until the reader quits or the terminal goes away.
  mutating func run() {
    terminal.show(renderer.frame(for: state))
    linkBesideTheMainThread()
    while true {
      guard let event = terminal.nextEvent(within: nil) else { continue }
      guard handle(event), handlePending() else { return }
      terminal.show(renderer.frame(for: state))
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

  private func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      }
    }
    return true
  }

  /// Finds the sources of all statements; the first screen does not wait for them.
  private func linkBesideTheMainThread() {
    guard !state.document.statements.isEmpty else { return }
    let document = state.document
    let inbox = inbox
    let waker = terminal.waker
    BackgroundThread.run {
      inbox.post(.linked(StatementLinks(linking: document)))
      waker.wake()
    }
  }
}
