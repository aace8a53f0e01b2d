import DocumentModel
import Exporters
import Foundation
import StatementLinking
import TestSupport
import Testing

@Suite("Quire's JSON, read by somebody else")
struct JSONValidityTests {
  private typealias Object = [String: Any]

  /// The document's JSON as Foundation reads it.
  private func read(_ document: Document) throws -> Object {
    let bytes = JSONExporter.export(document, links: StatementLinks(linking: document))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
  }

  @Test(
    "The plain text comes back from the blocks, and every source is where it says",
    arguments: 0..<200 as Range<UInt64>
  )
  func plainText(seed: UInt64) throws {
    let document = Document(seed: seed)
    let json = try read(document)
    let comments = try #require(json["comments"] as? [Object])
    #expect(comments.compactMap { $0["id"] as? String } == document.comments.map(\.id))
    var texts: [String?: String] = [nil: text(of: json["body"])]
    #expect(texts[nil] == document.string(in: document.articleTextRange))
    for (index, comment) in comments.enumerated() {
      let node = document.node(ofComment: index)
      let text = text(of: comment["body"])
      texts[document.comments[index].id] = text
      #expect(text == document.string(in: document.plainTextRange(ofComment: node)))
      #expect(comment["depth"] as? Int == document.commentDepth(of: node))
      let parent = document.parentComment(of: node).flatMap(document.comment)?.id
      #expect(comment["parent"] as? String == parent)
    }
    for source in sources(in: [json["body"] ?? []] + comments.compactMap { $0["body"] }) {
      let start = try #require(source["start"] as? Int)
      let end = try #require(source["end"] as? Int)
      let text = try #require(texts[source["comment"] as? String])
      #expect(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self) == source["text"] as? String)
    }
  }

  /// The texts of blocks, a line break after each that has any.
  private func text(of blocks: Any?) -> String {
    (blocks as? [Object] ?? []).compactMap { $0["text"] as? String }.map { $0 + "\n" }.joined()
  }

  /// All `source` objects, at whatever depth.
  private func sources(in values: [Any]) -> [Object] {
    var rest = values
    var sources: [Object] = []
    while let value = rest.popLast() {
      if let object = value as? Object {
        if let source = object["source"] as? Object { sources.append(source) }
        rest += object.filter { $0.key != "source" }.values
      } else if let array = value as? [Any] {
        rest += array
      }
    }
    return sources
  }

  @Test("A chain of 100,000 replies is written as fast as others", .timeLimit(.minutes(10)))
  func chain() {
    let bytes = JSONExporter.export(.chain(ofReplies: 100_000), links: StatementLinks(sources: []))
    let last = #"{"id": "c99999", "parent": "c99998", "depth": 99999, "author": "author 99", "status": "live""#
    #expect(String(decoding: bytes.suffix(1_000), as: UTF8.self).contains(last))
    #expect(bytes.count < 100_000 * 400)
  }

  @Test("Blocks may stand in blocks as deep as they like")
  func nesting() {
    var builder = DocumentBuilder()
    for _ in 0..<20_000 { builder.openQuotation(Statement()) }
    let bytes = JSONExporter.export(builder.finish(), links: StatementLinks(sources: []))
    #expect(bytes.count { $0 == UInt8(ascii: "[") } == bytes.count { $0 == UInt8(ascii: "]") })
    #expect(bytes.count { $0 == UInt8(ascii: "{") } == 20_001)
  }
}
