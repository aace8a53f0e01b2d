import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing
import TextLayout

/// Documents that become longer while they are read.
@Suite struct LoadingTests {
  private static let loading = Stage.loading(Loading(shown: 600, read: 700, total: 1000))
  private static let thread = """
    One paragraph.
    @ann
      The fog signal was never automatic. It was wound by hand.
      @bob
        > ann: The fog signal was never automatic.
        Two.
    @carl
      Three.
    @dora
      Four.
    """
  private static let whole = Document(sketch: thread, metadata: Metadata(title: "A title"))
  /// Up to bob's words.
  private static let beginning = whole.beginning(8)

  private func session(rows: Int = 24) -> Session {
    Session(Self.beginning, rows: rows, stage: Self.loading)
  }

  @Test func theStatusLineSaysHowFarReadingHasCome() {
    var session = session()
    #expect(session.screen.contains("loading 70 %"))
    session.take(.progressed(bytes: 900))
    #expect(session.screen.contains("loading 90 %"))
    session.take(.read(Self.whole, .complete))
    #expect(!session.screen.contains("loading"))
    #expect(Loading(shown: 0, read: 12).text == "12 B")
    #expect(Loading(shown: 0, read: 12_000).text == "12 KB")
    #expect(Loading(shown: 0, read: 12_000_000).text == "12 MB")
  }

  @Test func theEndIsGoneToWhenItIsThere() {
    var session = session()
    session.type("G")
    #expect(session.screen.contains("reading on (70 %); Esc stays here"))
    session.take(.read(Self.whole.beginning(10), Self.loading))
    #expect(session.screen.contains("reading on"))
    session.take(.read(Self.whole, .linking))
    #expect(!session.screen.contains("reading on"))
    #expect(session.currentText == "Four.")
    session.type("Backspace")
    #expect(session.currentText == "A title")
  }

  @Test(arguments: ["Esc", "j", "g", "?"])
  func anyKeyStopsWaiting(key: String) {
    var session = session()
    session.type("G \(key)")
    #expect(!session.screen.contains("reading on"))
    session.take(.read(Self.whole, .complete))
    #expect(session.currentText != "Four.")
  }

  @Test func quittingDoesNotWait() {
    var session = session()
    session.type("G q")
    #expect(session.effects == [.quit])
  }

  /// Where each command stops in the beginning, and where it gets when the rest is there.
  @Test(arguments: [
    ("]", "carl"), ("3]", "dora"), ("}", "carl"), ("2}", "dora"), ("100%", "Four."),
  ])
  func jumpsGoOn(keys: String, goal: String) {
    var session = session()
    session.type("] ] ]")
    session.type("Esc \(keys)")
    #expect(session.screen.contains("reading on"))
    session.take(.read(Self.whole, .complete))
    #expect(session.currentText == goal)
    #expect(!session.screen.contains("reading on"))
  }

  @Test func whatNoLaterCommentCanAnswerDoesNotWait() {
    var session = Session(Self.whole.beginning(10), stage: Self.loading)
    session.type("] ] J")
    #expect(session.state.message?.text == "the last of its level")
  }

  @Test func aSourceIsWaitedFor() {
    var session = Session(Self.beginning, stage: Self.loading, isLinked: false)
    session.type("s Enter")
    #expect(session.screen.contains("reading on"))
    session.take(.read(Self.whole, .linking))
    #expect(session.screen.contains("looking for the source; Esc stays here"))
    session.take(.indexed(ReaderIndex(of: Self.whole, era: 1)))
    #expect(session.currentText.hasPrefix("The fog signal was never automatic. It was wound"))
  }

  @Test func nothingToReadEndsTheProgramAndAnythingStays() {
    var empty = Session(Self.whole.beginning(0), stage: Self.loading)
    empty.take(.failed("pipe: it is empty"))
    #expect(empty.effects == [.fail("pipe: it is empty")])
    var session = session()
    session.type("G")
    session.take(.failed("pipe: could not be read"))
    #expect(session.effects.isEmpty)
    #expect(session.screen.contains("pipe: could not be read"))
    #expect(session.screen.contains("100 %"))
    // The message goes with the next key; that there is more does not.
    session.type("j")
    #expect(!session.screen.contains("could not be read"))
    #expect(session.screen.contains("incomplete"))
    session.take(.read(Self.whole, .complete))
    #expect(!session.screen.contains("incomplete"))
  }

