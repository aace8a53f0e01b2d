import DocumentModel
import ReaderCore
import TestSupport
import Testing
import TextLayout

@Suite("The outline")
struct OutlineTests {
  private static let sketch = """
    First words of all.
    # A clock without a keeper
    > harbour board: The light is not late.
    ## What ran backwards
    Both clocks.
    @quiet_keeper
      Has anyone asked who paid for the clock?
      @mira
        > harbour board: The light is not late.
        Yes.
    @маяк
      Лампу зажигали от руки.
    """

  private func list(_ session: Session) -> [String] {
    session.state.listPanel.map { panel in
      panel.rows.map { row in
        row.title ?? [row.isChosen ? "*" : "", row.name ?? "", row.words, row.note ?? ""].filter { !$0.isEmpty }.joined(
          separator: "|"
        )
      }
    } ?? []
  }

  @Test("Of several articles their titles, of one without what it begins with")
  func articles() {
    var builder = DocumentBuilder(metadata: Metadata(title: "A feed"))
    for (title, words) in [("First", "One."), (nil, "Two.")] {
      builder.openArticle(Article(title: title))
      builder.leaf(.paragraph, words)
      builder.close()
    }
    var session = Session(builder.finish())
    session.type("t")
    #expect(list(session) == ["*|First", "Two."])
  }

  @Test("Headings, statements by speaker, threads with how many answered")
  func entries() {
    var session = Session(Self.sketch, title: "A title")
    session.type("t")
    #expect(
      list(session) == [
        "*|A clock without a keeper", "What ran backwards", "Statements", "harbour board|The light is not late.",
        "The light is not late.", "Discussion", "quiet_keeper|Has anyone asked who paid for the clock?|1 reply",
        "маяк|Лампу зажигали от руки.",
      ]
    )
  }

  @Test("It opens on where the reader is, and Enter goes where it is told to")
  func place() {
    var session = Session(Self.sketch)
    session.type("G t")
    #expect(list(session).last?.hasPrefix("*") == true)
    session.type("Up Enter")
    #expect(session.state.panel == nil)
    #expect(session.currentText == "quiet_keeper")
    #expect(session.screen.contains("back to маяк's comment"))
    session.type("Backspace")
    #expect(session.currentText.hasPrefix("Лампу"))
  }

  @Test(
    "What is typed filters",
    arguments: [
      ("clock", ["*|A clock without a keeper", "Discussion", "quiet_keeper|Has anyone asked who paid for the clock?|1 reply"]),
      ("лампу", ["Discussion", "*|маяк|Лампу зажигали от руки."]),
      ("ЛАМПУ", ["Discussion", "*|маяк|Лампу зажигали от руки."]),
      ("keeper paid", ["Discussion", "*|quiet_keeper|Has anyone asked who paid for the clock?|1 reply"]),
      ("wrb", ["*|What ran backwards"]),
      ("bakwrds", ["*|What ran backwards"]),
      ("zzz", []),
    ]
  )
  func filter(typed: String, expected: [String]) {
    var session = Session(Self.sketch)
    session.type("t")
    for scalar in typed.unicodeScalars { session.type(scalar == " " ? "Space" : String(scalar)) }
    #expect(list(session) == expected)
    for _ in typed.unicodeScalars { session.type("Backspace") }
    #expect(list(session).count == 8)
  }

  @Test("It remembers where it was, and what was typed until something else is")
  func remembers() {
    var session = Session(Self.sketch)
    session.type("t c l o c k Down")
    let left = list(session)
    session.type("Esc t")
    #expect(list(session) == left)
    session.type("b a c k")
    #expect(list(session) == ["*|What ran backwards"])
  }

  @Test("What is chosen is on the screen, at every height", arguments: 1...14)
  func scrolls(rows: Int) {
    var session = Session(Self.sketch, columns: 40, rows: rows)
    session.type("g t")
    for key in ["Down", "Down", "Down", "Down", "Down", "Down", "Down", "End", "Home", "PgDn", "PgUp", "Up"] {
      session.type(key)
      #expect(list(session).count { $0.hasPrefix("*") } == 1, "\(rows) rows after \(key)")
    }
  }

  @Test("A folded thread is left folded by going to its head, a heading in a folded section is revealed")
  func reveals() {
    var session = Session(Self.sketch)
    session.type("} h G zM t")
    for scalar in "backwards".unicodeScalars { session.type(String(scalar)) }
    session.type("Enter")
    #expect(session.currentText == "What ran backwards")
    session.type("Backspace")
    #expect(!session.screen.contains("What ran backwards"))
  }

  @Test("A document with nothing to list says so")
  func empty() {
    var session = Session("Some words.")
    session.type("t")
    #expect(session.state.panel == nil)
    #expect(session.state.message?.text == "no headings, statements or comments to list")
  }
}
