import DocumentModel
import Foundation
import Testing

@testable import Importers

/// Feeds and exports of others.
@Suite struct FeedTests {
  /// How often `tag` stands in a text.
  private func count(_ tag: String, _ text: String) -> Int { text.components(separatedBy: tag).count - 1 }

  @Test func everyEntryIsThere() {
    for file in SharedFolder.files(in: "corpora/feeds/give", suffix: "") {
      let bytes = SharedFolder.bytes(file)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(FormatDetection.format(of: bytes.span, name: nil) == .feed, "\(file.lastPathComponent)")
      let document = FeedImporter.read(bytes.span)
      let entries = count("<item>", text) + count("<item ", text) + count("<entry>", text)
      // The opening post of a topic is the article.
      let found = document.articles.count + document.comments.count
      #expect(found == entries, "\(file.lastPathComponent)")
    }
  }

  @Test func exportsAreThreads() {
    for file in SharedFolder.files(in: "corpora/json/give/wxr-export", suffix: ".xml") {
      let bytes = SharedFolder.bytes(file)
      let document = FeedImporter.read(bytes.span)
      #expect(document.comments.count == count("<wp:comment>", String(decoding: bytes, as: UTF8.self)))
    }
    for file in SharedFolder.files(in: "corpora/json/give/disqus-export", suffix: ".xml") {
      let bytes = SharedFolder.bytes(file)
      let document = FeedImporter.read(bytes.span)
      #expect(document.comments.count == count("<post ", String(decoding: bytes, as: UTF8.self)))
    }
  }
}