  @Test func whatIsFetchedSaysFromWhere() {
    let stage = Stage.loading(Loading(shown: 0, read: 0, host: "coastal.example"))
    var session = Session(Self.whole.beginning(0), stage: stage)
    #expect(session.screen.contains("fetching coastal.example"))
    session.take(.progressed(bytes: 120_000, host: "coastal.example"))
    #expect(session.screen.contains("fetching coastal.example 120 KB"))
    session.take(.progressed(bytes: 900, host: "harbour.example"))
    #expect(session.screen.contains("fetching harbour.example 900 B"))
    session.type("Esc")
    #expect(session.effects == [.quit])
    session.take(.failed("https://coastal.example: there is no such page", brief: "there is no such page"))
    #expect(session.effects.last == .fail("https://coastal.example: there is no such page"))
  }

  @Test func escapeEndsFetchingWhenNothingElseIsToEnd() {
    let stage = Stage.loading(Loading(shown: 600, read: 700, host: String(repeating: "long.", count: 20) + "example"))
    var session = Session(Self.beginning, columns: 40, rows: 12, stage: stage)
    #expect(session.screen.contains("fetching 700 B"))
    session.take(.resized(Size(rows: 12, columns: 100)))
    #expect(session.screen.contains("fetching long.long."))
    #expect(session.screen.contains("… 700 B"))
    session.type("G")
    #expect(session.screen.contains("Esc stays here"))
    session.type("Esc")
    #expect(session.effects.isEmpty)
    session.type("Esc")
    #expect(session.effects == [.stopReading])
    session.take(.failed("x: was not read to its end; read it again", brief: "was not read to its end; read it again"))
    #expect(session.screen.contains("was not read to its end") && session.screen.contains("incomplete"))
  }

  @Test func commentsThatChangeTheirOrderTakeTheReaderAlong() {
    let other = Document(
      sketch: """
        A new paragraph.
        One paragraph.
        @eve
          Zero.
        @carl
          Three.
        @ann
          One.
          @bob
            Two.
        """
    )
    var session = Session(Self.beginning.identifiedByAuthor, stage: Self.loading)
    session.type("] ] zc")
    #expect(session.currentText.hasPrefix("▸ bob"))
    session.take(.read(other.identifiedByAuthor, .complete))
    #expect(session.currentText.hasPrefix("▸ bob"))
    session.type("Backspace")
    #expect(session.currentText == "ann")
  }

  @Test(arguments: 0..<60)
  func nothingMovesUnderTheReader(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let whole = Document(seed: seed, size: 40)
    guard whole.count > 2 else { return }
    let cut = NodeIndex(Int.random(in: 1..<whole.count - 1, using: &random))
    // Nobody knows how wide the columns of half a table will be.
    let table = whole.ancestors(ofAndIncluding: cut).first {
      whole[$0] == .table && whole.parent(of: $0).flatMap(whole.outermostRow) == nil
    }
    let count = table.map { whole.subtreeEnd(of: $0).offset } ?? cut.next.offset
    let keys = ["j", "d", "]", "}", "s", "zc", "h", "zm", "zM", "k", "Enter", "Backspace", "3j", "["]
    var session = Session(
      whole.beginning(count),
      columns: Int.random(in: 20...100, using: &random),
      rows: Int.random(in: 3...30, using: &random),
      stage: Self.loading
    )
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      session.type(keys.randomElement(using: &random)!)
      session.type("Esc")
    }
    let before = session
    session.take(.read(whole, .complete))
    #expect(session.state.view == before.state.view)
    let above = before.state.screenLines.prefix(before.state.view.row + 1)
    // The head of the page gets a line when the first comment comes.
    guard whole.beginning(count).discussion != nil || above.first?.node != .document else { return }
    #expect(session.state.screenLines.prefix(above.count) == above)
    for (row, line) in above.enumerated() where !countsComments(line, in: before.state) {
      #expect(session.frame.text(row: row) == before.frame.text(row: row), "row \(row)")
    }
  }
}

/// Whether a line says how many comments there are, or below a fold: which may become more.
private func countsComments(_ line: LinePosition, in state: ReaderState) -> Bool {
  line.node == .document || state.document[line.node] == .discussion
    || state.layout.folds.isFolded(line.node, in: state.document)
}

extension Document {
  /// The same, with its authors' names for ids.
  fileprivate var identifiedByAuthor: Document {
    beginning(count) { Comment(id: $0.author ?? "", author: $0.author) }
  }
}
