import DocumentModel
import StatementLinking

/// What is found out about a whole document beside the main thread, after its first frame.
package struct ReaderIndex: Sendable {
  /// Where the words of its statements stand.
  package let links: StatementLinks
  /// The reverse.
  package let backlinks: Backlinks
  /// What it consists of.
  package let outline: Outline
  /// Of which document this is true: the number of documents that the reader was shown before it.
  package let era: Int

  /// Finds everything out.
  ///
  /// - Complexity: that of linking
  package init(of document: Document, era: Int) {
    links = StatementLinks(linking: document)
    backlinks = Backlinks(links)
    outline = Outline(of: document, links: links)
    self.era = era
  }
}
