import ReaderCore
import ScreenRendering
import TerminalDriver
import TerminalModel

/// What doing the same again and again leads to, found out and drawn before it is done.
///
/// So a key that is held and a wheel that is turned are answered as quickly as the terminal can be told; and what is
/// found out several times in a row costs a part of what it costs now and then, when other programs' data are in the
/// caches.
struct Anticipation {
  private var steps: [(state: ReaderState, frame: CellGrid)] = []
  /// How many of the steps were taken.
  private var taken = 0
  /// How many steps are found out at a time: the longer the same goes on, the more.
  private var reach = 1

  /// More steps at a time are hardly cheaper, and were found out in vain when something else is done.
  private static let farthestReach = 8

  /// Where the steps taken have led to; `nil` where none was taken.
  var state: ReaderState? { taken > 0 ? steps[taken - 1].state : nil }

  /// What is to be remembered of that, without a copy of all of it.
  var reading: Reading? { taken > 0 ? steps[taken - 1].state.reading : nil }

  /// Takes the next step, as far as it was found out.
  ///
  /// - Returns: The frame to be shown.
  mutating func step() -> CellGrid? {
    guard taken < steps.count else { return nil }
    taken += 1
    return steps[taken - 1].frame
  }

  /// Whether there is nothing left to be taken.
  var isExhausted: Bool { taken == steps.count }

  /// Forgets all steps. It must be done before a state changes that they share their memory with, which would be
  /// copied.
  mutating func end() {
    steps = []
    taken = 0
    reach = 1
  }

  /// Finds out where doing `event` again leads from `state`, until something is done.
  ///
  /// - Returns: What was done.
  mutating func go(
    on event: ReaderEvent,
    from state: ReaderState,
    renderer: ScreenRenderer,
    terminal: NcursesTerminal
  ) -> TerminalEvent? {
    steps = []
    taken = 0
    defer { reach = min(2 * reach, Self.farthestReach) }
    while steps.count < reach {
      if let event = terminal.nextEvent(within: 0) { return event }
      guard let moved = (steps.last?.state ?? state).moved(by: event) else { return nil }
      let frame = renderer.frame(for: moved)
      steps.append((moved, frame))
      guard terminal.prepare(frame) else { return nil }
    }
    return nil
  }
}
