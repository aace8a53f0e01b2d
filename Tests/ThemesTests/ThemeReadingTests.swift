import TerminalModel
import Testing
import Themes

@Suite("Reading a theme")
struct ThemeReadingTests {
  private func theme(_ source: String) -> Theme { Theme.read(name: "test", source: source).theme }
  private func problems(_ source: String) -> [String] { Theme.read(name: "test", source: source).problems }

  @Test("The terminal's sixteen colours go by their names, in its own order")
  func namedColors() {
    let names = [
      "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "gray", "light-red", "light-green",
      "light-yellow", "light-blue", "light-magenta", "light-cyan", "light-white",
    ]
    for (index, name) in names.enumerated() {
      #expect(theme("text = \"\(name)\"").style(of: "text") == Style(foreground: .indexed(UInt8(index))), "\(name)")
    }
    #expect(theme("text = \"default\"").style(of: "text") == .plain)
  }

  @Test("A direct colour is six hexadecimal digits of either case")
  func directColors() {
    let expected = Style(foreground: .rgb(red: 0x5f, green: 0x87, blue: 0xaf))
    #expect(theme("text = \"#5f87af\"").style(of: "text") == expected)
    #expect(theme("text = \"#5F87AF\"").style(of: "text") == expected)
    #expect(theme("text = \"#000000\"").style(of: "text") == Style(foreground: .rgb(red: 0, green: 0, blue: 0)))
  }

