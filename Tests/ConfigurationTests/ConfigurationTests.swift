import Configuration
import ReaderCore
import TOMLReading
import Testing

@Suite("Configuration")
struct ConfigurationTests {
  private func read(_ source: String) -> Configuration.Loaded { Configuration.read(name: "c", source: source) }

  @Test("Settings are taken")
  func settings() {
    let loaded = read("theme = \"nord\"\nwidth = 66\nfold = 2\nascii = true\nreduced-motion = true\n")
    #expect(loaded.problems == [])
    #expect(loaded.configuration.theme == .always("nord"))
    #expect(loaded.configuration.width == 66)
    #expect(loaded.configuration.fold == .level(2))
    #expect(loaded.configuration.drawsASCII)
    #expect(loaded.configuration.reducesMotion)
    #expect(read("fold = \"all\"").configuration.fold == .all)
    let pair = read("theme = { light = \"a\", dark = \"b\" }").configuration.theme
    #expect(pair?.name(onLight: true) == "a")
    #expect(pair?.name(onLight: false) == "b")
  }

  @Test(
    "What is wrong is told with its place and what to do, and costs nothing else",
    arguments: [
      ("\nthem = \"nord\"", "c:2:1: there is no setting them; did you mean theme?"),
      ("colour = 1", "c:1:1: there is no setting colour; `quire config` lists those that there are"),
      ("theme = 7", "c:1:1: theme is the name of a theme, or { light = \"…\", dark = \"…\" }"),
      ("theme = { light = \"x\" }", "c:1:1: theme is the name of a theme, or { light = \"…\", dark = \"…\" }"),
      ("width = 0", "c:1:1: width is a number of columns from 1 to 10000"),
      ("width = \"wide\"", "c:1:1: width is a number of columns from 1 to 10000"),
      ("fold = \"some\"", "c:1:1: fold is \"none\", \"all\", \"new\" or a level"),
      ("fold = -1", "c:1:1: fold is \"none\", \"all\", \"new\" or a level"),
      ("ascii = 1", "c:1:1: ascii is true or false"),
      ("keys = 1", "c:1:1: keys is no table; write commands and their keys below [keys]"),
      ("[keys]\nline-donw = \"x\"", "c:2:1: there is no command line-donw; did you mean line-down?"),
      (
        "[keys]\nquit = \"\"",
        "c:2:1: quit: \"\" is no key; write \"j\", \"z a\", \"^D\", \"PgDn\" or \"F2\"; digits are counts"
      ),
      (
        "[keys]\nquit = [\"x\", 1]",
        "c:2:1: quit: 1 is no key; write \"j\", \"z a\", \"^D\", \"PgDn\" or \"F2\"; digits are counts"
      ),
      (
        "[keys]\nquit = \"3\"",
        "c:2:1: quit: \"3\" is no key; write \"j\", \"z a\", \"^D\", \"PgDn\" or \"F2\"; digits are counts"
      ),
      (
        "[keys]\nquit = \"x\"\ntop = [\"x\", \"X\"]",
        "c:2:1: quit: x cannot be told from a key of top; give one of them another"
      ),
      (
        "[keys]\nquit = \"x y\"\ntop = [\"x\", \"X\"]",
        "c:2:1: quit: x y cannot be told from a key of top; give one of them another"
      ),
      (
        "[keys]\nquit = \"x\"\ntop = [\"x y\", \"X\"]",
        "c:2:1: quit: x cannot be told from a key of top; give one of them another"
      ),
      ("[keys]\nquit = \"P\"", "c:2:1: peek has no key left, since quit has P; give it another"),
    ]
  )
  func problems(source: String, problem: String) {
    let loaded = read("width = 50\n".replacing("width = 50\n", with: "") + source)
    #expect(loaded.problems == [problem])
    #expect(loaded.configuration.theme == nil)
    #expect(loaded.configuration.fold == nil)
  }

  private func keys(_ command: String, _ source: String) -> String {
    let keymap = read("[keys]\n" + source).configuration.keymap
    return Command.table.filter { $0.name == command }.map(keymap.keyText(of:)).joined()
  }

  @Test("A command has the keys it is given, and others lose them")
  func keymap() {
    #expect(keys("line-down", "") == "j Down")
    #expect(keys("line-down", "line-down = \"x\"") == "x")
    #expect(keys("line-down", "line-down = [\"^N\", \"z x\", \"zX\", \"F5\"]") == "^N zx zX F5")
    #expect(keys("line-down", "quit = [\"j\", \"q\"]") == "Down")
    #expect(keys("line-down", "line-down = []") == "")
    #expect(keys("fold-all", "quit = \"z\"") == "")
    #expect(keys("fold-all", "quit = \"z M x\"") == "")
    #expect(keys("quit", "top = \"q\"\nquit = \"Q\"") == "Q")
  }

  @Test("The default is what holds without it, and says so of every setting and command")
  func commentedDefault() {
    let text = Configuration.commentedDefault
    #expect(read(text).problems == [])
    // With every line made to hold, nothing is different.
    let lines = text.split(separator: "\n").map { line in
      line.firstMatch(of: /^# ([a-z-]+ = .*)$/).map { String($0.1) } ?? String(line)
    }
    let active = read(lines.joined(separator: "\n"))
    #expect(active.problems == [])
    #expect(active.configuration.width == 72)
    #expect(active.configuration.theme == .always("terminal"))
    #expect(active.configuration.fold == FoldChoice.none)
    #expect(!active.configuration.drawsASCII && !active.configuration.reducesMotion)
    let (keymap, standard) = (active.configuration.keymap, Keymap())
    for command in Command.table {
      #expect(keymap.keyText(of: command) == standard.keyText(of: command))
      #expect(text.contains("\n# \(command.name) = ["), "\(command.name)")
    }
    #expect(lines.count > Command.table.count + 10)
    for line in text.split(separator: "\n") { #expect(line.count <= 120, "\(line)") }
  }

  @Test(
    "Whatever stands in it, it is read",
    arguments: ["", "\u{0}", "[", "[[keys]]", "keys = []", "[keys.quit]\nx = 1", "é = 1"]
  )
  func hostile(source: String) {
    #expect(read(source).configuration.keymap.keyText(of: Command.table[0]) == Command.table[0].keyText)
  }
}
