import ReaderCore
import TestSupport
import Testing

/// What the program says about itself.
@Suite(.enabled(if: Program.isBuilt, "needs the built program"))
struct ManualPageTests {
  private func run(_ arguments: String..., joinsErrors: Bool = false) throws -> (end: ProcessEnd, output: String) {
    try ChildProcess.run(Program.path ?? "quire", arguments, joinsErrors: joinsErrors)
  }

  @Test func manualPageHasEveryOptionAndCommand() throws {
    let page = try run("man").output.replacing("\\-", with: "-").replacing("\\(ha", with: "^")
    for option in [
      "--width columns", "--fold none|all|new|N", "--theme name", "--ascii, --no-ascii", "--format format", "--plain",
    ] {
      #expect(page.contains(".B \"\(option)\"\n"), "\(option)")
    }
    for name in ["print", "library", "library search", "themes", "keys", "config", "man"] {
      #expect(page.contains(".B \"quire \(name)\"\n"), "\(name)")
    }
    for command in Command.table {
      #expect(page.contains("  (\(command.name))\"\n"), "\(command.name)")
    }
  }

  @Test(.enabled(if: (try? ChildProcess.run("groff", ["--version"]))?.end == .exited(0), "needs groff"))
  func manualPageIsUnderstood() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(try run("man").output, to: "quire.1")
    let result = try ChildProcess.run("groff", ["-man", "-Tutf8", "-ww", "-P-cbou", path], joinsErrors: true)
    #expect(result.end == .exited(0))
    #expect(!result.output.contains("warning"), "\(result.output.prefix(400))")
    #expect(result.output.contains("j Down  (line-down)"))
    #expect(result.output.contains("Scroll one line down"))
  }

  @Test func completionsKnowCommandsAndOptions() throws {
    for shell in ["bash", "zsh", "fish"] {
      let script = try run("--generate-completion-script", shell).output
      for word in ["print", "library", "search", "themes", "config", "man", "width", "fold", "format"] {
        #expect(script.contains(word), "\(shell): \(word)")
      }
      #expect(script.contains("quire themes 2>/dev/null"), "\(shell)")
    }
    let directory = try TemporaryDirectory()
    let path = try directory.write(try run("--generate-completion-script", "bash").output, to: "quire.bash")
    #expect(try ChildProcess.run("bash", ["-n", path], joinsErrors: true).output == "")
  }

  @Test func helpNamesWhatThereIs() throws {
    let help = try run("--help").output
    for name in ["print", "library", "themes", "keys", "config", "man"] { #expect(help.contains("\n  \(name) "), "\(name)") }
    for name in ["print", "library", "themes", "keys", "config", "man"] {
      #expect(try run(name, "--help").output.contains("USAGE: quire \(name)"), "\(name)")
    }
  }
}
