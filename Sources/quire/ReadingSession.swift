import Configuration
import DocumentModel
import Library
import ReaderCore
import TerminalDriver
import TextLayout
import Themes

/// What is read in one terminal, one document after another.
struct ReadingSession {
  let terminal: NcursesTerminal
  let appearance: Appearance
  var theme: Theme
  let usesMouse: Bool
  let reading: ReadingOptions
  let keeper: MemoryKeeper
  /// What is wrong, to be said on the first screen.
  var problem: String?
  /// How far the loading of the document is that is read.
  private(set) var progress: LoadingProgress?

  init(
    terminal: NcursesTerminal,
    appearance: Appearance,
    theme: Theme,
    usesMouse: Bool,
    reading: ReadingOptions,
    keeper: MemoryKeeper
  ) {
    self.terminal = terminal
    self.appearance = appearance
    self.theme = theme
    self.usesMouse = usesMouse
    self.reading = reading
    self.keeper = keeper
  }

  /// Reads what was opened, and what the reader opens from there, until they quit.
  ///
  /// - Parameters:
  ///   - loader: what reads its source.
  ///   - first: its beginning.
  /// - Returns: why there was nothing to read, if so.
  mutating func run(_ opening: Opening, _ loader: Loader?, _ first: Loader.Snapshot?) -> String? {
    var (opening, loader, first) = (opening, loader, first)
    var isFirst = true
    while true {
      let inbox = Inbox(waker: terminal.waker)
      let shown = first ?? .nothing(from: loader)
      progress = loader?.progress
      var loop = loop(of: opening, showing: shown, from: loader, inbox: inbox)
      loop.show()
      // Nothing that the first frame does not need comes before it.
      if isFirst { keeper.start() }
      keeper.begin(opening, folding: appearance.folding, inbox: inbox)
      if case .tour = opening, isFirst { keeper.list(isAsked: false) }
      isFirst = false
      keeper.recall(in: shown.document, era: 0, isWhole: !shown.stage.isLoading)
      // From here on the loader is that thread's.
      nonisolated(unsafe) let rest = loader
      let (beginning, keeper) = (first, keeper)
      BackgroundThread.run { Self.read(rest: rest, after: beginning, into: inbox, keeper) }
      var end = loop.run()
      // What cannot be opened leaves the reader where they are.
      while case .opening(let next) = end {
        do throws(ProgramError) {
          let following = try Program.loader(of: next, reading)
          first = try Program.firstSnapshot(of: next, following)
          progress?.stop()
          (opening, loader) = (next, following)
          break
        } catch {
          inbox.post(.said(error.brief))
          end = loop.run()
        }
      }
      theme = loop.theme
      switch end {
      case .quit:
        keeper.finish(loop.reading)
        return nil
      case .failed(let text):
        keeper.finish(loop.reading)
        return text
      case .opening: keeper.leave(loop.reading)
      }
    }
  }

  private mutating func loop(
    of opening: Opening,
    showing shown: Loader.Snapshot,
    from loader: Loader?,
    inbox: Inbox
  ) -> RunLoop {
    var state = ReaderState(
      shown.document,
      size: terminal.size,
      column: appearance.width ?? LayoutGeometry.defaultColumns,
      symbols: appearance.symbols,
      foldLevel: appearance.foldLevel,
      stage: shown.stage,
      keymap: appearance.configuration.keymap,
      themes: appearance.files.themeNames,
      usesMouse: usesMouse
    )
    terminal.useMouse(state.usesMouse)
    if let problem { _ = state.handle(.said(problem)) }
    problem = nil
    return RunLoop(
      terminal: terminal,
      appearance: appearance,
      theme: theme,
      state: state,
      inbox: inbox,
      progress: loader?.progress,
      keeper: keeper,
      reloader: Reloader(opening, reading, inbox: inbox, keeper: keeper)
    )
  }

  /// Reads on beside the main thread: longer documents, then what there is to know about the last of them.
  private static func read(
    rest loader: Loader?,
    after first: Loader.Snapshot?,
    into inbox: Inbox,
    _ keeper: MemoryKeeper
  ) {
    var last = first
    var era = 0
    var isWhole = true
    // Who waits for the end does not wait for the links of the beginning.
    if let first, first.stage.isLoading {
      BackgroundThread.run { inbox.post(.indexed(ReaderIndex(of: first.document, era: 0))) }
    }
    do throws(ProgramError) {
      while let snapshot = try loader?.next() {
        era = inbox.post(document: .read(snapshot.document, snapshot.stage))
        keeper.recall(in: snapshot.document, era: era, isWhole: !snapshot.stage.isLoading)
        last = snapshot
      }
    } catch {
      inbox.post(.failed(error.message, brief: error.brief))
      isWhole = false
    }
    guard let last else { return }
    let notice = isWhole ? loader?.notice : nil
    BackgroundThread.run(givesWay: true) { [era] in
      let index = ReaderIndex(of: last.document, era: era)
      inbox.post(.indexed(index))
      if let notice { inbox.post(.said(notice)) }
      if !last.stage.isLoading { keeper.save(last.document, links: index.links) }
    }
  }
}

extension Stage {
  /// Whether more of the document will come.
  fileprivate var isLoading: Bool {
    if case .loading = self { true } else { false }
  }
}
