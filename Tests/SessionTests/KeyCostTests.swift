import DocumentModel
import ReaderCore
import TestSupport
import Testing
import TextLayout

/// A key costs the screen and not the document: what is counted here is what the layout had to look at.
@Suite struct KeyCostTests {
  private static let scrolling = ["j", "j", "k", "j", "Space", "b", "d", "u", "j", "k"]

  /// The work of a few keys that scroll, each followed by a frame.
  private func workOfScrolling(_ session: inout Session) -> LayoutWork {
    let before = session.state.layout.work
    for key in Self.scrolling {
      session.type(key)
      _ = session.frame
    }
    let after = session.state.layout.work
    return LayoutWork(nodes: after.nodes - before.nodes, bytes: after.bytes - before.bytes)
  }

  @Test(
    "In a chain of 30,000 replies",
    arguments: ["", "zM", "zM l ] l ] l", "G Z", "G Z g l ] l ] l", "G zM s s s", "5 0 0 z m"]
  )
  func deepChain(keys: String) {
    var session = Session(.chain(ofReplies: 30_000))
    session.type(keys)
    _ = session.frame
    for jump in ["", "50%", "G", "g"] {
      session.type(jump)
      _ = session.frame
      let work = workOfScrolling(&session)
      #expect(work.nodes < 4000 && work.bytes < 100_000, "\(keys) \(jump): \(work)")
    }
  }

  @Test("With 30,000 replies to one comment", arguments: ["", "zM", "zM l", "z r G h k h k h", "G K K K J zc"])
  func manyReplies(keys: String) {
    var session = Session(.replies(30_000))
    session.type(keys)
    _ = session.frame
    for jump in ["", "50%", "G", "g"] {
      session.type(jump)
      _ = session.frame
      let work = workOfScrolling(&session)
      #expect(work.nodes < 4000 && work.bytes < 100_000, "\(keys) \(jump): \(work)")
    }
  }

  @Test("In a paragraph of four megabytes", arguments: ["a word and another, ", "x", "\u{301}"])
  func longParagraph(piece: String) {
    var text = Array(piece.utf8)
    while text.count < 4_000_000 { text += text }
    var session = Session(.single(text: text))
    for jump in ["", "j j j", "50%", "G", "g", "}"] {
      session.type(jump)
      _ = session.frame
      let work = workOfScrolling(&session)
      #expect(work.nodes == 0 && work.bytes < 1_000_000, "\(jump): \(work)")
    }
  }
}
