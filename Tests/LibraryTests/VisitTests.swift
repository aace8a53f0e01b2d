import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing
import TextLayout

@testable import Library

/// What is new, and what is found again.
@Suite struct VisitTests {
  private static let start: Int64 = 1_700_000_000
  private static let day: Int64 = 86_400
  private let folder = LibraryFolder()

  private static func thread(_ authors: String...) -> Document {
    let comments = authors.map { "@\($0)\n  Words of \($0).\n" }.joined()
    return Document(sketch: "A paragraph.\n" + comments, metadata: Metadata(title: "Harbour"))
  }

  private static func state(_ document: Document) -> ReaderState {
    ReaderState(document, size: Size(rows: 8, columns: 60))
  }

  /// Visits a document; gives who is new in it.
  private func visit(
    _ document: Document,
    at time: Int64,
    folding: Visit.Folding = .remembered,
    isWhole: Bool = true,
    keys: String = ""
  ) throws -> (new: [String], state: ReaderState) {
    let store = try folder.open().store
    var visit = try Visit(to: .test("a"), in: store, folding: folding, now: time)
    var state = Self.state(document)
    let recollection = visit.recall(in: document, era: 0, isWhole: isWhole)
    _ = state.handle(.recalled(recollection))
    for key in keys.split(separator: " ") {
      for scalar in key.unicodeScalars { _ = state.handle(.key(KeyEvent(.character(scalar)))) }
    }
    try visit.save(document, state.reading, in: store, now: time)
    return (recollection.new.nodes.map { document.comment(at: $0)?.author ?? "" }, state)
  }

  @Test func whatWasNotThereIsNew() throws {
    #expect(try visit(Self.thread("ann", "bob"), at: Self.start).new == [])
    #expect(try visit(Self.thread("ann", "bob"), at: Self.start + Self.day).new == [])
    #expect(try visit(Self.thread("ann", "carl", "bob", "dora"), at: Self.start + 2 * Self.day).new == ["carl", "dora"])
    #expect(try visit(Self.thread("ann", "carl", "bob", "dora"), at: Self.start + 3 * Self.day).new == [])
  }

  @Test func whoComesBackSoonHasNotLeft() throws {
    _ = try visit(Self.thread("ann"), at: Self.start)
    var time = Self.start + Self.day
    #expect(try visit(Self.thread("ann", "bob"), at: time).new == ["bob"])
    time += 240
    #expect(try visit(Self.thread("ann", "bob", "carl"), at: time).new == ["bob", "carl"])
    time += 299
    #expect(try visit(Self.thread("ann", "bob", "carl"), at: time).new == ["bob", "carl"])
    time += 300
    #expect(try visit(Self.thread("ann", "bob", "carl"), at: time).new == [])
  }

  @Test func aBeginningIsNotAVisit() throws {
    #expect(try visit(Self.thread("ann"), at: Self.start, isWhole: false).new == [])
    #expect(try visit(Self.thread("ann", "bob", "carl"), at: Self.start + Self.day).new == [])
    #expect(try visit(Self.thread("ann", "bob"), at: Self.start + 2 * Self.day, isWhole: false).new == [])
    // What went away and comes back is not new.
    #expect(try visit(Self.thread("ann", "bob", "carl", "dora"), at: Self.start + 3 * Self.day).new == ["dora"])
  }

  @Test func whatIsOnlyAPlaceIsNotNew() throws {
    _ = try visit(Self.thread("ann"), at: Self.start)
    let gone = Document(sketch: "A paragraph.\n@ann\n  Words of ann.\n@bob deleted\n@carl\n  Words.\n")
    #expect(try visit(gone, at: Self.start + Self.day).new.contains("carl"))
  }

  @Test func placeFoldsAndMarksAreFoundAgainAmongMore() throws {
    let before = Self.thread("ann", "bob", "carl")
    let (_, left) = try visit(before, at: Self.start, keys: "] zc ] ma ]")
    #expect(before.comment(at: left.view.anchor.node)?.author == "carl")
    let after = Self.thread("zoe", "ann", "yan", "bob", "carl", "dan")
    let (new, state) = try visit(after, at: Self.start + Self.day)
    #expect(new == ["zoe", "yan", "dan"])
    #expect(after.comment(at: state.view.anchor.node)?.author == "carl")
    #expect(state.view.row == left.view.row)
    let folded = after.nodes.filter { state.layout.folds.isFolded($0, in: after) }
    #expect(folded.map { after.comment(at: $0)?.author } == ["ann"])
    var again = state
    for scalar in "'a".unicodeScalars { _ = again.handle(.key(KeyEvent(.character(scalar)))) }
    #expect(after.comment(at: again.view.anchor.node)?.author == "bob")
  }

  @Test func aPlaceThatIsGoneIsLookedForNearBy() throws {
    _ = try visit(Self.thread("ann", "bob", "carl", "dora", "eve"), at: Self.start, keys: "] ] ]")
    let (_, state) = try visit(Self.thread("ann", "bob", "dora", "eve"), at: Self.start + Self.day)
    #expect(state.view.anchor.node != .document)
  }

  @Test func onlyWhatIsNewAndWhatItAnswersIsUnfolded() throws {
    let sketch = { (more: String) in
      Document(sketch: "@ann\n  One.\n  @bob\n    Two.\n\(more)  @carl\n    Three.\n@dora\n  Four.\n")
    }
    let (_, first) = try visit(sketch(""), at: Self.start, folding: .new)
    #expect(first.layout.folds.level == nil)
    let after = sketch("    @eve\n      New.\n")
    let (_, state) = try visit(after, at: Self.start + Self.day, folding: .new)
    let folded = after.nodes.filter { state.layout.folds.isFolded($0, in: after) }
    #expect(folded.map { after.comment(at: $0)?.author } == ["carl", "dora"])
    let (_, last) = try visit(after, at: Self.start + 2 * Self.day, folding: .new)
    #expect(last.layout.folds.parts.level == 0 && last.layout.folds.parts.comments.isEmpty)
  }

  @Test func withoutALibraryWhatComesLaterIsNew() throws {
    var visit = try Visit(to: .test("a"), in: nil, folding: .remembered, now: Self.start)
    #expect(visit.recall(in: Self.thread("ann"), era: 0, isWhole: true).new.count == 0)
    #expect(visit.recall(in: Self.thread("ann", "bob"), era: 1, isWhole: true).new.count == 1)
  }

  /// Two readers of a document who set marks and fold in turn.
  @Test func twoReadersKeepEachOthersMarks() throws {
    let document = Self.thread("ann", "bob", "carl")
    let (left, right) = (try folder.open().store, try folder.open().store)
    var visits = [try Visit(to: .test("a"), in: left, folding: .remembered, now: Self.start),
      try Visit(to: .test("a"), in: right, folding: .remembered, now: Self.start)]
    var states = [Self.state(document), Self.state(document)]
    let keys = [["] m a", "] m b", "] zc"], ["] zc", "] m c", "] m d"]]
    for round in 0..<3 {
      for reader in 0..<2 {
        for key in keys[reader][round] where key != " " {
          _ = states[reader].handle(.key(KeyEvent(.character(key.unicodeScalars.first!))))
        }
        try visits[reader].save(document, states[reader].reading, in: reader == 0 ? left : right, now: Self.start + 1)
      }
    }
    let record = try left.record(of: .test("a"))
    #expect(Set(record?.marks.keys.map(String.init) ?? []) == ["a", "b", "c", "d"])
    #expect(record?.folds?.comments.count == 2)
  }
}
