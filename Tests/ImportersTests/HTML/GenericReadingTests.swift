import DocumentModel
import Testing

@testable import Importers

/// Without descriptions of engines, only what repeats on a page tells that it is a discussion.
@Suite struct GenericReadingTests {
  /// One comment repeats nothing: a description finds it, repetition does not.
  private static let page = """
    <article><h1>The bell</h1><p>It rang all night, and no one knew for whom it did so, or since when.</p></article>
    <ol class="commentlist"><li class="comment depth-1" id="comment-7"><b class="fn">mira</b>
    <div class="comment-meta">3 March 2024</div><div class="comment-content"><p>For the pilots.</p></div></li></ol>
    """

  private static func comments(_ options: ImportOptions) -> Int {
    DocumentImporter.read(Array(page.utf8).span, as: .html, options: options).comments.count
  }

  @Test func descriptionsAreLoadedUnlessTheyAreNotWanted() {
    #expect(Self.comments(ImportOptions()) == 1)
    #expect(Self.comments(ImportOptions(usesEngines: false)) == 0)
  }
}
