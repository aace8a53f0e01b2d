import DocumentModel
import StatementLinking
import TestSupport
import Testing

@Suite("Quotations whose markup was lost")
struct LostQuotationsTests {
  /// The paragraphs found, as text.
  private func found(_ sketch: String) -> [String] {
    let document = Document(sketch: sketch)
    let nodes = LostQuotations.find(in: document)
    let quoting = document.quoting(nodes)
    #expect(quoting.statements.count == document.statements.count + nodes.count)
    for (index, statement) in quoting.statements.enumerated() {
      #expect(quoting[statement.node].statementIndex == index)
    }
    for node in document.nodes where !nodes.contains(node) && document[node].statementIndex == nil {
      #expect(quoting[node] == document[node])
    }
    return nodes.map { document.string(in: document.textRange(of: $0)) }
  }

  @Test("Paragraphs that repeat what is answered, or the article, and to which something is said")
  func repeated() {
    #expect(
      found(
        """
        The lamp was lit by hand until the spring of that year, they say.
        > A pull-quote of the board, which nobody repeats.
        @ann
          First: the fog signal was never automatic, and it was wound by hand.
          @bob
            The fog signal was never automatic, and it was wound by hand.
            > ann: it was wound by hand
            So it was.
            the lamp was lit by hand until the spring of that year
            And so was that.
        """
      ) == [
        "The fog signal was never automatic, and it was wound by hand.",
        "the lamp was lit by hand until the spring of that year",
      ]
    )
  }

  @Test("Not the last words, not short ones, not words of comments that are not answered, not parts of words")
  func others() {
    #expect(
      found(
        """
        @ann
          The fog signal was never automatic, and it was wound by handymen.
          @bob
            The fog signal was never automatic, and it was wound by hand
            I see it.
            The fog signal was never
            The fog signal was never automatic, and it was wound by handymen.
        @cat
          The fog signal was never automatic, and it was wound by handymen.
          I say it again.
        """
      ) == []
    )
  }

  @Test("On random documents, what is found stands above it word for word", arguments: 0..<40)
  func random(seed: Int) {
    let document = Document(seed: UInt64(seed), size: 80)
    for node in LostQuotations.find(in: document) {
      #expect(document[node] == .paragraph)
      let quoting = document.quoting([node])
      let index = quoting[node].statementIndex
      #expect(index.flatMap { StatementLinks(linking: quoting, leastSimilarity: .infinity).passage(of: $0) } != nil)
    }
  }
}
