import CNcurses
import Glibc
import TerminalModel

/// The terminal the program runs in, by way of ncurses.
///
/// There is one in a process, and it belongs to the thread that made it.
package final class NcursesTerminal: Terminal {
  private let pipe: WakePipe
  private let painter: ScreenPainter
  private var decoder = KeyDecoder()
  /// Events that came with another one, in order.
  private var pending: [TerminalEvent] = []
  /// Whether there may be keys to read; what was read to its end is not asked again before a wait has said so.
  private var mayHaveKeys = true
  /// Whether curses may have read more than it has given: it looks at what follows ESC.
  private var mayBeAhead = false
  /// Whether there may be something in the wake pipe.
  private var mayBeWoken = true
  /// The terminal and the wake pipe.
  private var descriptors: [pollfd]
  private(set) var isClosed = false
  /// Whether the terminal takes commands beside what is drawn.
  let takesCommands: Bool

  /// Takes over the controlling terminal, whatever standard input and output are.
  ///
  /// The type is that of TERM; where ncurses has no description of it, one that nearly every terminal understands is
  /// used. NO_COLOR, when set and not empty, leaves attributes only (https://no-color.org).
  package init() throws(TerminalError) {
    guard let pipe = WakePipe() else { throw .noTerminal }
    let wantsColors = Self.environment("NO_COLOR") == nil
    let type = Self.environment("TERM")
    let candidates = [type, "xterm-256color", "vt100", "ansi"].compactMap { $0 }
    try Self.open(candidates, wake: pipe.writeEnd, wantsColors: wantsColors)
    self.pipe = pipe
    takesCommands = Self.takesCommands(type ?? "")
    descriptors = [screen_descriptor(), pipe.readEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    painter = ScreenPainter(
      colors: ColorReduction(
        count: wantsColors ? Int(screen_colors()) : 0,
        paletteCount: Int(screen_palette_colors()),
        hasStandardColors: screen_has_standard_colors() != 0
      )
    )
  }

  deinit {
    close()
  }

  /// A handle with which any thread can end a wait for events.
  package var waker: Waker { Waker(pipe) }

  /// The size of the window, as of the last event taken.
  package var size: Size { Size(rows: Int(screen_rows()), columns: Int(screen_columns())) }

  /// Stops the process, the terminal given back for as long.
  package func suspend() {
    screen_suspend()
  }

  /// Gives the terminal back as it was found; later calls do nothing.
  package func close() {
    guard !isClosed else { return }
    painter.takeBack()
    isClosed = true
    screen_close()
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func open(_ types: [String], wake: Int32, wantsColors: Bool) throws(TerminalError) {
    for type in types {
      switch Int(screen_open(type, wake, wantsColors ? 1 : 0)) {
      case SCREEN_OPENED: return
      case SCREEN_NO_DESCRIPTION: continue
      case SCREEN_NO_ADDRESSING: throw .cannotPlaceCursor(type)
      default: throw .noTerminal
      }
    }
    throw .unknownType(types[0])
  }
}

// MARK: - Drawing

extension NcursesTerminal {
  /// Puts what differs from the frame before into curses, and flushes once.
  package func show(_ grid: CellGrid) {
    guard !isClosed else { return }
    painter.show(grid, within: size)
  }

  /// Has curses find out what showing `grid` takes, where it moves rows by few.
  package func prepare(_ grid: CellGrid) -> Bool { !isClosed && painter.prepare(grid, within: size) }

  /// Makes curses forget the screen.
  package func redraw() {
    guard !isClosed else { return }
    painter.forget()
    screen_redraw()
  }
}

// MARK: - Events

extension NcursesTerminal {
  /// Takes what has come already, else waits on the terminal and the wake pipe.
  package func nextEvent(within milliseconds: Int?) -> TerminalEvent? {
    let deadline = milliseconds.map { ContinuousClock.now + .milliseconds($0) }
    var readsInVain = 0
    while !isClosed {
      let hasRead = collectEvents()
      if !pending.isEmpty { return pending.removeFirst() }
      // Bytes of a sequence that is not complete yet give no event, but they are read.
      if hasRead { readsInVain = 0 }
      // Input that cannot be read is the end of it: a terminal says so only to those that it belongs to.
      if readsInVain > Self.readsInVainUntilClosed { return .closed }
      switch wait(until: deadline) {
      case .nothing: return nil
      case .woken: readsInVain = 0
      case .readable: readsInVain += 1
      case .gone: readsInVain = .max
      }
    }
    return .closed
  }

  /// One could be a race with somebody who discards input.
  private static let readsInVainUntilClosed = 3

  /// Notes what has happened, and the keys of at most one event: keys wait their turn behind what they may cause.
  ///
  /// - Returns: whether anything was read from the terminal.
  private func collectEvents() -> Bool {
    collectSignals()
    // Keys and wakes take turns, so that neither can keep the other from being served.
    if mayBeWoken {
      mayBeWoken = false
      if pipe.drain() {
        pending.append(.woken)
        return false
      }
    }
    var hasRead = false
    while mayHaveKeys, pending.isEmpty {
      let input = screen_next_key()
      if input == SCREEN_KEY_NONE {
        mayHaveKeys = false
        mayBeAhead = false
        pending += decoder.finish().map { .key($0) }
        return hasRead
      }
      hasRead = true
      pending += decoder.decode(input) { screen_key_name($0).map { String(cString: $0) } }.map { .key($0) }
      pending += decoder.takeMouse().map { .mouse($0) }
      if input == Self.escape || input > UInt8.max { mayBeAhead = true }
      if decoder.isBetweenKeys, !mayBeAhead {
        // The next wait says whether there is another key.
        mayHaveKeys = false
      } else {
        mayBeWoken = true
      }
    }
    return hasRead
  }

  private static let escape: Int32 = 0x1B

  private func collectSignals() {
    let signals = Int(screen_take_signals())
    guard signals != 0 else { return }
    let before = size
    screen_resize()
    // Terminals rearrange what they show when their size changes, even if it changes back at once; and a window may
    // have changed while the program was stopped, of which nobody tells it.
    redraw()
    if signals & SCREEN_RESIZED != 0 || size != before { pending.append(.resized(size)) }
    if signals & SCREEN_RESUMED != 0 { pending.append(.resumed) }
  }

  private enum Outcome {
    case nothing
    case woken
    case readable
    case gone
  }

  private func wait(until deadline: ContinuousClock.Instant?) -> Outcome {
    var milliseconds: Int32 = -1
    if let deadline {
      let (seconds, attoseconds) = (deadline - ContinuousClock.now).components
      // Rounded up, as a wait that ended too early would only be followed by another.
      let rest = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
      milliseconds = Int32(clamping: max(0, rest))
    }
    let count = poll(&descriptors, 2, milliseconds)
    // A signal has come, and its handler has written to the pipe.
    mayBeWoken = count < 0 || descriptors[1].revents != 0
    if count < 0 { return .woken }
    if count == 0 { return .nothing }
    let found = Int32(descriptors[0].revents)
    mayHaveKeys = found != 0
    if found & (POLLHUP | POLLERR | POLLNVAL) != 0 { return .gone }
    return mayHaveKeys ? .readable : .woken
  }
}
