import Foundation
import TestSupport
import Testing

/// Configuration and themes of one's own, as files.
@Suite(.enabled(if: Program.isBuiltAndTmuxAvailable, "needs the built program, and tmux"))
struct ConfigurationFileTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: directory.path + "/config/quire/themes",
      withIntermediateDirectories: true
    )
  }

  private func run(_ arguments: String..., joinsErrors: Bool = false) throws -> (end: ProcessEnd, output: String) {
    let environment = directory.environment.mapValues(Optional.some)
    return try ChildProcess.run(Program.path ?? "quire", arguments, environment: environment, joinsErrors: joinsErrors)
  }

  /// That a program has ended tmux always knows, how it did not always.
  private func waitForEnd(of session: TmuxSession) throws {
    try session.waitForScreen("the end") { _ in (try? session.value(of: "#{pane_dead}")) == "1" }
  }

  @Test func whatIsWrongIsSaidAndTheRestHolds() throws {
    let path = try directory.write(
      "colour = 1\nwidth = 40\n[keys]\nquit = \"x\"\n",
      to: "config/quire/config.toml"
    )
    let session = try Program.inTmux(reading: try directory.write(Fixture.page), in: directory)
    let screen = try session.waitForScreen("the problem") {
      $0.contains(" config.toml:1:1: there is no setting colour;")
    }
    let rows = screen.split(separator: "\n" as Character)
    #expect(rows.dropLast().allSatisfy { $0.count <= 60 }, "40 columns in the middle of 80")
    try session.press("q")
    try session.waitForScreen("that q is no key any more") { $0.contains("q does nothing") }
    #expect(try run("keys").output.contains("\n  x "))
    let problem = "quire: \(path):1:1: there is no setting colour; `quire config` lists those that there are\n"
    #expect(try run("keys", joinsErrors: true).output.hasPrefix(problem))
    try session.press("x")
    try waitForEnd(of: session)
  }

  @Test func themesOfOnesOwnAreTakenAndListed() throws {
    _ = try directory.write(
      "inherits = \"dark\"\npair = \"light\"\ntext = \"#010203\"\n",
      to: "config/quire/themes/mine.toml"
    )
    #expect(try run("themes").output.hasSuffix("\ntokyo-night\nmine\n"))
    #expect(try run("themes", "mine").output.contains("\u{1B}[38;2;1;2;3;48;2;22;22;26m"))
    let page = try directory.write(Fixture.page)
    #expect(try run("print", "--format", "ansi", "--theme", "mine", page).output.contains("38;2;1;2;3;"))
    let unknown = try run("themes", "minne", joinsErrors: true)
    #expect(unknown.output == "quire: there is no theme minne; did you mean mine?\n")
    #expect(unknown.end == .exited(1))
    #expect(try run("print", "--format", "ansi", "--theme", "nrd", page).end == .exited(64))
    #expect(try run("themes", "../themes/mine").end == .exited(1))
  }

  @Test func themesChangeWhileReading() throws {
    let session = try Program.inTmux(reading: try directory.write(Fixture.page), in: directory)
    try session.waitForScreen("the page") { $0.contains(Fixture.title) }
    try session.type(":theme dar")
    try session.press("Tab", "Enter")
    // Not the line that is typed, which says so as well.
    try session.waitForScreen("the theme's name") { $0.contains("theme dark") && !$0.contains(":theme") }
    #expect(try session.styledScreen().contains("48;2;22;22;26") || session.styledScreen().contains("48;5;"))
    try session.type("zt")
    try session.waitForScreen("its counterpart") { $0.contains("theme light") }
    try session.type(":theme nrod\n")
    try session.waitForScreen("what was meant") { $0.contains("did you mean nord?") }
    try session.press("q")
    try waitForEnd(of: session)
  }

  @Test func theDefaultConfigurationCanBeTaken() throws {
    let keys = try run("keys").output
    _ = try directory.write(try run("config").output, to: "config/quire/config.toml")
    #expect(try run("keys", joinsErrors: true).output == keys)
  }
}
