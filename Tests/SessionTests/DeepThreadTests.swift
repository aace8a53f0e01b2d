import ReaderCore
import DocumentModel
import TestSupport
import Testing
import TextLayout

/// A chain of 100,000 replies, each to the one before: deeper than any stack.
@Suite struct DeepThreadTests {
  static let document = Document.chain(ofReplies: 100_000)

  @Test func everyKindOfMoveWorksAtTheBottom() {
    var session = Session(Self.document)
    session.type("G")
    #expect(session.percentage == 100)
    let last = session.state.currentLine?.node
    session.type("k j [ p ]")
    #expect(session.state.currentLine.map { session.state.document.commentDepth(of: $0.node) ?? -1 } == 99_999)
    session.type("h")
    #expect(session.screen.contains("▸"))
    session.type("l G")
    #expect(session.state.currentLine?.node == last)
    session.type("Z")
    #expect(session.state.currentLine?.node == session.state.document.node(ofComment: 0))
    session.type("zR g zM zr zr")
    #expect(session.screen.contains("▸"))
    session.type("zR G zm")
    #expect(session.screen.contains("▸"))
  }

  @Test func guidesStayAtThePlateau() {
    var session = Session(Self.document, columns: 40, rows: 12)
    session.type("G")
    for line in session.state.screenLines {
      #expect(session.state.layout.content(of: line).columns <= session.state.layout.geometry.columns)
    }
    #expect(session.screen.contains("↳ to"))
  }
}
