import DocumentModel
import Exporters
import StatementLinking
import TestSupport
import Testing

@testable import Importers

/// Quire's own JSON: read as it stands, printed as it was.
@Suite("Quire's JSON, read")
struct QuireJSONTests {
  private func print(_ document: Document) -> [UInt8] {
    JSONExporter.export(document, links: StatementLinks(linking: document))
  }

  /// Where two texts differ first.
  private func difference(_ first: [UInt8], _ second: [UInt8]) -> String? {
    guard first != second else { return nil }
    let place = zip(first, second).enumerated().first { $1.0 != $1.1 }?.offset ?? min(first.count, second.count)
    func around(_ text: [UInt8]) -> String {
      String(decoding: text[max(0, place - 80)..<min(text.count, place + 80)], as: UTF8.self)
    }
    return "at \(place):\n\(around(first))\n--\n\(around(second))"
  }

  @Test("Documents of every kind come back byte for byte", arguments: 0..<300 as Range<UInt64>)
  func roundTrip(_ seed: UInt64) {
    let document = Document(seed: seed)
    // What importers never let in: a tab and a control character.
    let text = String(decoding: print(document), as: UTF8.self).replacing(#"\tx\u0001"#, with: " x.")
    let printed = Array(text.utf8)
    #expect(difference(printed, print(JSONImporter.read(printed.span))) == nil)
  }

  @Test("A chain of 20,000 replies comes back")
  func chain() {
    let printed = JSONExporter.export(Document.chain(ofReplies: 20_000), links: StatementLinks(sources: []))
    let read = JSONImporter.read(printed.span)
    #expect(read.greatestCommentDepth == 19_999)
    #expect(JSONExporter.export(read, links: StatementLinks(sources: [])) == printed)
  }

  private static let small = """
    {"quire": 1, "title": "T", "body": [{"type": "paragraph", "text": "The lamp was lit by hand."}], "comments": [
    {"id": "b", "parent": "a", "depth": 7, "author": "ann", "status": "live", "body": [
      {"type": "quotation", "text": "lamp was lit\\nagain",
       "source": {"comment": null, "start": 4, "end": 16, "text": "lamp was lit"},
       "blocks": [{"type": "paragraph", "text": "again"}]},
      {"type": "riddle", "text": "what is it\\u001b?"}]},
    {"id": "a", "parent": null, "status": "deleted", "age": "2 days ago", "body": []},
    {"id": "c", "parent": "gone", "status": "live", "body": [
      {"type": "quotation", "text": "x", "source": {"comment": "a", "start": 4, "end": 16, "text": "lamp was lit"}},
      {"type": "list", "ordered": true, "items": [[{"type": "paragraph", "text": "one",
       "spans": [{"start": 0, "end": 9, "role": "strong"}]}], []]}]}
    ], "diagnostics": [{"severity": "info", "line": 3, "message": "kept"}]}
    """

  @Test("What contradicts itself is said, and nothing is lost")
  func contradictions() {
    #expect(Golden("quire.dump").difference(from: JSONImporter.read(Array(Self.small.utf8).span).dump()) == nil)
  }

  @Test("Cut anywhere it is read")
  func cut() {
    let bytes = Array(Self.small.utf8)
    for count in 0..<bytes.count {
      _ = JSONImporter.read(bytes.span.extracting(first: count), isComplete: count % 2 == 0).dump()
    }
  }
}
