import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing
import TextLayout

/// What is remembered of earlier visits, and what is new since.
@Suite struct MemoryTests {
  private static let thread = """
    One paragraph.
    @ann
      Words of ann.
      @bob
        Words of bob.
        @carl
          Words of carl.
      @dora
        Words of dora.
    @eve
      Words of eve.
    @finn
      Words of finn.
    """

  private static func document() -> Document {
    Document(sketch: thread, metadata: Metadata(title: "A title", byline: "eve"))
  }

  private static func node(of author: String, in document: Document) -> NodeIndex {
    document.comments.indices.first { document.comments.author(of: $0) == author }.map(document.node(ofComment:))
      ?? .document
  }

  /// A session that comes to a document where comments by `new` are new.
  private func session(
    new: [String] = [],
    place: (author: String, row: Int)? = nil,
    rows: Int = 24,
    columns: Int = 80,
    keysBefore: String = "",
    change: (inout Recollection, Document) -> Void = { _, _ in }
  ) -> Session {
    let document = Self.document()
    var session = Session(document, columns: columns, rows: rows)
    var recollection = Recollection(era: 0)
    recollection.isFirstVisit = false
    recollection.new = NewComments(new.map { Self.node(of: $0, in: document) }.sorted())
    recollection.place = place.map { Viewport(anchor: Anchor(Self.node(of: $0.author, in: document)), row: $0.row) }
    change(&recollection, document)
    session.type(keysBefore)
    session.take(.recalled(recollection))
    return session
  }

  @Test func newCommentsAreMarkedAndCounted() {
    var session = session(new: ["carl", "eve"])
    #expect(session.screen.contains("by eve · 6 comments, 2 new"))
    #expect(session.screen.contains("Discussion · 6 comments · 2 new"))
    #expect(session.screen.contains("│ │ ● carl"))
    #expect(session.screen.contains("    ● eve · OP"))
    #expect(!session.screen.contains("● ann"))
    #expect(session.screen.contains("2 new  85 %"))
    #expect(session.screen.contains("2 new since the last visit; . goes there"))
    session.type("zM")
    #expect(session.screen.contains("3 replies, 1 new"))
    #expect(session.screen.contains("▸ ● eve · Words of eve."))
    #expect(session.screen.contains("▸ finn · Words of finn."))
  }

  @Test func theNextNewCommentIsGoneToAndUnfolded() {
    var session = session(new: ["carl", "eve"])
    session.type("zM .")
    #expect(session.currentText == "│ ● carl" || session.currentText.hasSuffix("● carl"))
    #expect(session.screen.contains("Words of carl."))
    #expect(session.screen.contains("▸ dora"), "nothing but what hides it is unfolded")
    session.type(".")
    #expect(session.currentText.hasPrefix("● eve"))
    #expect(session.screen.contains("Words of eve."))
    session.type(".")
    #expect(session.screen.contains("no new comment follows"))
    session.type(",")
    #expect(session.currentText.hasSuffix("● carl"))
    session.type(",")
    #expect(session.screen.contains("no new comment comes before"))
    session.type("g 2 .")
    #expect(session.currentText.hasPrefix("● eve"))
    session.type("2 Backspace")
    #expect(session.currentText == "A title")
  }

  @Test func fromTheWordsOfANewCommentTheWayBackIsToItsHead() {
    var session = session(new: ["carl"])
    session.type(". j ,")
    #expect(session.currentText.hasSuffix("● carl"))
  }

  @Test func whereNothingIsNewThatIsSaid() {
    var first = Session(Self.document())
    first.type(".")
    #expect(first.screen.contains("nothing is known of earlier visits"))
    var recollection = Recollection(era: 0)
    first.take(.recalled(recollection))
    first.type(",")
    #expect(first.screen.contains("nothing is new on a first visit"))
    recollection.isFirstVisit = false
    first.take(.recalled(recollection))
    first.type(".")
    #expect(first.screen.contains("nothing is new since the last visit"))
  }