  @Test("A colour of the palette goes before one of the terminal, wherever the palette stands")
  func palette() {
    let theme = theme(
      """
      text = "accent"
      link = { fg = "red", bg = "accent" }
      rule = "blue"

      [palette]
      accent = "#e0a458"
      red = "#e07a6a"
      """
    )
    let accent = Color.rgb(red: 0xe0, green: 0xa4, blue: 0x58)
    #expect(theme.style(of: "text") == Style(foreground: accent))
    #expect(
      theme.style(of: "link") == Style(foreground: .rgb(red: 0xe0, green: 0x7a, blue: 0x6a), background: accent)
    )
    #expect(theme.style(of: "rule") == Style(foreground: .indexed(4)))
  }

  @Test("Modifiers combine")
  func modifiers() {
    let all: [(String, Style.Attributes)] = [
      ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reversed", .reversed),
      ("crossed_out", .crossedOut),
    ]
    for (name, attribute) in all {
      #expect(theme("text = { modifiers = [\"\(name)\"] }").style(of: "text") == Style(attributes: attribute))
    }
    #expect(
      theme("text = { fg = \"cyan\", modifiers = [\"bold\", \"italic\"] }").style(of: "text")
        == Style(foreground: .indexed(6), attributes: [.bold, .italic])
    )
  }

  @Test("A scope without a style has that of the scope before its last dot")
  func fallback() {
    let theme = theme(
      """
      comment = "blue"
      "comment.author" = "red"
      guide = "green"
      "guide.2" = "yellow"
      """
    )
    #expect(theme.style(of: "comment.author.op") == Style(foreground: .indexed(1)))
    #expect(theme.style(of: "guide.1") == Style(foreground: .indexed(2)))
    #expect(theme.style(of: "guide.2") == Style(foreground: .indexed(3)))
    #expect(theme.style(of: "text.strong") == .plain)
    #expect(theme.style(of: "nothing at all") == .plain)
  }

  @Test(
    "A bad line costs that line, and the problem names its scope",
    arguments: [
      ("\"heading.1\" = \"blurple\"", "blurple"),
      ("\"heading.1\" = \"#12345\"", "#12345"),
      ("\"heading.1\" = \"#1234567\"", "#1234567"),
      ("\"heading.1\" = \"#12345g\"", "#12345g"),
      ("\"heading.1\" = \"#+12345\"", "#+12345"),
      ("\"heading.1\" = \"#-00000\"", "#-00000"),
      ("\"heading.1\" = \"\"", "no colour"),
      ("\"heading.1\" = 7", "neither a colour"),
      ("\"heading.1\" = [\"red\"]", "neither a colour"),
      ("\"heading.1\" = { fg = \"blurple\" }", "blurple"),
      ("\"heading.1\" = { bg = \"blurple\" }", "blurple"),
      ("\"heading.1\" = { fg = 7 }", "7"),
      ("\"heading.1\" = { color = \"red\" }", "color"),
      ("\"heading.1\" = { modifiers = [\"blinking\"] }", "blinking"),
      ("\"heading.1\" = { modifiers = [\"bold\", 7] }", "7"),
      ("\"heading.1\" = { modifiers = \"bold\" }", "modifiers"),
    ]
  )
  func badLines(line: String, found: String) throws {
    let loaded = Theme.read(name: "test", source: "text = \"red\"\nheading = \"blue\"\n\(line)\nlink = \"green\"\n")
    #expect(loaded.problems.count == 1)
    let problem = try #require(loaded.problems.first)
    #expect(problem.contains("heading.1") && problem.contains(found), "\(problem)")
    #expect(loaded.theme.style(of: "text") == Style(foreground: .indexed(1)))
    #expect(loaded.theme.style(of: "link") == Style(foreground: .indexed(2)))
    #expect(loaded.theme.style(of: "heading.1") == Style(foreground: .indexed(4)), "as if the line were not there")
  }

  @Test("A scope that does not exist is a problem, also where its dots are not quoted")
  func unknownScopes() {
    #expect(problems("headline = \"red\"").map { $0.contains("headline") } == [true])
    #expect(problems("comment.author = \"red\"").map { $0.contains("comment") } == [true])
    #expect(problems("\"heading.7\" = \"red\"\ntext = \"blue\"").count == 1)
    #expect(problems("palette = \"red\"").map { $0.contains("palette") } == [true])
  }

  @Test(
    "A syntax error gives line and column",
    arguments: [
      ("text = \"red\"\nlink = \n", "test:2:8"),
      ("text \"red\"\n", "test:1:6"),
      ("text = \"red\"\n\ntext = \"blue\"\n", "test:3:"),
    ]
  )
  func syntaxErrors(source: String, place: String) throws {
    let found = problems(source)
    #expect(found.count == 1)
    #expect(try #require(found.first).hasPrefix(place), "\(found)")
    #expect(theme(source).style(of: "text") == .plain)
  }

  @Test("What is not said is inherited, and the palette of the theme itself goes first")
  func inheritance() {
    let sources = [
      "a": "inherits = \"b\"\nlink = \"accent\"\n[palette]\naccent = \"#010101\"",
      "b":
        "inherits = \"c\"\npair = \"d\"\nlink = \"red\"\ntitle = \"accent\"\n[palette]\naccent = \"#020202\"\nx = \"#030303\"",
      "c": "rule = \"x\"\ntitle = \"blue\"",
    ]
    let loaded = Theme.read(name: "a", source: sources["a"] ?? "") { sources[$0] }
    #expect(loaded.problems == [])
    #expect(loaded.theme.style(of: "link") == Style(foreground: .rgb(red: 1, green: 1, blue: 1)))
    #expect(loaded.theme.style(of: "title") == Style(foreground: .rgb(red: 1, green: 1, blue: 1)))
    #expect(loaded.theme.style(of: "rule") == Style(foreground: .rgb(red: 3, green: 3, blue: 3)))
    #expect(loaded.theme.pair == nil)
  }

  @Test("Circles and themes that are not there are told, and what was said before them holds")
  func brokenInheritance() {
    let circle = Theme.read(name: "a", source: "inherits = \"a\"\ntext = \"red\"") { _ in "inherits = \"a\"" }
    #expect(circle.problems.count == 1)
    #expect(circle.theme.style(of: "text") == Style(foreground: .indexed(1)))
    let missing = Theme.read(name: "a", source: "\ninherits = \"drak\"\ntext = \"red\"")
    #expect(missing.problems == ["a:2:1: there is no theme drak; did you mean dark?"])
    #expect(missing.theme.style(of: "text") == Style(foreground: .indexed(1)))
    #expect(problems("inherits = 7\npair = 8").count == 2)
  }

  @Test("Colours that a scope does not say are those of the background")
  func background() {
    let theme = theme("background = { fg = \"#010101\", bg = \"#020202\" }\ntext = { bg = \"red\" }\nlink = \"blue\"")
    let (one, two) = (Color.rgb(red: 1, green: 1, blue: 1), Color.rgb(red: 2, green: 2, blue: 2))
    #expect(theme.style(of: "text") == Style(foreground: one, background: .indexed(1)))
    #expect(theme.style(of: "link") == Style(foreground: .indexed(4), background: two))
    #expect(theme.style(of: "status") == Style(foreground: one, background: two))
  }

  @Test("Problems have their places, and guess what was meant")
  func places() {
    #expect(
      problems("\n\"comment.athor\" = \"red\"") == [
        "test:2:1: there is no scope comment.athor; did you mean comment.author?"
      ]
    )
    #expect(problems("[palette]\nx = 7") == ["test:2:1: 7 is no colour; write x = \"#rrggbb\""])
  }

  @Test("An empty theme is plain, and no problem")
  func empty() {
    #expect(problems("") == [])
    #expect(theme("# nothing\n").style(of: "text") == .plain)
  }
}
