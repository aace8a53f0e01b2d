import Foundation
import TestSupport
import Testing

/// What reaches the world outside: browsers, the clipboard, the window's title, the mouse.
@Suite(.enabled(if: Program.isBuilt, "needs the built program"))
struct OutsideTests {
  private let directory: TemporaryDirectory
  private let page: String

  init() throws {
    directory = try TemporaryDirectory()
    page = try directory.write(
      "# Lamps; $(touch pwned)\n\nSee [the log](https://coastal.example/log?a=1&b=$(id)) first.\n\nThe light is late.\n",
      to: "page.md"
    )
  }

  private func start(_ environment: [String: String?] = [:], type: String = "xterm-256color") throws -> PseudoTerminal {
    let own = ["TERM": type, "DISPLAY": nil, "WAYLAND_DISPLAY": nil].merging(environment) { $1 }
    let terminal = try Program.inTerminal(reading: page, in: directory, environment: own)
    try #require(terminal.waitFor("Lamps"), "no first frame")
    terminal.readUntilQuiet(300)
    return terminal
  }

  /// A program that writes its arguments to a file, a line each.
  private func recorder(_ name: String) throws -> (program: String, file: String) {
    let file = directory.path + "/\(name).log"
    let program = try directory.write("#!/bin/sh\nfor word; do echo \"<$word>\"; done >'\(file)'.part\nmv '\(file)'.part '\(file)'\n", to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    return (program, file)
  }

  private func contents(of file: String) -> String? {
    for _ in 0..<500 {
      if let text = try? String(contentsOfFile: file, encoding: .utf8) { return text }
      usleep(20_000)
    }
    return nil
  }

  @Test func aLinkIsOneArgumentOfTheBrowser() throws {
    let browser = try recorder("browser")
    let terminal = try start(["BROWSER": "/no/such/program:\(browser.program) -new %s -end"])
    terminal.send("\t\r")
    #expect(contents(of: browser.file) == "<-new>\n<https://coastal.example/log?a=1&b=$(id)>\n<-end>\n")
    #expect(terminal.waitFor("opening https://coastal.example/log"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: directory.path + "/pwned"))
  }

  @Test func aBrowserOfTheTerminalIsGivenTheTerminal() throws {
    let browser = try recorder("w3m")
    _ = try directory.write("#!/bin/sh\necho BROWSING; read line; echo \"$line\" >'\(browser.file)'\n", to: "w3m")
    let terminal = try start(["BROWSER": browser.program])
    let mark = terminal.output.count
    terminal.send("\t\r")
    try #require(terminal.waitFor("BROWSING", after: mark))
    #expect(terminal.hasModesRestored)
    terminal.send("for the browser\n")
    #expect(contents(of: browser.file) == "for the browser\n")
    // The reader is back, drawn anew.
    #expect(terminal.waitFor("light is late", after: mark))
    terminal.readUntilQuiet(300)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.hasModesRestored)
  }

  @Test func wordsAreCopiedByTheTerminal() throws {
    let terminal = try start()
    terminal.send("Gy")
    let code = Data("The light is late.".utf8).base64EncodedString()
    #expect(terminal.waitFor("\u{1B}]52;c;\(code)\u{07}"))
    #expect(terminal.waitFor("copied"))
  }

  @Test func wordsAreCopiedByThePlatformsProgram() throws {
    let copier = try directory.write("#!/bin/sh\ncat >'\(directory.path)/copied.part'\nmv '\(directory.path)/copied.part' '\(directory.path)/copied'\n", to: "xclip")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copier)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let terminal = try start(["DISPLAY": ":0", "PATH": "\(directory.path):\(path)"], type: "linux")
    terminal.send("Gy")
    #expect(contents(of: directory.path + "/copied") == "The light is late.")
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]"), "the console takes no such commands")
  }

  @Test func theWindowHasTheTitleAndGetsItsOwnBack() throws {
    let terminal = try start()
    let before = String(decoding: terminal.output, as: UTF8.self)
    #expect(before.contains("\u{1B}[22;2t"))
    #expect(before.contains("\u{1B}]2;Lamps; $(touch pwned) - Quire\u{07}"))
    let mark = terminal.output.count
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(String(decoding: terminal.output[mark...], as: UTF8.self).contains("\u{1B}[23;2t"))
  }

  @Test func theMouseIsTheTerminalsUntilItIsAskedFor() throws {
    let terminal = try start()
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[?1000h"))
    // Nobody asked for this.
    let mark = terminal.output.count
    terminal.send("\u{1B}[<65;3;3M")
    terminal.readUntilQuiet(200)
    #expect(terminal.output.count == mark)
    terminal.send("zp")
    #expect(terminal.waitFor("\u{1B}[?1000h\u{1B}[?1006h"))
    terminal.readUntilQuiet(200)
    let click = terminal.output.count
    // A click on the link gives it the focus.
    terminal.send("\u{1B}[<0;11;3M\u{1B}[<0;11;3m")
    #expect(terminal.waitFor("coastal.example", after: click))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(String(decoding: terminal.output[click...], as: UTF8.self).contains("\u{1B}[?1000l"))
  }

  @Test func theCursorStandsOnTheFocus() throws {
    guard TmuxSession.isAvailable else { return }
    let session = try Program.inTmux(reading: page, in: directory)
    try session.waitForScreen("the page") { $0.contains("late.") }
    try session.press("G")
    _ = try session.settledScreen()
    let row = try session.screen().split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("late.") }
    #expect(try session.value(of: "#{cursor_y}") == row.map(String.init))
    #expect(try session.value(of: "#{cursor_flag}") == "1")
  }
}
