import DocumentModel
import Exporters
import Importers
import StatementLinking

/// Reads an input as a document and stops when what is known of any document does not hold.
///
/// The first byte says whether the rest is all there is, or the beginning of something.
struct ImportCheck {
  private let read: (Span<UInt8>, Bool) -> Document

  init(_ read: @escaping (Span<UInt8>, Bool) -> Document) { self.read = read }

  /// Reads it, and what is printed of it.
  func run(_ input: UnsafeBufferPointer<UInt8>) {
    guard let choice = input.first else { return }
    let document = read(UnsafeBufferPointer(rebasing: input.dropFirst()).span, choice & 1 == 0)
    DocumentInvariants(document).check()
    let printed = JSONExporter.export(document, links: StatementLinks(linking: document))
    let again = JSONImporter.read(printed.span)
    let printedAgain = JSONExporter.export(again, links: StatementLinks(linking: again))
    expect(printed == printedAgain, "what is printed is read as something else")
  }
}

/// What holds for every document.
struct DocumentInvariants {
  private let document: Document

  /// The invariants of one document.
  init(_ document: Document) { self.document = document }

  /// Stops the program when one does not hold.
  func check() {
    let text = document.text
    expect(String(validating: text, as: UTF8.self) != nil, "the text is not UTF-8")
    let isClean = text.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x0a || $0 == 0x09 }
    expect(isClean, "there are control characters in the text")
    expect(document.subtreeEnd(of: .document) == document.endNode, "there are nodes behind the document")
    expect(document.subtreeTextRange(of: .document) == 0..<text.count, "there is text outside the document")
    for node in document.nodes.dropFirst() { check(node) }
    let ids = Set(document.comments.indices.map(document.comments.id))
    expect(ids.count == document.comments.count, "two comments have the same id")
    for span in document.spans {
      expect(!span.bytes.isEmpty && span.bytes.upperBound <= text.count, "a span is outside the text")
    }
  }

  private func check(_ node: NodeIndex) {
    guard let parent = document.parent(of: node), parent < node else {
      return expect(false, "node \(node.offset) stands in nothing before it")
    }
    expect(node < document.subtreeEnd(of: node), "node \(node.offset) ends before it begins")
    expect(
      document.subtreeEnd(of: node) <= document.subtreeEnd(of: parent),
      "node \(node.offset) ends behind its parent"
    )
    if document[node].isComment, document[parent].isComment {
      let depths = (document.commentDepth(of: node) ?? 0, document.commentDepth(of: parent) ?? 0)
      expect(depths.0 == depths.1 + 1, "the depth of node \(node.offset) is not that of its parent and one")
    }
  }
}
