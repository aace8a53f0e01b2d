import TOMLReading
import Testing

@Suite("TOML with places")
struct TOMLFileTests {
  /// What is said about a key.
  private func place(of key: [String], in source: String) -> String {
    var file = TOMLFile(name: "f", source: source)
    file.report("x", at: key)
    return file.problems.joined(separator: "\n")
  }

  @Test("A key is found wherever TOML lets it stand")
  func places() {
    let source = """
      # a = 1
      a = "x # = y"  # b = 2
        b.c = '''
      d = 1
      '''
      "e.f" = [ # g = 1
        "h = 2", { i = 3 },
      ]
      j = { k = 1, l = "}" }

      [m.n]
      o = 1
      [m.'p q']
      r = \"\"\"
      \\\"\"\" s = 1
      \"\"\"
      é = 1; t = 2
      """
    let valid = source.replacing("é = 1; t = 2", with: "t = 2")
    #expect(place(of: ["a"], in: valid) == "f:2:1: x")
    #expect(place(of: ["b", "c"], in: valid) == "f:3:3: x")
    #expect(place(of: ["d"], in: valid) == "f: x")
    #expect(place(of: ["e.f"], in: valid) == "f:6:1: x")
    #expect(place(of: ["g"], in: valid) == "f: x")
    #expect(place(of: ["j", "k"], in: valid) == "f:9:1: x")
    #expect(place(of: ["m"], in: valid) == "f:11:1: x")
    #expect(place(of: ["m", "n", "o"], in: valid) == "f:12:1: x")
    #expect(place(of: ["m", "p q", "r"], in: valid) == "f:14:1: x")
    #expect(place(of: ["m", "p q", "t"], in: valid) == "f:17:1: x")
  }

  @Test("A syntax error gives line and column, and leaves nothing")
  func syntax() {
    let file = TOMLFile(name: "f", source: "a = 1\nb = \n")
    #expect(file.problems.count == 1)
    #expect(file.problems[0].hasPrefix("f:2:5: "))
  }

  @Test(
    "What is meant is guessed only where it is near",
    arguments: [
      ("thme", "theme"), ("Theme", "theme"), ("htheme", "theme"), ("widht", "width"), ("tehme", "theme"), ("x", nil),
      ("colour", nil), ("", nil), ("wid", "width"), ("red-motion", nil),
    ]
  )
  func suggestions(word: String, meant: String?) {
    let found = Suggestion.nearest(to: word, among: ["theme", "width", "fold", "ascii", "reduced-motion"])
    #expect(found == (word == "wid" ? nil : meant))
  }
}
