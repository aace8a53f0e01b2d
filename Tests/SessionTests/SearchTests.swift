import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing
import TextLayout
import Themes

@Suite("Searching")
struct SearchTests {
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
          Both clocks did, by the light of the clock.
    @маяк
      Лампу зажигали от руки.
    """ + (0..<30).map { "\n@later_\(Self.letters[$0])\n  More words." }.joined()

  private static let letters = Array("abcdefghijklmnopqrstuvwxyzäöüß")

  private func session(_ keys: String = "", rows: Int = 12) -> Session {
    var session = Session(Self.sketch, title: "The clock on the pier", columns: 80, rows: rows)
    session.type(keys)
    return session
  }

  private func status(_ session: Session) -> String { session.frame.text(row: session.state.size.rows - 1) }

  @Test("Each letter goes to the first hit from where the search began, taking letters back goes back")
  func incremental() {
    var session = session("j")
    let before = session.state.view
    session.type("/ l")
    #expect(session.currentText.hasPrefix("The lamp"))
    session.type("i g")
    #expect(session.currentText == "The light is not late.")
    #expect(status(session).hasPrefix(" /lig"))
    #expect(status(session).hasSuffix("1/2"))
    session.type("x")
    #expect(session.state.view == before)
    #expect(status(session).hasSuffix("no hits"))
    session.type("Backspace")
    #expect(session.currentText.hasPrefix("The light"))
    session.type("Esc")
    #expect(session.state.view == before)
    #expect(session.state.highlight == nil)
  }

  @Test("Article, comments, names, titles and folded parts: every hit in its order, then from the top again")
  func everything() {
    var session = session("g /")
    session.type(words: "clock")
    session.type("Enter")
    var seen: [String] = []
    for _ in 0..<8 {
      seen.append(status(session).split(separator: " ").first { $0.contains("/") }.map(String.init) ?? "")
      seen.append(session.currentText)
      session.type("n")
    }
    #expect(
      seen == [
        "1/7", "The clock on the pier", "2/7", "The lamp was lit by a clock.", "3/7", "A clock without a keeper", "4/7",
        "clockmaker", "5/7", "The CLOCK ran backwards.", "6/7", "Both clocks did, by the light of the clock.", "7/7",
        "Both clocks did, by the light of the clock.", "1/7", "The clock on the pier",
      ]
    )
  }

  @Test("Hits in folds are counted, only what hides one is unfolded, and Esc folds it again")
  func folds() {
    var session = session("zM g /", rows: 60)
    session.type(words: "backwards")
    #expect(status(session).hasSuffix("1/1"))
    #expect(session.currentText == "The CLOCK ran backwards.")
    #expect(session.screen.contains("▸ tallow"))
    #expect(session.screen.contains("▸ маяк"))
    session.type("Esc")
    #expect(session.screen.contains("▸ clockmaker"))
    session.type("/")
    session.type(words: "clocks")
    session.type("Enter")
    #expect(session.currentText.hasPrefix("Both clocks"))
    session.type("Esc")
    #expect(session.screen.contains("▸ clockmaker"))
    #expect(session.state.layout.line(before: session.state.currentLine!) == nil)
  }

  @Test("How many hits are in folds is said, and kept true when something is folded")
  func hidden() {
    var session = session("g /")
    session.type(words: "light")
    session.type("Enter")
    #expect(status(session).contains("1/2 "))
    session.type("zM")
    #expect(status(session).contains("1/2, 1 in folded"))
    session.type("zR")
    #expect(session.state.searchText == "1/2")
  }

  @Test("Who has gone on from a hit stays there when the search ends")
  func goesOn() {
    var session = session("zM g /")
    session.type(words: "clocks")
    session.type("Enter k k")
    let text = session.currentText
    session.type("Esc")
    #expect(session.currentText == text)
    #expect(session.state.searchText == nil)
  }

  @Test("A hit is a jump: Backspace comes back and folds what was unfolded")
  func jump() {
    var session = session("zM g")
    let before = session.screen
    session.type("/")
    session.type(words: "backwards")
    session.type("Enter Esc /")
    session.type(words: "ran back")
    session.type("Enter")
    #expect(session.currentText.contains("backwards"))
    session.type("Backspace")
    #expect(session.currentText == "The clock on the pier")
    session.type("Esc")
    #expect(session.screen.split(separator: "\n").dropLast() == before.split(separator: "\n").dropLast())
  }

  @Test(
    "Case counts where something is in upper case",
    arguments: [("clock", 7), ("Clock", 0), ("CLOCK", 1), ("лампу", 1), ("ЛАМПУ", 0), ("Лампу", 1), ("маяк", 1), ("МАЯК", 0)]
  )
  func smartCase(typed: String, count: Int) {
    var session = session("g /")
    session.type(words: typed)
    #expect(session.state.searchText == (count == 0 ? "no hits" : "1/\(count)"))
  }

  @Test(
    "After a second slash it is a regular expression",
    arguments: [
      ("/clocks?", "1/7"), ("/^The", "1/4"), ("/la[mt]p", "1/1"), ("/c(lock", "a ( without its )"), ("/[", "a [ without its ]"),
      ("/CL?OCK", "1/1"), ("/zz+", "no hits"),
    ]
  )
  func expressions(typed: String, text: String) {
    var session = session("g /")
    session.type(words: typed)
    #expect(session.state.searchText == text)
  }

  @Test("All visible hits are marked, the current one apart; also across the end of a line")
  func marks() {
    var session = Session("A fog signal and another fog signal.", columns: 24, rows: 8)
    session.type("/")
    session.type(words: "fog signal")
    let styles = (0..<3).map { row in session.frame.rows[row].cells.map(\.style) }
    let plain = styles[2][23]
    let hit = Theme.builtIn("terminal")!.style(of: "highlight.hit")
    let current = Theme.builtIn("terminal")!.style(of: "highlight")
    #expect(styles[0][2..<12].allSatisfy { $0.attributes == current.attributes })
    #expect(styles[0][0..<2].allSatisfy { $0.attributes == plain.attributes })
    let marked = styles.flatMap(\.self).count { $0.attributes == hit.attributes }
    #expect(marked == 10 || marked == 9, "\(marked)")
    session.type("Esc")
    #expect(session.frame.rows.dropLast().allSatisfy { $0.cells.allSatisfy { $0.style.attributes == plain.attributes } })
  }

  @Test("Names are marked too, and in a folded line its words")
  func marksOfNames() {
    var session = session("] /")
    session.type(words: "mira")
    #expect(session.currentText == "mira")
    let hit = Theme.builtIn("terminal")!.style(of: "highlight.hit").attributes
    let row = session.frame.rows[session.state.view.row]
    #expect(row.cells.filter { $0.style.attributes == hit }.map(\.glyph.string).joined() == "mira")
    session.type("Esc zM /")
    session.type(words: "first")
    session.type("Esc /")
    session.type(words: "words")
    session.type("Enter zM")
    let marked = session.frame.rows.flatMap(\.cells).filter { $0.style.attributes == hit }.map(\.glyph.string).joined()
    #expect(marked.hasPrefix("words"))
  }

  @Test("What was typed before comes back with the arrows, and Enter alone goes on")
  func history() {
    var session = session("g / m i r a Enter g / t a l l o w Enter")
    #expect(session.currentText == "tallow")
    session.type("g / Up")
    #expect(status(session).hasPrefix(" /tallow"))
    session.type("Up")
    #expect(status(session).hasPrefix(" /mira"))
    session.type("Down Down")
    #expect(status(session) == " /")
    session.type("Enter")
    #expect(session.currentText == "tallow")
  }

  @Test("n without a search repeats the last one, or says that there was none")
  func repeated() {
    var session = session("n")
    #expect(session.state.message?.text == "nothing was sought yet; / searches")
    session.type("/ m i r a Enter Esc g n")
    #expect(session.currentText == "mira")
    session.type("g N")
    #expect(session.currentText == "mira")
    #expect(session.state.message?.text == "from the bottom again")
  }

  @Test("Counts: the third hit from here")
  func counts() {
    var session = session("g / c l o c k Enter g 3n")
    #expect(session.currentText == "clockmaker")
    session.type("2N")
    #expect(session.currentText == "The lamp was lit by a clock.")
  }

  @Test("Nothing found says so, and leaves the reader where he is")
  func nothing() {
    var session = session("j j")
    let before = session.state.view
    session.type("/ x y z z y Enter")
    #expect(session.state.view == before)
    #expect(session.state.message?.text == "not found: xyzzy")
    #expect(session.state.searchText == nil)
  }

  @Test("A longer document goes on with the search")
  func longerDocument() {
    let whole = Document(sketch: Self.sketch)
    let part = Document(sketch: Self.sketch.components(upTo: "@tallow"))
    var session = Session(part, rows: 12, stage: .loading(Loading(shown: 1, read: 1, total: 2)), isLinked: false)
    session.type("/ b o t h Enter")
    #expect(session.state.searchText == "no hits yet")
    session.take(.read(whole, .complete))
    #expect(session.currentText.hasPrefix("Both clocks"))
    #expect(session.state.searchText == "1/1")
  }

  @Test("Typing does not wait for what is far away; the hits come when they are found")
  func farAway() throws {
    var sketch = "The first.\n"
    for _ in 0..<40 { sketch += String(repeating: "some words ", count: 12_000) + "\n" }
    var session = Session(Document(sketch: sketch + "The needle."))
    session.searches = false
    let before = session.state.view
    session.type("/ n e e d l e")
    #expect(session.state.view == before)
    #expect(session.state.searchText == "…")
    session.type("Enter n")
    #expect(session.state.waitingText == "searching; Esc stays here")
    guard case .search(let job) = session.effects.last else { throw SearchIsMissing() }
    session.take(.found(try #require(job.run()), by: job))
    #expect(session.currentText == "The needle.")
    #expect(session.state.searchText == "1/1")
  }

  private struct SearchIsMissing: Error {}
}

extension String {
  fileprivate func components(upTo text: String) -> String {
    firstRange(of: text).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
