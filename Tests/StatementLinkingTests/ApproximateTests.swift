import DocumentModel
import TestSupport
import Testing

@testable import StatementLinking

/// The links of a document as text, a line a statement: the id of the comment, and the words found there.
private func links(_ sketch: String) -> [String] {
  let document = Document(sketch: sketch)
  let links = StatementLinks(linking: document)
  return document.statements.indices.map { index in
    guard let passage = links.passage(of: index) else { return "unresolved" }
    let comment = document.enclosingComment(of: passage.node).flatMap(document.comment)
    return "\(comment?.id ?? "article"): \(document.string(in: passage.bytes))"
  }
}

@Suite("Words that come close")
struct ApproximateTests {
  private static let said = "The fog signal was never automatic. It was wound by hand until 1974, and the log shows who wound it."

  @Test(
    "Typing errors, other endings, words put in and left out",
    arguments: [
      ("The fog signal was never automtic. It was wuond by hand until 1974", "The fog signal was never automatic. It was wound by hand until 1974"),
      ("og signal was never automatic. It was wound by ha", "fog signal was never automatic. It was wound by hand"),
      ("It was [always] wound by hand until 1974, and the log shows who wound", "It was wound by hand until 1974, and the log shows who wound"),
      ("The fog signal was never automatc [...] the lgo shows who wound it", "The fog signal was never automatic. It was wound by hand until 1974, and the log shows who wound it"),
    ]
  )
  func closeEnough(quoted: String, source: String) {
    #expect(links("@ann\n  \(Self.said)\n  @bob\n    > \(quoted)") == ["ann: \(source)"])
  }

  @Test(
    "What says something else is not a source",
    arguments: [
      "The motor was always electric. It drove the lens until the war, and nobody oiled it.",
      "The fog signal is what everybody remembers of that coast, and of the keepers.",
      "never automotic",
    ]
  )
  func notCloseEnough(quoted: String) {
    #expect(links("@ann\n  \(Self.said)\n  @bob\n    > \(quoted)") == ["unresolved"])
  }

  @Test("Two comments that are not answered and come as close leave it unresolved, whichever stands first")
  func ambiguous() {
    #expect(
      links(
        """
        @ann
          \(Self.said)
        @bob
          > The fog signal was never automtic. It was wuond by hand until 1974
        @cat
          \(Self.said)
        """
      ) == ["unresolved"]
    )
  }

  @Test("Never in the comment itself, nor in what answers it")
  func neverBelow() {
    #expect(
      links(
        """
        @bob
          > The fog signal was never automtic. It was wuond by hand until 1974
          \(Self.said)
          @ann
            \(Self.said)
        """
      ) == ["unresolved"]
    )
  }
}

@Suite("Where a text comes closest to a pattern")
struct AlignmentTests {
  @Test("It is as close as the definition says", arguments: 0..<80)
  func distances(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func letters(_ count: Int) -> [UInt32] { (0..<count).map { _ in UInt32.random(in: 1...4, using: &generator) } }
    let pattern = letters(Int.random(in: 1...(seed % 3 == 0 ? 150 : 20), using: &generator))
    let text = letters(Int.random(in: 0...200, using: &generator))
    let expected = Self.closest(pattern, text)
    let alignment = Alignment(of: pattern, in: text[...])
    guard let alignment else {
      #expect(expected == pattern.count)
      return
    }
    #expect(alignment.distance == expected)
    #expect(Self.distance(pattern, Array(text[alignment.letters])) == expected)
  }

  /// The least distance of any stretch of the text.
  private static func closest(_ pattern: [UInt32], _ text: [UInt32]) -> Int {
    var row = [Int](repeating: 0, count: text.count + 1)
    for (line, letter) in pattern.enumerated() {
      var next = [line + 1]
      for (column, other) in text.enumerated() {
        next.append(min(row[column] + (letter == other ? 0 : 1), row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row.min() ?? 0
  }

  /// The distance of two texts.
  private static func distance(_ one: [UInt32], _ other: [UInt32]) -> Int {
    var row = Array(0...other.count)
    for (line, letter) in one.enumerated() {
      var next = [line + 1]
      for (column, second) in other.enumerated() {
        next.append(min(row[column] + (letter == second ? 0 : 1), row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row[other.count]
  }
}

@Suite("What holds for every link")
struct LinkPropertyTests {
  @Test("A source lies in one comment or in the article, neither its own nor one below", arguments: 0..<120)
  func properties(seed: Int) {
    let document = Document(seed: UInt64(seed), size: 70)
    for similarity in [0.5, 0.8] {
      let links = StatementLinks(linking: document, leastSimilarity: similarity)
      for (index, statement) in document.statements.enumerated() {
        guard let source = links.passage(of: index) else { continue }
        #expect(!source.bytes.isEmpty)
        #expect(document.textRange(of: source.node).contains(source.bytes.lowerBound))
        #expect(!document.subtreeTextRange(of: statement.node).overlaps(source.bytes), "the statement itself")
        let own = document.enclosingComment(of: statement.node)
        guard let comment = document.enclosingComment(of: source.node) else {
          #expect(document.articleTextRange.upperBound >= source.bytes.upperBound)
          continue
        }
        let whole = document.plainTextRange(ofComment: comment)
        #expect(whole.lowerBound <= source.bytes.lowerBound && source.bytes.upperBound <= whole.upperBound)
        #expect(comment != own, "its own comment")
        if let own { #expect(!document.isNode(comment, within: own), "a reply") }
      }
    }
  }
}