  @Test func aReadingGoesOnWhereItStopped() {
    var session = session(new: ["finn"], place: ("dora", 3), rows: 8)
    #expect(session.currentText.hasPrefix("dora"))
    #expect(session.state.view.row == 3)
    #expect(session.screen.contains("resumed at 7"))
    #expect(session.screen.contains("%; 1 new, . goes there"))
    session.type("j")
    #expect(!session.screen.contains("resumed"))
    session.type("g ' \"")
    #expect(session.currentText.hasPrefix("dora"))
    #expect(self.session(place: ("dora", 3), rows: 8).screen.contains("; g for the beginning"))
    #expect(!self.session(place: ("dora", 10), rows: 40).screen.contains("resumed"), "all of it is in sight")
  }

  @Test(arguments: ["j", "?", "zM", "/"])
  func whoHasBegunToReadIsNotMoved(key: String) {
    var before = Session(Self.document(), rows: 8)
    before.type(key)
    let session = session(place: ("dora", 3), rows: 8, keysBefore: key) { recollection, document in
      recollection.folds = FoldState(level: 0, foldsLongQuotations: true)
    }
    #expect(session.state.view == before.state.view)
    #expect((0..<7).allSatisfy { session.frame.text(row: $0) == before.frame.text(row: $0) })
    if key == "j" {
      #expect(session.screen.contains("'\" goes to where you stopped last time"))
      var session = session
      session.type("' \"")
      #expect(session.currentText.hasPrefix("dora"))
    }
  }

  @Test func whatWasFoldedIsFoldedAndWhatTheReaderFoldsStays() {
    let folds = { (document: Document) -> FoldState in
      var folds = FoldState(foldsLongQuotations: true)
      folds.setFolded(true, Self.node(of: "ann", in: document), in: document)
      return folds
    }
    var session = session { $0.folds = folds($1) }
    #expect(session.screen.contains("▸ ann"))
    #expect(session.state.reading.folds == session.state.reading.foldsBefore)
    session.type("G zc")
    #expect(session.state.reading.folds != session.state.reading.foldsBefore)
    // What comes with a longer document changes nothing that the reader has folded.
    var again = Recollection(era: 0)
    again.folds = FoldState(foldsLongQuotations: true)
    session.take(.recalled(again))
    #expect(session.screen.contains("▸ ann") && session.screen.contains("▸ finn"))
  }

  @Test func nothingIsToBeRememberedOfWhoHasDoneNothing() {
    var session = Session(Self.document())
    #expect(session.state.reading.view == nil)
    session.type("j")
    #expect(session.state.reading.view == session.state.view)
    #expect(self.session(place: ("dora", 3), rows: 8).state.reading.view != nil)
  }

  @Test func whatIsOfAnotherDocumentIsNotTaken() {
    var session = Session(Self.document())
    var recollection = Recollection(era: 1)
    recollection.new = NewComments([Self.node(of: "eve", in: session.state.document)])
    session.take(.recalled(recollection))
    #expect(session.state.layout.newComments.count == 0)
  }

  @Test func whatIsReadAgainKeepsPlaceFoldsAndWhatIsNew() {
    var session = session(new: ["eve"])
    session.type("] zc J")
    #expect(session.currentText.hasPrefix("● eve"))
    let row = session.state.view.row
    session.type("R")
    #expect(session.effects == [.reload])
    #expect(session.screen.contains("reading it again"))
    let more = Document(
      sketch: "@zoe\n  Zero.\n" + Self.thread.split(separator: "\n").dropFirst().joined(separator: "\n"),
      metadata: Metadata(title: "A title", byline: "eve")
    )
    session.take(.reread(more))
    #expect(session.screen.contains("read again: 1 more comment"))
    #expect(session.currentText.hasPrefix("● eve"))
    #expect(session.state.view.row == row || session.state.screenLines.first == session.state.layout.firstLine)
    #expect(session.screen.contains("▸ ann"))
    #expect(session.state.layout.newComments.nodes == [Self.node(of: "eve", in: more)])
    var recollection = Recollection(era: 1)
    recollection.new = NewComments([Self.node(of: "zoe", in: more), Self.node(of: "eve", in: more)])
    session.take(.recalled(recollection))
    #expect(session.screen.contains("2 new"))
    #expect(session.currentText.hasPrefix("● eve"))
  }

