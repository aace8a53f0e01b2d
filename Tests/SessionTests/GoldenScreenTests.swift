import DocumentModel
import TestSupport
import Testing

/// Whole screens of one document, as a person sees them, at four sizes.
@Suite struct GoldenScreenTests {
  /// What is typed, one screen after each; every line goes on where the one before has ended.
  static let readings: [(name: String, columns: Int, rows: Int, keys: [String])] = [
    (
      "80x24", 80, 24,
      [
        "", "Space", "s s", "Enter", "Backspace", "] ] ]", "h", "zM", "zR G", "[ [ [", "g s Enter", "} h", "?", "Space",
        "q x",
      ]
    ),
    (
      "40x12", 40, 12,
      [
        "", "j j", "Space", "Space", "Space", "> > >", "G", "[ [ s", "Enter", "zM", "l", "zR ] ] ]", "1 2 z", "Esc ?",
        "G",
      ]
    ),
    ("20x5", 20, 5, ["", "Space", "s", "s", "Enter", "] ] ]", "h", "zM", "?", "q G"]),
    ("200x50", 200, 50, ["", "G", "zM", "+ + + + zR g"]),
  ]

  @Test(arguments: readings)
  func screens(name: String, columns: Int, rows: Int, keys: [String]) {
    var session = Session(Document.lighthouse, columns: columns, rows: rows)
    var text = ""
    for key in keys {
      session.type(key)
      text += "== \(columns)×\(rows)\(key.isEmpty ? "" : " after \(key)")\n\(session.screen)\n"
    }
    #expect(Golden("\(name).screen").difference(from: text) == nil)
  }
}
