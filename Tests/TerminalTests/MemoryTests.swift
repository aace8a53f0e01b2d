import Foundation
import Glibc
import TestSupport
import Testing

/// What the program remembers from one run to the next.
@Suite(.enabled(if: Program.isBuilt, "needs the built program"))
struct MemoryTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private var library: String { directory.path + "/state/quire/library.db" }

  private func start(
    _ file: String,
    options: [String] = [],
    waitingFor text: String = "Harbour",
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let own = directory.environment.merging(environment) { $1 }
    let terminal = try PseudoTerminal(
      Program.path ?? "quire",
      options + (file.isEmpty ? [] : [file]),
      environment: own.mapValues(Optional.some)
    )
    try #require(terminal.waitFor(text), "no first frame")
    return terminal
  }

  /// The program in a terminal whose screen can be looked at.
  private func inTmux(_ arguments: String) throws -> TmuxSession {
    let session = try Program.inTmux(reading: arguments, in: directory)
    try session.waitForScreen("a first frame") { !$0.allSatisfy(\.isWhitespace) }
    return session
  }

  private func quit(_ session: TmuxSession) throws {
    _ = try session.settledScreen()
    try session.press("q")
    try session.waitForScreen("the end") { _ in (try? session.value(of: "#{pane_dead}")) == "1" }
  }

  private func run(_ arguments: String...) throws -> (end: ProcessEnd, output: String) {
    let environment = directory.environment.mapValues(Optional.some)
    return try ChildProcess.run(Program.path ?? "quire", arguments, environment: environment, joinsErrors: true)
  }

  private func quit(_ terminal: PseudoTerminal) {
    terminal.readUntilQuiet(300)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  /// Everything below the directory: paths, and of files what is in them.
  private func tree() throws -> [String: Data] {
    var tree: [String: Data] = [:]
    let names = try #require(FileManager.default.enumerator(atPath: directory.path))
    for case let name as String in names {
      tree[name] = FileManager.default.contents(atPath: directory.path + "/" + name) ?? Data()
    }
    return tree
  }

  /// The files that a process has open or mapped.
  private func files(of process: Int32) -> String {
    let folder = "/proc/\(process)/fd"
    let open = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let targets = open.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0) }
    let maps = FileManager.default.contents(atPath: "/proc/\(process)/maps") ?? Data()
    return (targets + [String(decoding: maps, as: UTF8.self)]).joined(separator: "\n")
  }

  private static func thread(_ authors: [String]) -> String {
    let comments = authors.map { author in
      """
      {"id": "\(author)", "parent": null, "depth": 0, "author": "\(author)", "body": [
        {"type": "paragraph", "text": "\(author) says what \(author) has to say."}]}
      """
    }
    return """
      {"quire": 1, "title": "Harbour", "url": "https://a.example/harbour", "body": [],
       "comments": [\(comments.joined(separator: ",\n"))]}
      """
  }

  @Test func aReadingGoesOnWhereItStopped() throws {
    let page = try directory.write(Fixture.numberedPage(400), to: "numbered.txt")
    let first = try start(page, waitingFor: "Numbered")
    first.send("50%")
    try #require(first.waitFor("Paragraph number 19"))
    quit(first)
    let second = try start(page, waitingFor: "resumed at")
    #expect(second.waitFor("g for the beginning"))
    quit(second)
    // Another file is another document.
    let other = try start(try directory.write(Fixture.numberedPage(399), to: "other.txt"), waitingFor: "Numbered")
    other.readUntilQuiet(300)
    #expect(!other.waitFor("resumed at", within: 10))
    quit(other)
  }

  @Test(.enabled(if: TmuxSession.isAvailable, "needs tmux"))
  func whatWasNotThereIsNewUnderWhateverName() throws {
    let first = try inTmux(try directory.write(Self.thread(["ann", "bob"]), to: "one.json"))
    try quit(first)
    let second = try inTmux(try directory.write(Self.thread(["ann", "zoe", "bob"]), to: "two.json"))
    try second.waitForScreen("what is new") { $0.contains("● zoe") && $0.contains("1 new since the last visit") }
    try second.press(".")
    try second.waitForScreen("the way there") { $0.contains("▌ ● zoe") }
    try quit(second)
    // Back soon, and nothing but what is new unfolded.
    let third = try inTmux("--fold new \(directory.path)/two.json")
    try third.waitForScreen("folds") { $0.contains("▸ ann") && $0.contains("● zoe") && !$0.contains("▸ ● zoe") }
    try quit(third)
  }

  @Test func withNoStateNothingIsWrittenOrOpened() throws {
    let page = try directory.write(Fixture.page)
    let before = try tree()
    let terminal = try start(page, options: ["--no-state"])
    terminal.send("jjzM]maL")
    #expect(terminal.waitFor("with --no-state nothing is remembered"))
    terminal.readUntilQuiet(1500)
    #expect(!files(of: terminal.process).contains("library.db"))
    quit(terminal)
    #expect(try tree() == before)
    // Where there is a library, it is not looked at either.
    quit(try start(page))
    let library = try tree()
    #expect(library.keys.contains("state/quire/library.db"))
    let again = try start(page, options: ["--no-state"])
    again.send("G")
    again.readUntilQuiet(1500)
    #expect(!files(of: again.process).contains("library.db"))
    #expect(!String(decoding: again.output, as: UTF8.self).contains("resumed"))
    quit(again)
    #expect(try tree() == library)
    // What only prints remembers nothing.
    _ = try run("print", page)
    #expect(try tree() == library)
  }

  @Test func whatCannotBeRememberedIsSaidOnce() throws {
    let page = try directory.write(Fixture.page)
    _ = try directory.write("a file where the folder would be", to: "state")
    let terminal = try start(page)
    #expect(terminal.waitFor("nothing is remembered: "))
    let mark = terminal.output.count
    terminal.send("jjzMzR")
    terminal.readUntilQuiet(1500)
    #expect(!String(decoding: terminal.output[mark...], as: UTF8.self).contains("nothing is remembered"))
    quit(terminal)
  }

  @Test func aDamagedLibraryIsMovedAsideAndSaid() throws {
    let page = try directory.write(Fixture.page)
    try FileManager.default.createDirectory(
      atPath: directory.path + "/state/quire",
      withIntermediateDirectories: true
    )
    _ = try directory.write(String(repeating: "no database ", count: 1000), to: "state/quire/library.db")
    let terminal = try start(page)
    #expect(terminal.waitFor("the library was damaged"))
    quit(terminal)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path + "/state/quire")
    #expect(names.contains { $0.hasPrefix("library.db.corrupt-") })
    #expect(try run("library").output.contains("Harbour Clock"))
  }

  @Test func aLockedLibraryHoldsUpNobody() throws {
    let page = try directory.write(Fixture.page)
    quit(try start(page))
    let lock = try #require(FileLock(library))
    let terminal = try start(page)
    terminal.send("G")
    terminal.readUntilQuiet(300)
    let begin = ContinuousClock.now
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(ContinuousClock.now - begin < .seconds(5))
    withExtendedLifetime(lock) {}
  }

  /// Killed at any time, the program finds a library that is sound, and nothing older than what it stored before.
  @Test func killedAtAnyTimeItLosesTheLastSecondAtMost() throws {
    let page = try directory.write(Fixture.numberedPage(2000), to: "numbered.txt")
    var random = SeededGenerator(seed: 7)
    for round in 1...12 {
      let terminal = try start(page, waitingFor: "Numbered")
      terminal.send("\(round)00Gj\(round * 5)%j")
      usleep(UInt32.random(in: 0...300_000, using: &random))
      terminal.signal(SIGKILL)
      #expect(terminal.waitForEnd() == .signaled(SIGKILL))
    }
    let last = try start(page, waitingFor: "Numbered")
    last.send("70%")
    last.readUntilQuiet(1500)
    last.signal(SIGKILL)
    #expect(last.waitForEnd() == .signaled(SIGKILL))
    let again = try start(page, waitingFor: "resumed at 7")
    quit(again)
    #expect(try !FileManager.default.contentsOfDirectory(atPath: directory.path + "/state/quire").contains { $0.contains("corrupt") })
  }

  @Test(.enabled(if: TmuxSession.isAvailable, "needs tmux"))
  func aSourceIsReadAgain() throws {
    let page = try directory.write(Self.thread(["ann", "bob"]), to: "one.json")
    let session = try inTmux(page)
    try session.waitForScreen("the page") { $0.contains("bob says") }
    try session.press("]", "]", "R")
    try session.waitForScreen("the same") { $0.contains(" read again") }
    _ = try directory.write(Self.thread(["ann", "zoe", "bob"]), to: "one.json")
    try session.press("R")
    try session.waitForScreen("more") { $0.contains("1 more comment") && $0.contains("● zoe") && $0.contains("▌ bob") }
    try FileManager.default.removeItem(atPath: page)
    try session.press("R")
    try session.waitForScreen("that it is gone") { $0.contains("no such file") }
    try quit(session)
  }

  @Test func theLibraryIsListedSearchedExportedAndForgotten() throws {
    #expect(try run("library").output == "quire: the library is empty: it keeps what you read\n")
    let page = try directory.write(Fixture.page)
    let terminal = try start(page)
    terminal.readUntilQuiet(1500)
    quit(terminal)
    let list = try run("library").output
    #expect(list.contains("1  just now  Harbour Clock Moves to the Customs House  (page.txt, 5 comments)"))
    #expect(try run("library", "search", "bell", "cast").output.contains("1  Harbour Clock"))
    #expect(try run("library", "search", "zeppelin").end == .exited(1))
    let printed = try run("print", "--format", "json", page).output
    #expect(try run("library", "export", "1").output == printed)
    // The words are there without the file.
    try FileManager.default.removeItem(atPath: page)
    #expect(try run("library", "open", page).output.contains(Fixture.lastWords))
    #expect(try run("library", "open", "17").output == "quire: nothing in the library is 17; quire library lists what there is\n")
    #expect(try run("library", "remove", "1").output == "quire: forgotten: Harbour Clock Moves to the Customs House\n")
    #expect(try run("library", "list").end == .exited(1))
  }

  @Test(.enabled(if: TmuxSession.isAvailable, "needs tmux"))
  func theLibraryIsOfferedBesideTheTourAndOpensWhatIsGone() throws {
    let page = try directory.write(Fixture.page)
    let first = try start(page)
    first.readUntilQuiet(1500)
    quit(first)
    try FileManager.default.removeItem(atPath: page)
    let session = try inTmux("")
    try session.waitForScreen("both") { $0.contains(" Library ─") && $0.contains("The reading room") }
    try session.press("Enter")
    try session.waitForScreen("what was saved") { $0.contains("Moves to the Customs House") && !$0.contains("Library ─") }
    try session.press("L")
    try session.waitForScreen("the library") { $0.contains(" Library ─") }
    try session.press("Escape")
    try session.waitForScreen("the page") { !$0.contains("Library ─") }
    try quit(session)
  }
}

/// Holds the library as a program does that writes and goes on writing.
private final class FileLock {
  private let descriptor: Int32

  /// Locks what SQLite locks of a file with a write-ahead log: the byte of its writers, in the memory that is shared.
  init?(_ path: String) {
    // The log's memory is there while somebody has the file open only.
    descriptor = open(path + "-shm", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 120
    lock.l_len = 1
    guard fcntl(descriptor, F_SETLK, &lock) == 0 else { return nil }
  }

  deinit { close(descriptor) }
}
