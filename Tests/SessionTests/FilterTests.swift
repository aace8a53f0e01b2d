import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing
import TextLayout

@Suite("Filtering")
struct FilterTests {
  private static let sketch = """
    The lamp was lit by a clock.
    # A clock without a keeper
    > harbour board: The light is not late.
    Nobody has found the letter.
    @clockmaker
      First words.
      @mira
        The CLOCK ran backwards.
        @tallow
          Both clocks did, by the light of the lamp.
          @mira
            > tallow: Both clocks did
            I doubt it.
    @keeper
      Nothing to see.
      @odd
        A reply to that.
    @tallow
      The lamp was red.
    @later
      More words.
    """

  private func session(_ typed: String = "", keys: String = "", columns: Int = 60, rows: Int = 20) -> Session {
    var session = Session(Self.sketch, title: "The clock on the pier", columns: columns, rows: rows)
    session.type(keys)
    guard !typed.isEmpty else { return session }
    session.type("&")
    session.type(words: typed)
    return session
  }

  private func status(_ session: Session) -> String { session.frame.text(row: session.state.size.rows - 1) }

  /// The screen without margins, status line and blank rows.
  private func rows(_ session: Session) -> [String] {
    (0..<session.state.size.rows - 1).map { row in
      let text = session.frame.text(row: row).drop { " ▌".contains($0) }
      return String(text)
    }.filter { !$0.isEmpty && !$0.contains("───") }
  }

