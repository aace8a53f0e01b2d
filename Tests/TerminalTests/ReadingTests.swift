import TestSupport
import Testing

/// What a reader does, in a terminal whose screen can be looked at.
@Suite(.enabled(if: Program.isBuiltAndTmuxAvailable, "needs the built program, and tmux"))
struct ReadingTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func open(_ text: String, rows: Int, columns: Int) throws -> TmuxSession {
    try Program.inTmux(reading: try directory.write(text), in: directory, rows: rows, columns: columns)
  }

  @Test func foldsAndUnfoldsAllThreads() throws {
    let session = try open(Fixture.page, rows: 90, columns: 80)
    let unfolded = try session.waitForScreen("the whole page, quotation resolved") {
      $0.contains(Fixture.lastWords) && $0.contains("⤴")
    }
    #expect(unfolded.contains(Fixture.title))
    #expect(unfolded.contains(Fixture.besideQuotation))

    try session.press("z", "M")
    let folded = try session.waitForScreen("no comment's text") {
      !$0.contains(Fixture.besideQuotation) && !$0.contains(Fixture.besideSource)
    }
    for author in Fixture.threadAuthors { #expect(folded.contains("▸ \(author)")) }
    #expect(folded.contains("A Clock Nobody Could Read"), "folding comments leaves the article alone")

    try session.press("z", "R")
    try session.waitForScreen("the page as it was") { self.textRows(of: $0) == self.textRows(of: unfolded) }
  }

  @Test("A page is read whole beside its beginning, and nobody waits for more than that")
  func readsALongPage() throws {
    let comments = (1...9000).map { number in
      """
      <li class="comment" id="comment-\(number)"><cite class="fn">keeper\(number)</cite>
      <time datetime="2023-09-01T10:27:51Z">1 September 2023</time>
      <div class="comment-content"><p>The lamp of night \(number) burnt until the morning came.</p></div></li>
      """
    }
    let words = String(repeating: "One lamp burnt through many nights. ", count: 12)
    let page =
      "<!doctype html><title>Nights</title><article><h1>Nights</h1><p>\(words)</p></article>"
      + "<ol class=commentlist>\(comments.joined())</ol>"
    try #require(page.utf8.count > 3 << 19)
    let session = try open(page, rows: 24, columns: 80)
    try session.waitForScreen("the title") { $0.contains("Nights") }
    try session.press("G")
    try session.waitForScreen("the last comment") { $0.contains("The lamp of night 9000 burnt") }
    try session.press("g")
    try session.waitForScreen("the title again") { $0.contains("One lamp burnt") }
  }

  @Test func goesToTheSourceOfAStatementAndBack() throws {
    let session = try open(Fixture.page, rows: 12, columns: 80)
    try session.waitForScreen("the title") { $0.contains(Fixture.title) }
    // The article's own statement comes first, then the quotation in the reply.
    try session.press("s")
    try session.waitForScreen("the article's statement") { $0.contains("where the ships can see it") }
    try session.press("s")
    let before = try session.waitForScreen("the quotation") { $0.contains(Fixture.besideQuotation) }
    #expect(!before.contains(Fixture.besideSource), "the source has to be out of sight for this test")

    try session.press("Enter")
    try session.waitForScreen("the source") { $0.contains(Fixture.besideSource) && $0.contains(Fixture.quoted) }

    try session.press("BSpace")
    try session.waitForScreen("the quotation again") { self.textRows(of: $0) == self.textRows(of: before) }
  }

  @Test func reachesEveryLineOfAShortDocumentWithOneKey() throws {
    let session = try open(Fixture.page, rows: 90, columns: 80)
    try session.waitForScreen("the whole page") { $0.contains(Fixture.lastWords) }
    // The current line shows in what `h` folds: at the end that is the last comment.
    for _ in 0..<9 { try session.press("j", "j", "j", "j", "j", "j", "j", "j", "j", "j") }
    try session.press("h")
    let screen = try session.waitForScreen("the last comment folded") { $0.contains("▸ quayside") }
    #expect(screen.contains(Fixture.besideQuotation), "other comments stay as they are")
  }

  @Test func showsEveryLineOfALongDocumentWithOneKey() throws {
    let session = try open(Fixture.numberedPage(30), rows: 6, columns: 60)
    try session.waitForScreen("the first paragraph") { $0.contains("Paragraph number 1 ") }
    var seen: Set<Int> = []
    var screen = try session.screen()
    for _ in 0..<75 where !screen.contains("Paragraph number 30 ") {
      seen.formUnion((1...30).filter { screen.contains("Paragraph number \($0) ") })
      let before = screen
      try session.press("j")
      screen = try session.waitForScreen("the next line") { $0 != before }
    }
    #expect(screen.contains("Paragraph number 30 "))
    #expect(seen.union([30]) == Set(1...30))
  }

  @Test(arguments: [(12, 40), (50, 132), (24, 79), (5, 20)])
  func showsAfterResizingWhatItShowsWhenStartedAtThatSize(rows: Int, columns: Int) throws {
    let session = try open(Fixture.page, rows: 24, columns: 80)
    try session.waitForScreen("the page") { $0.contains("A Clock Nobody Could Read") }
    try session.resize(rows: rows, columns: columns)
    let fresh = try open(Fixture.page, rows: rows, columns: columns)
    try fresh.waitForScreen("the page at the new size") { $0.contains("Harbour") }
    // Both may still be waiting for quotations to be resolved.
    try session.waitForScreen("the same as started at \(rows)×\(columns)") { $0 == (try? fresh.screen()) }
  }

  @Test func keepsTheCurrentLineWhenResized() throws {
    let session = try open(Fixture.numberedPage(200), rows: 24, columns: 80)
    try session.waitForScreen("the first paragraph") { $0.contains("Paragraph number 1 ") }
    try session.type("50%")
    let middle = try session.waitForScreen("the middle of the page") { $0.contains("Paragraph number 100 ") }
    for (rows, columns) in [(10, 40), (40, 100), (24, 80)] {
      try session.resize(rows: rows, columns: columns)
      try session.waitForScreen("the middle at \(rows)×\(columns)") { screen in
        screen.contains("Paragraph number 100 ") || screen.contains("Paragraph number 99 ")
      }
    }
    try session.waitForScreen("the screen before") { self.textRows(of: $0) == self.textRows(of: middle) }
  }

  /// Terminals that scroll from anywhere, and at the borders of a region.
  @Test(arguments: ["tmux-256color", "linux", "vt100"])
  func drawsTheSameStepByStepAsAtOnce(terminal: String) throws {
    let page = try directory.write(Fixture.page)
    let session = try Program.inTmux(reading: page, in: directory, terminal: terminal, rows: 15, columns: 70)
    try session.waitForScreen("the title") { $0.contains(Fixture.title) }
    for keys in [["j", "j", "j"], ["G"], ["k", "k"], ["z", "M"], ["z", "R"], ["g"], ["Space"], ["]"], ["d"], ["u"]] {
      for key in keys { try session.press(key) }
      let steps = try session.settledScreen()
      try session.press("C-l")
      let atOnce = try session.settledScreen()
      #expect(textRows(of: atOnce) == textRows(of: steps), "\(terminal), after \(keys)")
    }
  }

  /// Keys that are pressed again and again are answered with frames that were drawn before; others take those back.
  @Test(arguments: ["tmux-256color", "linux", "vt100"])
  func drawsTheSameHoweverOneComesThere(terminal: String) throws {
    var page = RandomPage(seed: 11)
    let file = try directory.write(String(decoding: page.text(bytes: 9000), as: UTF8.self))
    let session = try Program.inTmux(reading: file, in: directory, terminal: terminal, rows: 24, columns: 80)
    try session.waitForScreen("the title") { $0.contains("A page about a lamp") }
    var generator = SeededGenerator(seed: 5)
    let keys = ["j", "j", "k", "k", "J", "K", "Space", "b", "d", "u", "]", "[", "}", "g", "s"]
    for _ in 0..<20 {
      var pressed: [String] = []
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        pressed += Array(repeating: generator.pick(keys), count: Int.random(in: 1...9, using: &generator))
      }
      for key in pressed { try session.press(key) }
      let steps = try session.settledScreen()
      let cursor = try session.value(of: "#{cursor_x} #{cursor_y}")
      try session.press("C-l")
      let atOnce = try session.settledScreen()
      #expect(textRows(of: atOnce) == textRows(of: steps), "\(terminal), after \(pressed.joined(separator: " "))")
      #expect(try session.value(of: "#{cursor_x} #{cursor_y}") == cursor)
    }
  }

  /// All rows but the status line's, which may hold a message.
  private func textRows(of screen: String) -> ArraySlice<Substring> {
    screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
  }
}
