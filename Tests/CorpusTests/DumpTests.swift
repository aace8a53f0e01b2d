import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Importers

/// Text dumps of real pages.
@Suite struct DumpTests {
  @Test func theSeedIsReadExactly() throws {
    guard let file = SharedFolder.files(in: "seeds", suffix: ".txt").first else { return }
    let document = PlainTextImporter.read(SharedFolder.bytes(file).span)
    func count(_ isWanted: (Element) -> Bool) -> Int {
      document.elements[..<(document.discussion?.offset ?? document.count)].count(where: isWanted)
    }
    #expect(document.metadata.title?.hasPrefix("Pyongyang to Washington: ") == true)
    #expect(count(\.isHeading) == 4)
    #expect(count { $0 == .paragraph } == 10)
    let statements = document.statements.prefix {
      document[$0.node] != .paragraph && !document.isNode($0.node, within: document.discussion ?? .document)
    }
    #expect(statements.count == 4)
    #expect(statements.map(\.speaker)[0] == "John Kirby")
    #expect([nil, "the North Korean government"].contains(statements.map(\.speaker)[1]))
    #expect(statements.map(\.speaker)[2...] == ["Kim Sung-kyung", "Kirby"])
    #expect(document.comments.map(\.author) == ["Adam", "unc-2", "vlad127490", "guest"])
    #expect(document.comments.map(\.displayName) == ["A/dam", "Nikolai Malyugin", "Vlad Gor", nil])
    let times = document.comments.map { $0.published?.iso8601 }
    #expect(times == ["2023-09-01T10:39", "2023-09-01T12:12", "2023-09-01T13:33", "2023-09-01T15:19"])
    #expect(document.comments.indices.map { document.commentDepth(of: document.node(ofComment: $0)) } == [0, 0, 0, 1])
    let reply = document.node(ofComment: 3)
    let blocks = document.children(of: reply).map { document[$0] }
    #expect(blocks.count == 2 && blocks.last == .paragraph)
    let quotation = try #require(document.statements.last)
    #expect(quotation.speaker == "vlad127490" && document.isNode(quotation.node, within: reply))
    let source = document.string(in: document.plainTextRange(ofComment: document.node(ofComment: 2)))
    #expect(source.hasPrefix(document.string(in: document.textRange(of: quotation.node))))
    let furniture = document.diagnostics.filter { $0.message.contains("sign in") || $0.message.contains("Dear reader") }
    #expect(furniture.count == 1 && furniture.first?.severity == .info)
  }

  @Test func noneIsTakenForMarkdown() {
    for file in SharedFolder.files(in: "corpora/dumps/give", suffix: ".txt") {
      let format = FormatDetection.format(of: SharedFolder.bytes(file).span, name: nil)
      #expect(format != .markdown, "\(file.lastPathComponent)")
    }
  }

  @Test func nothingIsLost() {
    for file in SharedFolder.files(in: "corpora/dumps/give", suffix: ".txt")
      + SharedFolder.files(in: "seeds", suffix: ".txt")
    {
      #expect(accountDefects(SharedFolder.bytes(file)) == [], "\(file.lastPathComponent)")
    }
  }

  @Test(arguments: 0..<4) func beginningsAreReadAsTheWhole(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let files = SharedFolder.files(in: "corpora/dumps/give", suffix: ".txt")
    guard !files.isEmpty else { return }
    var text: [UInt8] = []
    while text.count < 250_000 { text += SharedFolder.bytes(generator.pick(files)) }
    #expect(beginningDefects(text, seed: seed) == [])
  }
}