  @Test("Matches are shown whole, what they answer by its head line, all else is left out")
  func words() {
    let session = session("lamp")
    #expect(
      rows(session) == [
        "The clock on the pier",
        "8 comments",
        "Discussion · 2 of 8 comments",
        "▹ clockmaker · First words.",
        "│ ▹ mira · The CLOCK ran backwards.",
        "││ tallow",
        "││ Both clocks did, by the light of the lamp.           ❞1",
        "tallow",
        "The lamp was red.",
      ]
    )
    #expect(status(session).contains("& lamp") == false)
    #expect(status(session).hasPrefix(" &lamp"))
    #expect(status(session).hasSuffix("2 of 8"))
  }

  @Test(
    "Names, quotations, expressions, several terms, and what is not to be there",
    arguments: [
      ("@mira", ["mira", "mira"]),
      ("@mira -has:quote", ["mira"]),
      ("has:quote", ["mira"]),
      ("-@mira -@tallow clock", ["clockmaker"]),
      ("\"Nothing to\"", ["keeper"]),
      ("/^(more|first)", ["clockmaker", "later"]),
      ("CLOCK", ["mira"]),
      ("tallow lamp", ["tallow", "tallow"]),
    ]
  )
  func terms(typed: String, authors: [String]) {
    let session = session(typed)
    let filter = session.state.layout.folds.filter
    #expect(filter?.matches.map { session.state.document.comments.author(of: Int($0)) } == authors)
  }

  @Test("By score", arguments: [("score>9", [2]), ("score<1", [0]), ("score=4", [1]), ("-score>9", [0, 1, 3])])
  func scores(typed: String, matches: [Int32]) {
    var builder = DocumentBuilder()
    for score in [-3, 4, 10, nil] {
      builder.openComment(Comment(id: "", author: "a", score: score))
      builder.leaf(.paragraph, "Words.")
      builder.close()
    }
    var session = Session(builder.finish())
    session.type("&")
    session.type(words: typed)
    #expect(session.state.layout.folds.filter?.matches == matches)
  }

  @Test("What is wrong is said while it is typed, and changes nothing")
  func errors() {
    var session = session("@mira is:what")
    #expect(status(session).contains("is:what is not known: has:quote, is:new,"))
    session.type("Enter")
    #expect(session.state.layout.folds.filter == nil)
    #expect(status(session).contains("is:what is not known"))
  }

  @Test("Nothing that matches is said; everything is as before")
  func nothing() {
    var session = session("xyzzy", keys: "j j")
    let before = session.state.view
    session.type("Enter")
    #expect(status(session).contains("no comment matches: xyzzy"))
    #expect(session.state.view == before)
    #expect(session.state.layout.folds.filter == nil)
  }

  @Test("Esc while typing goes back; later it shows everything from where the reader is, folded as before")
  func escape() {
    var session = session("", keys: "zM j")
    let (view, folds) = (session.state.view, session.state.layout.folds)
    session.type("& @ m i r a Esc")
    #expect(session.state.view == view)
    #expect(session.state.layout.folds == folds)
    session.type("& @ m i r a Enter ] ]")
    #expect(session.currentText == "mira")
    let row = session.state.view.row
    session.type("Esc")
    #expect(session.currentText == "mira")
    #expect(session.state.view.row == row)
    #expect(session.screen.contains("Both clocks did, by the light of the lamp."))
    #expect(session.screen.contains("▸ keeper"))
  }

  @Test("Comments, siblings, threads, links, statements and hits that are left out are not gone to")
  func moves() {
    var session = session("lamp")
    session.type("Enter g ]")
    var seen: [String] = []
    for _ in 0..<4 {
      seen.append(session.currentText)
      session.type("]")
    }
    #expect(seen == ["▹ clockmaker · First words.", "▹ mira · The CLOCK ran backwards.", "tallow", "tallow"])
    session.type("[ [ [")
    #expect(session.currentText == "▹ clockmaker · First words.")
    session.type("J")
    #expect(session.currentText == "tallow")
    session.type("K")
    #expect(session.currentText == "▹ clockmaker · First words.")
    session.type("g }")
    #expect(session.currentText == "▹ clockmaker · First words.")
    session.type("}")
    #expect(session.currentText == "tallow")
    session.type("g s")
    #expect(status(session).contains("the last statement"))
    session.type("g Tab")
    #expect(status(session).contains("no link or statement follows"))
    session.type("g / c l o c k Enter")
    #expect(status(session).contains("1/3"))
    session.type("Esc g / w o r d s Enter")
    #expect(status(session).contains("not found: words"))
  }

  @Test("What is gone to on purpose is shown: a dimmed comment that is opened, the source of a statement, a mark")
  func reveals() {
    var session = session("", keys: "ma")
    session.type("& h a s : q u o t e Enter s")
    #expect(session.currentText.hasPrefix("Both clocks did"))
    session.type("Enter")
    #expect(session.currentText.hasPrefix("Both clocks did, by the light of the lamp."))
    session.type("Backspace g ]")
    #expect(session.currentText == "▹ clockmaker · First words.")
    session.type("l")
    #expect(session.currentText == "clockmaker")
    #expect(session.screen.contains("First words."))
    session.type("'a")
    #expect(!session.screen.contains("Nothing to see."))
    session.type("Esc")
    #expect(session.state.layout.folds.filter == nil)
  }

  @Test("A longer document is filtered like the one before; the reader stays")
  func longer() {
    let short = Document(sketch: "@a\n  Red.\n@b\n  Blue.")
    let long = Document(sketch: "@a\n  Red.\n@b\n  Blue.\n  @c\n    Red as well.\n@d\n  Green.")
    var session = Session(short, stage: .loading(Loading(shown: 10, read: 10, total: 20)))
    session.type("& r e d Enter")
    #expect(session.currentText == "a")
    session.take(.read(long, .complete))
    #expect(session.currentText == "a")
    #expect(session.state.layout.folds.filter?.matches == [0, 2])
    #expect(session.screen.contains("▹ b · Blue."))
    #expect(!session.screen.contains("Green"))
  }

  @Test("Total at every size", arguments: [1, 2, 5, 9, 20, 40, 200], [1, 2, 3, 7, 24, 60])
  func sizes(columns: Int, rows: Int) {
    var session = session("lamp", columns: columns, rows: rows)
    session.type("Enter j j j k ] J } G g")
    #expect(session.frame.size == Size(rows: rows, columns: columns))
    session.type("Esc")
    #expect(session.state.layout.folds.filter == nil)
  }
}
