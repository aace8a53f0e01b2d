import TextLayout
import DocumentModel
import ReaderCore
import TestSupport
import Testing

/// The commands that fold by level.
@Suite("Fold levels")
struct FoldLevelTests {
  static let thread = "@a\n  1\n  @b\n    2\n    @c\n      3\n    @d\n      3\n@e\n  1"

  /// The level after keys; -1 where nothing is folded.
  private func level(_ keys: String, _ sketch: String = thread) -> Int {
    var typist = Typist(sketch)
    typist.type(keys)
    return typist.state.layout.folds.level ?? -1
  }

  @Test("One level less or more, from nothing folded to one line a thread")
  func steps() {
    #expect(level("") == -1)
    #expect(level("zm") == 2)
    #expect(level("zm zm") == 1)
    #expect(level("zm zm zm") == 0)
    #expect(level("zm zm zm zm") == 0)
    #expect(level("zM") == 0)
    #expect(level("zM zm") == 0)
    #expect(level("zM zr") == 1)
    #expect(level("zM zr zr") == 2)
    #expect(level("zM zr zr zr") == -1)
    #expect(level("zM zr zr zr zr zm") == 2)
    #expect(level("zR") == -1)
    #expect(level("zR zr") == -1)
  }

  @Test("Counts take several levels at once, within the bounds")
  func counts() {
    #expect(level("2zm") == 1)
    #expect(level("3zm") == 0)
    #expect(level("99999zm") == 0)
    #expect(level("zM 2zr") == 2)
    #expect(level("zM 3zr") == -1)
    #expect(level("zM 99999zr") == -1)
  }

  @Test("At any level, what is folded are the comments from that depth on", arguments: 0..<60)
  func random(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = Document(seed: UInt64(seed))
    guard let deepest = document.greatestCommentDepth else { return }
    var typist = Typist(document)
    var expected: Int?
    for _ in 0..<20 {
      let key = generator.pick(["zm", "zr", "zM", "zR", "2zm", "2zr"])
      typist.type(key)
      let before = expected ?? deepest + 1
      let moved =
        switch key {
        case "zm": before - 1
        case "2zm": before - 2
        case "zr": before + 1
        case "2zr": before + 2
        case "zM": 0
        default: deepest + 1
        }
      expected = moved > deepest ? nil : max(0, moved)
      for node in document.nodes where document[node].isFoldable {
        let isFolded = document.commentDepth(of: node).map { $0 >= expected ?? .max } ?? false
        #expect(typist.state.layout.folds.isFolded(node, in: document) == isFolded, "\(key), \(node)")
      }
    }
  }

  @Test("Where there are no comments, the commands say so")
  func noComments() {
    for keys in ["zm", "zr", "zM", "zR"] {
      var typist = Typist("# A heading\nA paragraph.")
      typist.type(keys)
      #expect(typist.state.message?.text == "no comments to fold")
      #expect(typist.state.layout.folds.level == nil)
    }
  }
}
