import Glibc
import TestSupport
import Testing

/// How the program comes and goes: what it does to the terminal it runs in, and how it ends.
@Suite(.enabled(if: Program.isBuilt, "needs the built program"))
struct LifecycleTests {
  private let directory: TemporaryDirectory
  private let page: String

  private static let leavesSecondScreen = "\u{1B}[?1049l"
  private static let entersSecondScreen = "\u{1B}[?1049h"
  private static let showsCursor = "\u{1B}[?25h"
  private static let hidesCursor = "\u{1B}[?25l"
  private static let endsPasteMarks = "\u{1B}[?2004l"

  init() throws {
    directory = try TemporaryDirectory()
    page = try directory.write(Fixture.page)
  }

  private func start(rows: Int = 24, columns: Int = 80) throws -> PseudoTerminal {
    let terminal = try Program.inTerminal(reading: page, in: directory, rows: rows, columns: columns)
    try #require(terminal.waitFor("Harbour"), "no first frame")
    terminal.readUntilQuiet(300)
    return terminal
  }

  private func expectRestored(_ terminal: PseudoTerminal, after mark: Int) {
    let written = String(decoding: terminal.output[mark...], as: UTF8.self)
    #expect(written.contains(Self.leavesSecondScreen))
    // It is shown already, unless something is open that has no place for it.
    let all = String(decoding: terminal.output, as: UTF8.self)
    let shown = all.ranges(of: Self.showsCursor).last?.lowerBound
    #expect(shown.map { start in all.ranges(of: Self.hidesCursor).allSatisfy { $0.lowerBound < start } } == true)
    #expect(written.contains(Self.endsPasteMarks))
    #expect(terminal.hasModesRestored)
  }

  @Test func quitsWithStatusZero() throws {
    let terminal = try start()
    let mark = terminal.output.count
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    expectRestored(terminal, after: mark)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGABRT, SIGILL])
  func restoresTheTerminalWhenASignalEndsIt(signal: Int32) throws {
    let terminal = try start()
    let mark = terminal.output.count
    terminal.signal(signal)
    #expect(terminal.waitForEnd() == .signaled(signal))
    expectRestored(terminal, after: mark)
  }

  @Test func endsWhenTheTerminalGoesAway() throws {
    let terminal = try start()
    terminal.hangUp()
    #expect(terminal.waitForEnd() != nil)
  }

  @Test func readsTheDocumentFromStandardInputAndKeysFromTheTerminal() throws {
    let terminal = try PseudoTerminal(
      Program.path ?? "quire",
      [],
      environment: directory.environment.mapValues(Optional.some),
      input: page
    )
    #expect(terminal.waitFor("Harbour"))
    terminal.readUntilQuiet()
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.hasModesRestored)
  }

  @Test func ignoresPastedText() throws {
    let terminal = try start()
    let mark = terminal.output.count
    terminal.send("\u{1B}[200~jjq\rG\u{1B}[201~")
    terminal.readUntilQuiet(300)
    #expect(terminal.output.count == mark, "pasted keys have done something")
    // The mark that ends a paste may come late, as over a slow line.
    terminal.send("\u{1B}[200~jj\u{1B}")
    terminal.readUntilQuiet(300)
    terminal.send("[201~")
    terminal.readUntilQuiet(300)
    // Over a slower one every byte comes alone, and none of these reads brings an event.
    for character in "\u{1B}[200~jjGGjj\u{1B}[201~" {
      terminal.send(String(character))
      terminal.readUntilQuiet(5)
    }
    #expect(terminal.output.count == mark, "a paste that trickles in has done something")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test(
    "shows something, scrolls, changes its size and quits at any size",
    arguments: [(1, 1), (2, 3), (5, 20), (12, 40), (24, 80), (60, 200)]
  )
  func livesAtAnySize(rows: Int, columns: Int) throws {
    let terminal = try Program.inTerminal(reading: page, in: directory, rows: rows, columns: columns)
    #expect(terminal.waitFor(Self.entersSecondScreen))
    terminal.readUntilQuiet()
    for keys in ["j", "G", "k", "g", "zM", "zR", "]", "s", "d", " ", "?", "\u{1B}"] {
      terminal.send(keys)
      terminal.readUntilQuiet(60, waitingForFirst: 200)
    }
    terminal.resize(rows: columns.quotientAndRemainder(dividingBy: 70).remainder + 1, columns: rows + 1)
    terminal.readUntilQuiet(100, waitingForFirst: 500)
    terminal.send("jq")
    // A panel, where one is open, closes first.
    if terminal.waitForEnd(within: 500) == nil { terminal.send("q") }
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.hasModesRestored)
  }

  @Test func scrollsByOneLineWithoutDrawingTheScreenAgain() throws {
    let numbered = try directory.write(Fixture.numberedPage(200), to: "numbered.txt")
    let terminal = try Program.inTerminal(reading: numbered, in: directory)
    #expect(terminal.waitFor("Paragraph number 5 "))
    terminal.readUntilQuiet()
    // Away from the first screen, where the current line moves instead.
    terminal.send("20j")
    terminal.readUntilQuiet()
    var sizes: [Int] = []
    for _ in 0..<6 {
      terminal.send("j")
      sizes.append(terminal.readUntilQuiet(waitingForFirst: 2000).utf8.count)
    }
    // A screen of this text has about a thousand bytes.
    #expect(sizes.allSatisfy { $0 > 0 && $0 < 300 }, "bytes for each line: \(sizes)")
  }

  @Test func usesNoColorsWhenAskedNotTo() throws {
    let terminal = try Program.inTerminal(reading: page, in: directory, environment: ["NO_COLOR": "1"])
    #expect(terminal.waitFor("Harbour"))
    terminal.send("zMq")
    #expect(terminal.waitForEnd() == .exited(0))
    let written = String(decoding: terminal.output, as: UTF8.self)
    #expect(
      !written.contains("\u{1B}[38;5;") && !written.contains("\u{1B}[3" + "1m") && !written.contains("\u{1B}[48;")
    )
  }

  @Test(arguments: ["screen-256color", "tmux-256color", "linux", "vt100", "ansi", "no-such-terminal", nil])
  func runsOnTerminalsOfManyTypes(type: String?) throws {
    let terminal = try Program.inTerminal(reading: page, in: directory, environment: ["TERM": type])
    #expect(terminal.waitFor("Harbour"))
    terminal.send("jq")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.hasModesRestored)
  }

  @Test func saysWhatIsMissingOnATerminalThatCannotPlaceItsCursor() throws {
    let terminal = try Program.inTerminal(reading: page, in: directory, environment: ["TERM": "dumb"])
    #expect(terminal.waitForEnd() == .exited(1))
    #expect(terminal.waitFor("TERM"))
    #expect(terminal.hasModesRestored)
  }
}
