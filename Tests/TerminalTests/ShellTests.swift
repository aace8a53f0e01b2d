import Glibc
import TestSupport
import Testing

/// The program started by a shell with job control, in tmux.
@Suite(.enabled(if: Program.isBuiltAndTmuxAvailable, "needs the built program, and tmux"))
struct ShellTests {
  private let directory: TemporaryDirectory
  private let shell: TmuxSession

  init() throws {
    directory = try TemporaryDirectory()
    _ = try directory.write(Fixture.page)
    shell = try Program.shellInTmux(in: directory)
  }

  private func waitForPage() throws {
    try shell.waitForScreen("the page") { $0.contains("A Clock Nobody Could Read") && !$0.contains("ready>") }
  }

  @Test func stopsAndGoesOn() throws {
    try shell.type("echo before; $quire \(directory.path)/page.txt\n")
    try waitForPage()
    #expect(try shell.value(of: "#{alternate_on}") == "1")
    try shell.press("j", "j")
    let page = try shell.settledScreen()

    try shell.press("C-z")
    try shell.waitForScreen("the shell's screen") { $0.contains("before") && $0.contains("Stopped") }
    #expect(try shell.value(of: "#{alternate_on} #{cursor_flag}") == "0 1")

    try shell.type("fg\n")
    try waitForPage()
    #expect(try shell.settledScreen().split(separator: "\n").dropLast() == page.split(separator: "\n").dropLast())
    #expect(try shell.value(of: "#{alternate_on}") == "1")

    try shell.press("q")
    try shell.waitForScreen("the shell's screen") { $0.contains("before") && !$0.contains("A Clock Nobody") }
    #expect(try shell.value(of: "#{alternate_on} #{cursor_flag}") == "0 1")
  }

  @Test func noticesANewSizeAfterGoingOn() throws {
    try shell.type("$quire \(directory.path)/page.txt\n")
    try waitForPage()
    try shell.press("C-z")
    try shell.waitForScreen("the shell's screen") { $0.contains("Stopped") }
    try shell.resize(rows: 12, columns: 50)
    try shell.type("fg\n")
    try shell.waitForScreen("the page in the smaller window") { screen in
      screen.contains(Fixture.title) && !screen.contains("ready>")
        && screen.split(separator: "\n").allSatisfy { $0.count <= 50 }
    }
    try shell.press("q")
  }

  @Test func leavesThePipelineStatusAndScreenInOrder() throws {
    try shell.type("cat \(directory.path)/page.txt | $quire; echo status $?\n")
    try waitForPage()
    try shell.press("q")
    try shell.waitForScreen("the status") { $0.contains("status 0") }
    #expect(try shell.value(of: "#{alternate_on} #{cursor_flag}") == "0 1")
    // A terminal that no longer echoes or edits lines would not do this.
    try shell.type("echo typed agaim\u{7F}n\n")
    try shell.waitForScreen("an edited line") { $0.contains("\ntyped again") }
  }

  @Test func ignoresPastedText() throws {
    try shell.type("$quire \(directory.path)/page.txt\n")
    try waitForPage()
    let before = try shell.settledScreen()
    try shell.paste("jjq\nG")
    try shell.press("j", "k")
    try shell.waitForScreen("the page as before") { $0 == before }
    try shell.press("q")
    try shell.waitForScreen("the shell's screen") { $0.contains("ready>") }
  }

  @Test(arguments: [true, false])
  func showsWhatAPipeHasGivenBeforeTheRest(staysForIt: Bool) throws {
    let path = directory.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    // Open at both ends, so that opening it waits for nobody.
    let pipe = open(path, O_RDWR | O_CLOEXEC)
    try #require(pipe >= 0)
    write(pipe, Fixture.page, Fixture.page.utf8.count)
    try shell.type("$quire - < \(path); echo status $?\n")
    try waitForPage()
    try shell.waitForScreen("that more is to come") { $0.contains("loading") }
    try shell.press("G")
    try shell.waitForScreen("that the end is waited for") { $0.contains("reading on") && $0.contains(Fixture.title) }
    if staysForIt {
      let rest = "\n    The last words of all.\n"
      write(pipe, rest, rest.utf8.count)
      close(pipe)
      try shell.waitForScreen("the end") { $0.contains("The last words of all.") && !$0.contains("loading") }
      try shell.press("q")
      try shell.waitForScreen("the shell's screen") { $0.contains("status 0") }
    } else {
      try shell.press("q")
      try shell.waitForScreen("the shell's screen at once") { $0.contains("status 0") }
      close(pipe)
    }
  }
}