  @Test func whatIsStillBeingReadIsNotReadAgain() {
    var session = Session(Self.document(), stage: .loading(Loading(shown: 1, read: 1)))
    session.type("R")
    #expect(session.effects.isEmpty)
    #expect(session.screen.contains("it is still being read"))
  }

  @Test func narrowWindowsAndASCIIHaveTheMarkToo() {
    let narrow = session(new: ["ann"], rows: 12, columns: 24)
    #expect(narrow.screen.contains("● ann"))
    for columns in 1...12 { _ = session(new: ["carl", "ann"], rows: 6, columns: columns).screen }
    let document = Self.document()
    let layout = DocumentLayout(
      document,
      geometry: LayoutGeometry(window: 60),
      symbols: .ascii,
      newComments: NewComments([Self.node(of: "ann", in: document)])
    )
    let line = layout.content(of: LinePosition(node: Self.node(of: "ann", in: document), index: 0))
    #expect(line.runs.map(\.role).contains(.newMark))
  }
}

/// The list of what was read before.
@Suite struct LibraryPanelTests {
  private static let entries = [
    LibraryEntry(id: 7, title: "The light that kept its own hours", origin: "Coastal Review", visited: "3 h", new: 2),
    LibraryEntry(id: 3, title: "Маяк у скалы", origin: "page.txt", visited: "4 d", new: 0),
    LibraryEntry(id: 9, title: "Clocks and harbours", origin: "a.example", visited: "1 May 2024", new: 0),
  ]

  private func session(columns: Int = 80, isAsked: Bool = true) -> Session {
    var session = Session("A paragraph.", title: "The tour", columns: columns)
    if isAsked { session.type("L") }
    session.take(.library(Self.entries, isAsked: isAsked))
    return session
  }

  private func titles(_ session: Session) -> [String] {
    session.state.listPanel?.rows.map { ($0.isChosen ? "*" : "") + $0.words } ?? []
  }

  @Test func itListsWhatWasReadAndOpensIt() {
    var session = session()
    #expect(session.effects == [.listLibrary])
    #expect(titles(session) == ["*The light that kept its own hours", "Маяк у скалы", "Clocks and harbours"])
    #expect(session.screen.contains("2 new, 3 h"))
    #expect(session.screen.contains("Enter opens it"))
    session.type("Down Enter")
    #expect(session.effects.last == .openDocument(3))
    #expect(session.state.panel == nil)
  }

  @Test(arguments: [
    ("light", ["*The light that kept its own hours"]), ("маяк", ["*Маяк у скалы"]), ("coastal", ["*The light that kept its own hours"]),
    ("harbours clocks", ["*Clocks and harbours"]), ("zzz", []), ("page", ["*Маяк у скалы"]),
  ])
  func typingFilters(typed: String, expected: [String]) {
    var session = session()
    session.type(words: typed)
    #expect(titles(session) == expected)
    session.type("Enter")
    #expect(session.state.panel == nil)
    #expect(session.effects.count == (expected.isEmpty ? 1 : 2))
  }

  @Test func itIsOfferedBesideTheTourUnlessSomebodyReadsAlready() {
    var session = session(isAsked: false)
    #expect(titles(session).count == 3)
    #expect(session.screen.contains("The tour"))
    session.type("Esc")
    #expect(session.state.panel == nil)
    var reading = Session("A paragraph.", title: "The tour")
    reading.type("j")
    reading.take(.library(Self.entries, isAsked: false))
    #expect(reading.state.panel == nil)
    var empty = Session("A paragraph.")
    empty.take(.library([], isAsked: false))
    #expect(empty.state.panel == nil && empty.state.message == nil)
    empty.take(.library([], isAsked: true))
    #expect(empty.screen.contains("the library is empty"))
  }

  @Test func itFitsAnyWindow() {
    for columns in [1, 2, 10, 40, 71, 72, 200] {
      for rows in [1, 2, 3, 5, 12, 60] {
        var session = session(columns: columns)
        session.resize(columns: columns, rows: rows)
        session.type("Down l")
        #expect(session.frame.size == Size(rows: rows, columns: columns))
      }
    }
  }
}
